// A tag as wranglers see it: how it stands, what speaks for what, every act, its relatives, notes.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { errorSummary, hiddenField, tokenField } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { type Tag, typeWord } from '../../tags/index.ts';
import { tagUrl, tagWorksUrl } from '../../tags/urls.ts';
import type { ToldAct } from '../history.ts';
import { text } from '../messages.ts';
import type { Note } from '../store.ts';
import type { Evidence, Suggestion } from '../suggestions.ts';
import { actsUrl, historyUrl, wrangleTagUrl, wranglingUrl } from '../urls.ts';
import { statusWord } from '../words.ts';
import { actsList } from './history-pages.ts';
import { renderNotes } from './notes.ts';
import { lastAct } from './queue-page.ts';
import { companyLine, suggestionForm, suggestionList } from './suggestion-list.ts';
import { renderActs, renderRelatives } from './tag-acts.ts';

export type Relatives = {
  readonly synonyms: readonly Tag[];
  readonly parents: readonly Tag[];
  readonly children: readonly Tag[];
  readonly metatags: readonly Tag[];
  readonly subtags: readonly Tag[];
};

export type TagShown = {
  readonly tag: Tag;
  /** False: the host's own choice, which wranglers leave as it is. */
  readonly isOpen: boolean;
  /** What it is a synonym of. */
  readonly target: Tag | null;
  readonly evidence: Evidence;
  readonly suggestions: readonly Suggestion[];
  readonly relatives: Relatives;
  /** How many children there are besides. */
  readonly moreChildren: number;
  /** Fandoms of a relationship's characters. */
  readonly inherited: readonly Tag[];
  readonly history: readonly ToldAct[];
  readonly last: readonly ToldAct[];
  readonly notes: readonly Note[];
  readonly me: UserId;
  /** The note of a refused form. */
  readonly note: string;
  readonly problems: readonly FieldError[];
  readonly here: string;
  readonly token: string;
};

export function tagPage(shown: TagShown): Page {
  const { tag, isOpen, problems, history } = shown;
  const title = text.tagTitle({ name: tag.name });
  const whole = html`<p><a href="${historyUrl({ tag: tag.id })}">${text.wholeHistory()}</a></p>`;
  const what = html`${renderSuggestions(shown)}${renderActs(shown)}`;
  return {
    title,
    mainClass: 'wrangling-tag region',
    styles: ['wrangling'],
    wide: true,
    indexable: false,
    body: html`<p class="above"><a href="${wranglingUrl}">${text.deskTitle()}</a></p>
<h2 class="heading">${tag.name}</h2>
${renderStanding(shown)}
${lastAct(shown)}${errorSummary(problems)}<div class="columns"><div>
${isOpen ? what : html`<p class="notice">${text.vocabulary()}</p>`}
${renderRelatives(shown)}</div><div>
${renderCompany(shown)}
${renderNotes(shown)}
<h3 class="heading">${text.history()}</h3>
${history.length === 0 ? html`<p>${text.historyEmpty()}</p>` : actsList(history, shown)}
${history.length === 0 ? nothing : whole}</div></div>`,
  };
}

function renderStanding({ tag, target, evidence }: TagShown): Html {
  const status = statusWord[tag.status]();
  const type = tag.type === 'media' ? 'medium' : tag.type;
  const lead = text.tagLead({ type: typeWord(tag.type), status });
  const of =
    target === null ? nothing : html` · <a href="${wrangleTagUrl(target)}">${target.name}</a>`;
  return html`<p class="lead">${lead}${of}</p>
<ul class="navigation actions">
<li><a href="${tagUrl(tag)}?type=${type}">${text.tagPage()}</a></li>
<li><a href="${tagWorksUrl(tag)}">${text.tagWorks({
    count: evidence.works,
  })}</a></li>
</ul>`;
}

function renderSuggestions({ tag, suggestions, here, token }: TagShown): Html {
  if (suggestions.length === 0) return nothing;
  return html`<h3 class="heading">${text.suggestions()}</h3>
<form id="${suggestionForm}" action="${actsUrl}" method="post" novalidate>
${tokenField(token)}${hiddenField('back', here)}
${suggestionList(tag, suggestions)}
</form>`;
}

function renderCompany({ evidence }: TagShown): Html {
  const company = [...evidence.fandoms, ...evidence.company];
  if (company.length === 0) return nothing;
  const rows = company.map(
    (one) => html`<li><a href="${wrangleTagUrl(one.tag)}">${one.tag.name}</a>
<span class="count" title="${companyLine(one)}">${text.ofWorks({
      works: one.works,
      total: one.total,
    })}</span></li>`,
  );
  return html`<h3 class="heading">${text.occursWith()}</h3>
<ul class="company">${rows}</ul>`;
}
