// A wrangler's desk.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { formFor, numberText, submitButtons, tagField, textField } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { autocompleteUrl } from '../../finding/urls.ts';
import { type OpenTagType, openTagTypes, type Tag } from '../../tags/index.ts';
import type { ToldAct } from '../history.ts';
import { text } from '../messages.ts';
import { historyUrl, keepersUrl, queueUrl, wrangleFindUrl } from '../urls.ts';
import { typesWord } from '../words.ts';
import { actsList } from './history-pages.ts';

type Counts = Readonly<Record<OpenTagType, number>>;

/** Counts null: not counted, because there are so many. */
export type FandomQueue = { readonly fandom: Tag; readonly counts: Counts | null };

export type DeskShown = {
  readonly fandoms: readonly FandomQueue[];
  readonly everything: Counts;
  /** The wrangler's own last ones. */
  readonly acts: readonly ToldAct[];
  readonly login: string;
  readonly here: string;
  readonly token: string;
};

export function deskPage(shown: DeskShown): Page {
  const { acts, login } = shown;
  return {
    title: text.deskTitle(),
    mainClass: 'wrangling-desk region',
    styles: ['wrangling'],
    indexable: false,
    body: html`<h2 class="heading">${text.deskTitle()}</h2>
<p>${text.deskLead()}</p>
<ul class="navigation actions">
<li><a href="${historyUrl()}">${text.historyOfAll()}</a></li>
<li><a href="${keepersUrl}">${text.keepers()}</a></li>
</ul>
<h3 class="heading">${text.yourFandoms()}</h3>
${renderFandoms(shown)}
${renderSignUp(shown)}
<h3 class="heading">${text.wholeArchive()}</h3>
${waitingLine(null, openTagTypes, shown.everything)}
<h3 class="heading">${text.findTag()}</h3>
${findForm('')}
${
  acts.length === 0
    ? nothing
    : html`<h3 class="heading">${text.history()}</h3>
${actsList(acts, shown)}
<p><a href="${historyUrl({ by: login })}">${text.historyOfPerson({ login })}</a></p>`
}`,
  };
}

const types = openTagTypes.filter((type) => type !== 'fandom');

function renderFandoms({ fandoms }: DeskShown): Html {
  if (fandoms.length === 0) return html`<p>${text.noFandoms()}</p>`;
  const rows = fandoms.map(
    ({ fandom, counts }) => html`<li><h4 class="heading"><a href="${queueUrl(
      fandom,
      types.find((type) => counts === null || counts[type] > 0) ?? 'character',
    )}">${fandom.name}</a></h4>
${counts === null ? nothing : waitingLine(fandom, types, counts)}</li>`,
  );
  return html`<ul class="fandom-queues">${rows}</ul>`;
}

function waitingLine(fandom: Tag | null, shown: readonly OpenTagType[], counts: Counts): Html {
  const items = shown.map((type) => {
    const number = html`<span class="count">${numberText(counts[type])}</span>`;
    const label = html`${typesWord[type]()} ${number}`;
    return html`<li>${
      counts[type] === 0
        ? html`<span class="done">${label}</span>`
        : html`<a href="${queueUrl(fandom, type)}">${label}</a>`
    }</li>`;
  });
  return html`<ul class="waits">${items}</ul>`;
}

function renderSignUp({ here, token }: DeskShown): Html {
  return formFor({
    action: keepersUrl,
    token,
    className: 'narrow sign-up',
    body: [
      html`<input type="hidden" name="back" value="${here}">`,
      tagField({
        name: 'fandom',
        label: text.lookAfter(),
        address: autocompleteUrl('fandom'),
      }),
      submitButtons([{ label: text.keepThis(), name: 'do', value: 'join' }]),
    ],
  });
}

/** Finds a tag by its name. */
export function findForm(name: string): Html {
  return html`<form class="narrow" action="${wrangleFindUrl}" method="get" role="search"
 aria-label="${text.findTag()}">
${textField({ name: 'name', label: text.findTagName(), value: name, type: 'search' })}
<button type="submit">${text.findTagButton()}</button>
</form>`;
}
