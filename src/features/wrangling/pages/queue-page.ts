// The queue: one tag a row with what is known of it, and below it what is done to those ticked.
import { type Html, html, joinHtml, nothing } from '../../../kit/html/index.ts';
import {
  formFor,
  hiddenField,
  numberText,
  pager,
  selectField,
  tokenField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { autocompleteUrl } from '../../finding/urls.ts';
import type { OpenTagType, Tag } from '../../tags/index.ts';
import { tagWorksUrl } from '../../tags/urls.ts';
import type { ActWord } from '../asked-acts.ts';
import type { ToldAct } from '../history.ts';
import { text } from '../messages.ts';
import type { Evidence, Suggestion } from '../suggestions.ts';
import { actsUrl, historyUrl, keepersUrl, queueUrl, wrangleTagUrl, wranglingUrl } from '../urls.ts';
import { actWord, typesWord } from '../words.ts';
import { undoForm } from './history-pages.ts';
import { keyList } from './key-list.ts';
import { companyLine, suggestionForm, suggestionList } from './suggestion-list.ts';

export type QueueEntry = {
  readonly tag: Tag;
  /** Works of the queue's fandom that bear it. */
  readonly uses: number;
  readonly evidence: Evidence;
  readonly suggestions: readonly Suggestion[];
  readonly notes: number;
};

export type QueueShown = {
  /** Null: the whole archive. */
  readonly fandom: Tag | null;
  readonly type: OpenTagType;
  readonly counts: readonly { readonly type: OpenTagType; readonly count: number }[];
  readonly page: number;
  readonly pages: number;
  readonly entries: readonly QueueEntry[];
  readonly keepers: readonly string[];
  readonly isKeeper: boolean;
  /** What the wrangler did last, if it can be undone. */
  readonly last: readonly ToldAct[];
  readonly here: string;
  readonly token: string;
};

export function queuePage(shown: QueueShown): Page {
  const { fandom, type, page, pages } = shown;
  const types = typesWord[type]();
  const title =
    fandom === null
      ? text.queueTitleAll({ types })
      : text.queueTitle({ types, fandom: fandom.name });
  const empty = html`<p class="notice">${text.queueEmpty({ types })}</p>`;
  return {
    title,
    mainClass: 'wrangling-queue region',
    styles: ['wrangling'],
    wide: true,
    indexable: false,
    body: html`<p class="above"><a href="${wranglingUrl}">${text.deskTitle()}</a></p>
<h2 class="heading">${title}</h2>
${fandom === null ? nothing : renderKeepers(fandom, shown)}
${renderTypes(shown)}
${lastAct({ ...shown, here: `${shown.here}#queue` })}
${shown.entries.length === 0 ? empty : renderForm(shown)}
${pager({ page, pages, hrefFor: (number) => queueUrl(fandom, type, number) })}`,
  };
}

function renderKeepers(fandom: Tag, { keepers, isKeeper, here, token }: QueueShown): Html {
  const said =
    keepers.length === 0 ? text.keptByNobody() : text.keptBy({ logins: keepers.join(', ') });
  return html`<div class="kept-by"><p>${said}</p>${formFor({
    action: keepersUrl,
    token,
    className: 'keep',
    body: html`${hiddenField('back', here)}${hiddenField(
      'fandom_id',
      String(fandom.id),
    )}<button type="submit" name="do" value="${isKeeper ? 'leave' : 'join'}">${
      isKeeper ? text.leaveThis() : text.keepThis()
    }</button>`,
  })}</div>`;
}

function renderTypes({ fandom, type, counts }: QueueShown): Html {
  const items = counts.map(({ type: one, count }) => {
    const current = one === type ? html` aria-current="page"` : nothing;
    return html`<li><a href="${queueUrl(fandom, one)}"${current}>${typesWord[
      one
    ]()} <span class="count">${numberText(count)}</span></a></li>`;
  });
  return html`<nav class="types" aria-label="${text.queues()}"><ul>${items}</ul></nav>`;
}

/** The way back from the last thing done. */
export function lastAct({ last, here, token }: Pick<QueueShown, 'last' | 'here' | 'token'>): Html {
  const [first] = last;
  if (first === undefined) return nothing;
  const batch = first.act.batch;
  const [label, what] =
    last.length === 1
      ? [text.undo(), { act: first.act.id }]
      : [text.undoAll({ count: last.length }), { batch }];
  return html`<div class="last-act"><p>${text.yourLast()}: <a href="${historyUrl({
    batch,
  })}">${last.at(-1)?.sentence ?? ''}</a></p>${undoForm(what, label, { here, token })}</div>`;
}

function renderForm(shown: QueueShown): Html {
  const { entries, here, token, counts, type } = shown;
  const count = counts.find((one) => one.type === type)?.count ?? 0;
  return html`<p>${text.queueCount({ count })}</p>
${keyList()}
<form id="queue" action="${actsUrl}" method="post" novalidate data-enhance="queue">
${tokenField(token)}${hiddenField('back', `${here}#queue`)}
<ol class="queue" aria-label="${text.queueList()}">${entries.map(renderEntry)}</ol>
${renderActs(shown)}
</form>
<form id="${suggestionForm}" action="${actsUrl}" method="post" novalidate>
${tokenField(token)}${hiddenField('back', `${here}#queue`)}
</form>`;
}

function renderEntry({ tag, uses, evidence, suggestions, notes }: QueueEntry): Html {
  const told = [
    html`<a href="${tagWorksUrl(tag)}">${text.usesHere({ count: uses })}</a>`,
    html`<a href="${wrangleTagUrl(tag)}" data-open>${text.wrangleTag()}<span
 class="landmark"> ${tag.name}</span></a>`,
    ...(notes === 0
      ? []
      : [html`<a href="${wrangleTagUrl(tag)}#notes">${text.notes({ count: notes })}</a>`]),
  ];
  return html`<li class="entry">
<div class="what"><label><input type="checkbox" name="tag" value="${tag.id}">
<span class="name">${tag.name}</span></label>
<p class="told">${joinHtml(told, ' · ')}</p></div>
${renderEvidence(evidence, suggestions)}
${suggestionList(tag, suggestions)}
</li>`;
}

// What the suggestions do not say already.
const evidenceShown = 3;
// A fandom on fewer of a tag's works than this share is there by chance.
const tellingShare = 0.2;

function renderEvidence({ fandoms, company }: Evidence, suggestions: readonly Suggestion[]): Html {
  const suggested = new Set(suggestions.map(({ target }) => target.id));
  const likely = fandoms.filter(({ works, total }) => works / total >= tellingShare);
  const rest = [...likely, ...company].filter(({ tag }) => !suggested.has(tag.id));
  const lines = rest.slice(0, evidenceShown).map((one) => html`<li>${companyLine(one)}</li>`);
  return lines.length === 0
    ? html`<div class="evidence"></div>`
    : html`<ul class="evidence">${lines}</ul>`;
}

const bulkActs: readonly ActWord[] = [
  'canonise-in',
  'canonise',
  'synonym',
  'add-parent',
  'add-metatag',
  'unwrangleable',
];

function renderActs({ fandom }: QueueShown): Html {
  const options = bulkActs.map((value) => ({ value, label: actWord[value]() }));
  return html`<fieldset class="acts-bar"><legend>${text.withTicked()}</legend>
${selectField({ name: 'act', label: text.actLabel(), options, value: 'canonise-in' })}
<div class="field"><label for="target">${text.targetLabel()}</label>
<input type="text" id="target" name="target" value="${fandom?.name ?? ''}" autocomplete="off"
 data-enhance="autocomplete" data-address="${autocompleteUrl('tag')}"
 data-label="${text.targetLabel()}"></div>
<button type="submit" class="main">${text.doIt()}</button>
</fieldset>`;
}
