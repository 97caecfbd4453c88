// The text of a work: its chapters with their own summaries and notes, and the work's around them.
import { type Html, html, nothing, trustedHtml } from '../../../kit/html/index.ts';
import {
  associations,
  type Chapter,
  chapterTagList,
  type InLanguage,
  inLanguage,
  type Work,
} from '../../works/index.ts';
import { chapterUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import { lengthText } from './length.ts';
import { openChapter, type WorkView } from './work-view.ts';

/** Words and minutes of what this page holds. */
export function renderLength(view: WorkView): Html {
  const words = view.chapters.reduce((sum, chapter) => sum + chapter.words, 0);
  if (words === 0) return nothing;
  return html`<p class="length">${lengthText(words, view.work.language)}</p>`;
}

export function renderChapters(view: WorkView): Html {
  const { work, chapters, shown } = view;
  if (chapters.length === 0) return html`<div id="chapters"><p>${text.noChapters()}</p></div>`;
  if (shown === 'one-shot') return renderOneShot(view);
  return html`<div id="chapters">${chapters.map((chapter) => renderChapter(work, chapter))}</div>`;
}

/** Tools take a work of one piece from here: no chapter's head, no number. */
function renderOneShot(view: WorkView): Html {
  const chapter = openChapter(view);
  const title = chapter?.title ?? '';
  const { work } = view;
  const named = html`<h3 class="piece heading"${inLanguage(work)}>${title}</h3>`;
  return html`<div id="chapters">
<h3 id="work" class="landmark heading">${text.workText()}</h3>
${title !== '' && title !== work.title ? named : nothing}
<div class="userstuff module" role="article"${inLanguage(work)}${
    chapter !== null && numbered(chapter)
  }>
${sanitised(chapter?.html)}
</div>
</div>`;
}

function renderChapter(work: Work, chapter: Chapter): Html {
  const { position, title, summary, notes, endNotes, tags } = chapter;
  const name = text.chapterNumbered({ number: position });
  const link = html`<a href="${chapterUrl(work, chapter)}">${name}</a>`;
  const words = title === '' ? ' ' : `: ${title}`;
  // The ids repeat in the whole-work view: tools look for them in each chapter.
  return html`<div id="chapter-${position}" class="chapter">
<div class="chapter preface group">
<h3 class="title" lang="${work.language}" dir="auto">${link}${words}</h3>
${tags === undefined ? nothing : chapterTagList(tags)}
${module('summary module', 'summary', text.summary(), work, summary)}
${module('notes module', 'notes', text.notes(), work, notes)}
</div>
<div class="userstuff module" role="article"${inLanguage(work)}${numbered(
    chapter,
  )}>${textLandmark()}
${sanitised(chapter.html)}
</div>
${endNotes === '' ? nothing : renderEndNotes(work, chapter)}
</div>`;
}

/** For the script that keeps the place. */
function numbered({ id }: { readonly id: number }): Html {
  return html` data-chapter="${id}"`;
}

/** Tools expect it to be the first thing in the text, and skip it. */
function textLandmark(): Html {
  return html`<h3 class="landmark heading">${text.chapterText()}</h3>`;
}

function renderEndNotes(work: Work, { position, endNotes }: Chapter): Html {
  const id = `chapter_${position}_endnotes`;
  const notes = module('end notes module', id, text.chapterEndNotes(), work, endNotes);
  return html`<div class="chapter preface group">${notes}</div>`;
}

/** The work's own summary and notes; a work of one piece says its chapter's with them. */
export function renderWorkNotes(view: WorkView): Html {
  const { work } = view;
  const piece = view.shown === 'one-shot' ? openChapter(view) : null;
  const summary = work.summary + (piece?.summary ?? '');
  const notes = work.notes + (piece?.notes ?? '');
  return html`${module('summary module', null, text.summary(), work, summary)}
${module('notes module', null, text.notes(), work, notes, associations(work.gifts, view.related))}`;
}

export function renderWorkEndNotes(view: WorkView): Html {
  const { work } = view;
  const piece = view.shown === 'one-shot' ? openChapter(view) : null;
  const endNotes = (piece?.endNotes ?? '') + work.endNotes;
  return module('end notes module', 'work_endnotes', text.workEndNotes(), work, endNotes);
}

/** A summary or notes under their heading; nothing where there are none. */
function module(
  className: string,
  id: string | null,
  heading: string,
  work: Work,
  markup: string,
  first: Html = nothing,
): Html {
  if (markup === '' && first === nothing) return nothing;
  return html`<div${id === null ? nothing : html` id="${id}"`} class="${className}">
<h3 class="heading">${heading}</h3>
${first}${markup === '' ? nothing : quote(work, markup)}
</div>`;
}

function quote(work: InLanguage, markup: string): Html {
  const shown = sanitised(markup);
  return html`<blockquote class="userstuff"${inLanguage(work)}>${shown}</blockquote>`;
}

/** Texts of works come out of the store as the sanitiser left them. */
function sanitised(markup: string | undefined): Html {
  return trustedHtml(markup ?? '');
}
