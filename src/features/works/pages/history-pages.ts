// The pages of a history: the list of versions, one version, and the question before they go.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import {
  confirmForm,
  errorSummary,
  formFor,
  numberText,
  submitButtons,
  textArea,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { undeleteDays } from '../limits.ts';
import { text } from '../messages.ts';
import type { RevisionReason } from '../schema.ts';
import type { DeletedChapter } from '../store/deleted-chapters.ts';
import type { ListedRevision } from '../store/revisions.ts';
import { chapterHistoryUrl, chapterUrl, historyUrl, undeleteChapterUrl, workUrl } from '../urls.ts';
import type { ChapterVersion, WorkVersion } from '../versions.ts';
import type { ChapterHeading, ChapterSource, Work } from '../work.ts';
import { differencesInOne, type FieldDifference } from './differences.ts';
import { chapterName } from './manage-pages.ts';
import { momentText } from './moment.ts';

export const revisionsPerPage = 100;

/** Whose history it is: the work's own fields, or one chapter's. */
export type HistoryOf = {
  readonly work: Work;
  readonly chapter: ChapterSource | null;
};

export function historyPage(
  frame: Frame,
  of: HistoryOf,
  revisions: readonly ListedRevision[],
  deleted: readonly DeletedChapter[],
): Page {
  const title = titleOf(of);
  const last = revisions.at(-1);
  const older =
    revisions.length < revisionsPerPage || last === undefined
      ? nothing
      : html`<p><a href="${addressOf(of)}?below=${last.number}">${text.historyOlder()}</a></p>`;
  const forget = html`<p><a href="${addressOf(of)}/forget">${text.forgetLink()}</a></p>`;
  return page(
    title,
    html`<p>${text.historyLead()}</p>
${backLink(of)}
${
  revisions.length === 0
    ? html`<p>${text.historyNone()}</p>`
    : html`${renderTable(of, revisions)}${older}${forget}`
}
${of.chapter === null ? renderChapters(of.work) : nothing}${
  deleted.length > 0 && renderDeleted(frame, of.work, deleted)
}`,
  );
}

function renderTable(of: HistoryOf, revisions: readonly ListedRevision[]): Html {
  return html`<section class="table-scroll" tabindex="0" aria-label="${titleOf(of)}">
<table class="history">
<thead><tr><th scope="col">${text.historyWhen()}</th><th scope="col">${text.historyWho()}</th>
<th scope="col">${text.historyWhy()}</th><th scope="col">${text.historyWords()}</th></tr></thead>
<tbody>${revisions.map((row) => {
    const { number, login } = row;
    const changed = { added: row.words_added, removed: row.words_removed };
    return html`<tr><th scope="row"><a href="${addressOf(of)}/${number}">${momentText(row.made_at)}
<span class="landmark">${text.historySee({ number })}</span></a></th><td>${login}</td>
<td>${reasonText(row.reason)}</td>
<td>${numberText(row.words)} (${text.historyWordsChanged(changed)})</td></tr>\n`;
  })}</tbody></table></section>`;
}

function renderChapters(work: Work): Html {
  return html`<h3 class="heading">${text.historyChapters()}</h3>
<ol>${work.chapters.map(
    (chapter: ChapterHeading) =>
      html`<li><a href="${chapterHistoryUrl(work, chapter)}">${chapterName(chapter)}</a></li>\n`,
  )}</ol>`;
}

function renderDeleted(frame: Frame, work: Work, deleted: readonly DeletedChapter[]): Html {
  return html`<h3 class="heading">${text.deletedChapters()}</h3>
<p>${text.deletedChaptersLead({ days: undeleteDays })}</p>
<ul>${deleted.map((chapter) => {
    const name = chapterName(chapter);
    const named = text.deletedChapter({ name, time: momentText(chapter.deleted_at) });
    return html`<li>${formFor({
      action: undeleteChapterUrl(work, chapter),
      token: frame.formToken,
      body: html`<p>${named}</p>${submitButtons([{ label: text.undeleteChapter({ name }) }])}`,
    })}</li>\n`;
  })}</ul>`;
}

export type RevisionShown = {
  readonly row: Pick<ListedRevision, 'number' | 'made_at' | 'reason' | 'words' | 'login'>;
  readonly version: ChapterVersion | WorkVersion;
  /** Null: it is the first, and there is nothing before it. */
  readonly fields: readonly FieldDifference[] | null;
  readonly againstPresent: boolean;
  readonly errors: readonly FieldError[];
};

export function revisionPage(frame: Frame, of: HistoryOf, shown: RevisionShown): Page {
  const { row, version, fields, againstPresent } = shown;
  const address = `${addressOf(of)}/${row.number}`;
  const made = {
    reason: reasonText(row.reason),
    time: momentText(row.made_at),
    login: row.login,
    words: row.words,
  };
  const whole =
    'source' in version
      ? textArea({
          name: 'version',
          label: text.revisionText(),
          value: version.source,
          rows: 16,
        })
      : nothing;
  const links = [
    againstPresent
      ? [address, text.revisionAgainstBefore()]
      : [`${address}?with=present`, text.revisionAgainstPresent()],
    [addressOf(of), text.revisionBack()],
  ] as const;
  return page(
    text.revisionTitle({ number: row.number, title: nameOf(of) }),
    html`${errorSummary(shown.errors)}<p>${text.revisionMade(made)}</p>
<ul class="actions">${links.map(
      ([href, label]) => html`<li><a href="${href}">${label}</a></li>`,
    )}</ul>
<h3 class="heading">${
      againstPresent ? text.revisionAgainstPresent() : text.revisionAgainstBefore()
    }</h3>
${fields === null ? html`<p>${text.revisionFirst()}</p>` : differencesInOne(fields)}
${formFor({
  action: `${address}/restore`,
  token: frame.formToken,
  body: submitButtons([{ label: text.revisionRestore() }], addressOf(of)),
})}
${whole}`,
  );
}

export function forgetPage(frame: Frame, of: HistoryOf, bytes: number): Page {
  const question = text.forgetQuestion({ title: nameOf(of) });
  const megabytes = Math.ceil(bytes / 100_000) / 10;
  return {
    title: question,
    mainClass: 'works-confirm region',
    indexable: false,
    body: confirmForm({
      question,
      explanation: html`<p>${text.forgetExplanation({ megabytes })}</p>`,
      action: `${addressOf(of)}/forget`,
      token: frame.formToken,
      button: text.forgetButton(),
      cancelHref: addressOf(of),
    }),
  };
}

function page(title: string, body: Html): Page {
  return {
    title,
    mainClass: 'works-history region',
    indexable: false,
    styles: ['works'],
    body: html`<h2 class="heading">${title}</h2>
${body}`,
  };
}

function backLink({ work, chapter }: HistoryOf): Html {
  const address = chapter === null ? workUrl(work) : chapterUrl(work, chapter);
  const title = text.historyOf({ title: work.title });
  const all = html`<li><a href="${historyUrl(work)}">${title}</a></li>`;
  return html`<ul class="actions"><li><a href="${address}">${
    chapter === null ? work.title : chapterName(chapter)
  }</a></li>${chapter === null ? nothing : all}</ul>`;
}

function titleOf({ work, chapter }: HistoryOf): string {
  if (chapter === null) return text.historyOf({ title: work.title });
  return text.historyOfChapter({ number: chapter.position, title: work.title });
}

const nameOf = ({ work, chapter }: HistoryOf) =>
  chapter === null ? work.title : chapterName(chapter);

const addressOf = ({ work, chapter }: HistoryOf) =>
  chapter === null ? historyUrl(work) : chapterHistoryUrl(work, chapter);

function reasonText(reason: RevisionReason): string {
  return text[`reason_${reason}`]();
}
