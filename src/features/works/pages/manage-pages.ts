// Pages with which creators keep their works: drafts, order, and the questions before deleting.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import {
  confirmForm,
  errorSummary,
  formFor,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { text as company } from '../company/messages.ts';
import { text as images } from '../images/messages.ts';
import { undeleteDays } from '../limits.ts';
import { text } from '../messages.ts';
import {
  chapterHistoryUrl,
  chapterUrl,
  creatorsUrl,
  deleteChapterUrl,
  deleteWorkUrl,
  editChapterUrl,
  editWorkUrl,
  historyUrl,
  imagesUrl,
  newChapterUrl,
  orderChaptersUrl,
  postChapterUrl,
  postWorkUrl,
  relatedUrl,
  undeleteWorkUrl,
  workUrl,
} from '../urls.ts';
import type { Blurb, ChapterHeading, ChapterSource, Work } from '../work.ts';
import { workBlurb } from './blurb.ts';
import { momentText } from './moment.ts';

export function draftsPage(drafts: readonly Blurb[]): Page {
  const list = html`<h3 class="landmark heading">${text.landmarkWorks()}</h3>
<ol class="work index group">${drafts.map((draft) => workBlurb(draft))}</ol>`;
  return {
    title: text.draftsTitle(),
    mainClass: 'works-index dashboard region',
    indexable: false,
    body: html`<h2 class="heading">${text.draftsTitle()}</h2>
${drafts.length === 0 ? html`<p>${text.draftsNone()}</p>` : list}`,
  };
}

type Named = { readonly id: number; readonly title: string };

export function deleteWorkPage(frame: Frame, work: Named): Page {
  return asked(text.deleteWorkQuestion({ title: work.title }), (question) =>
    confirmForm({
      question,
      explanation: html`<p>${text.deleteWorkExplanation({ days: undeleteDays })}</p>`,
      action: deleteWorkUrl(work),
      token: frame.formToken,
      button: text.deleteWorkButton(),
      cancelHref: workUrl(work),
    }),
  );
}

export function undeleteWorkPage(frame: Frame, work: Named): Page {
  return asked(text.undeleteQuestion({ title: work.title }), (question) =>
    confirmForm({
      question,
      action: undeleteWorkUrl(work),
      token: frame.formToken,
      button: text.undeleteButton(),
      cancelHref: '/',
    }),
  );
}

export function deleteChapterPage(frame: Frame, work: Named, chapter: ChapterSource): Page {
  const words = { number: chapter.position, title: work.title };
  return asked(text.deleteChapterQuestion(words), (question) =>
    confirmForm({
      question,
      explanation: html`<p>${text.deleteChapterExplanation({ days: undeleteDays })}</p>`,
      action: deleteChapterUrl(work, chapter),
      token: frame.formToken,
      button: text.deleteChapterButton(),
      cancelHref: chapterUrl(work, chapter),
    }),
  );
}

function asked(question: string, body: (question: string) => Html): Page {
  const mainClass = 'works-confirm region';
  return { title: question, mainClass, indexable: false, body: body(question) };
}

export function orderPage(
  frame: Frame,
  work: Work,
  errors: readonly FieldError[],
  typed: readonly string[] = [],
): Page {
  const title = text.orderTitle({ title: work.title });
  const fields = work.chapters.map((chapter, at) =>
    textField({
      name: `number[${chapter.id}]`,
      label: text.orderField({ title: chapterName(chapter) }),
      value: typed[at] ?? String(chapter.position),
      inputmode: 'numeric',
      problems: errors,
    }),
  );
  return {
    title,
    mainClass: 'chapters-order region',
    indexable: false,
    styles: ['works'],
    body: html`<h2 class="heading">${title}</h2>
${errorSummary(errors)}<p class="hint">${text.orderHint()}</p>
${formFor({
  action: orderChaptersUrl(work),
  token: frame.formToken,
  body: html`<div data-enhance="chapter-order" data-up="${text.orderUp()}"
 data-down="${text.orderDown()}" data-moved="${text.orderMoved({
   title: '{title}',
   number: '{number}',
 })}">
${fields}</div>
${submitButtons([{ label: text.buttonSave() }], workUrl(work))}`,
})}`,
  };
}

/** Its title, or “Chapter 3” for one without. */
export function chapterName(chapter: Pick<ChapterHeading, 'title' | 'position'>): string {
  return chapter.title || text.chapterNumbered({ number: chapter.position });
}

/**
 * What a creator can do with the work, and notices about its state; nothing for other viewers.
 * `chapter` is the one on the page, when there is one.
 */
export function creatorBar(frame: Frame, work: Work, chapter: ChapterHeading | null): Html {
  const notice = stateNotice(work, chapter);
  if (!work.own) return notice === null ? nothing : html`<p class="notice">${notice}</p>`;
  const links = [
    [editWorkUrl(work), text.manageEdit()],
    ...(chapter === null ? [] : [[editChapterUrl(work, chapter), text.manageEditChapter()]]),
    [newChapterUrl(work), text.manageAddChapter()],
    ...(work.chapters.length > 1 ? [[orderChaptersUrl(work), text.manageOrder()]] : []),
    [chapter === null ? historyUrl(work) : chapterHistoryUrl(work, chapter), text.manageHistory()],
    [creatorsUrl(work), company.manageCreators()],
    [relatedUrl(work), company.manageRelated()],
    [imagesUrl(work), images.pictures()],
    [deleteWorkUrl(work), text.manageDelete()],
  ] as const;
  const post = postAddress(work, chapter);
  return html`<div class="creator-bar" role="group" aria-label="${text.manageHeading()}">
${notice === null ? nothing : html`<p class="notice">${notice}</p>`}
<ul class="actions">${links.map(
    ([href, label]) => html`<li><a href="${href ?? ''}">${label}</a></li>`,
  )}</ul>
${
  post === null
    ? nothing
    : formFor({
        action: post,
        token: frame.formToken,
        body: submitButtons([{ label: text.buttonPost() }]),
      })
}</div>`;
}

function stateNotice(work: Work, chapter: ChapterHeading | null): string | null {
  if (!work.posted) {
    const times = work.chapters.flatMap(({ scheduledAt = null }) => scheduledAt ?? []);
    if (times.length === 0) return text.draftNotice();
    return text.plannedNotice({ time: momentText(Math.min(...times)) });
  }
  if (work.held !== null) return text.heldNotice({ reasons: work.held.join(' ') });
  if (work.hidden) return text.hiddenNotice();
  if (chapter === null || chapter.posted) return null;
  const { scheduledAt = null } = chapter;
  if (scheduledAt === null) return text.draftChapterNotice();
  return text.scheduledNotice({ time: momentText(scheduledAt) });
}

/** Where the “Post” button sends: the draft work, or the draft chapter shown. */
function postAddress(work: Work, chapter: ChapterHeading | null): string | null {
  if (!work.posted) return postWorkUrl(work);
  return chapter !== null && !chapter.posted ? postChapterUrl(work, chapter) : null;
}
