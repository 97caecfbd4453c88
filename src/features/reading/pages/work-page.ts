// The page of a work: actions, facts, title, text, and what comes after reading. The order, the
// elements and their classes are contract 6; wrappers, ids and `data-*` are ours.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { downloadFormats } from '../../../web/book-lists.ts';
import { restrictedMark } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { feedLinks } from '../../../web/feeds.ts';
import { keepItem } from '../../../web/keep-offer.ts';
import { bookmarkFold } from '../../bookmarks/index.ts';
import { workBookmarksUrl } from '../../bookmarks/urls.ts';
import { type Talk, talkPart } from '../../comments/index.ts';
import { kudosAct, kudosList } from '../../kudos/index.ts';
import { reportAboutUrl } from '../../moderation/urls.ts';
import {
  continueItem,
  historyQuestion,
  markItem,
  placeTarget,
  readingFold,
} from '../../readings/index.ts';
import { byline, bylineText, chapterName, children, creatorBar } from '../../works/index.ts';
import {
  chapterIndexUrl,
  chapterUrl,
  wholeWorkUrl,
  workSkinUrl,
  workUrl,
} from '../../works/urls.ts';
import { downloadUrl } from '../downloads.ts';
import { longTitleFrom } from '../limits.ts';
import { text } from '../messages.ts';
import { readOnUrl, workFeedPath } from '../urls.ts';
import {
  renderChapters,
  renderLength,
  renderWorkEndNotes,
  renderWorkNotes,
} from './chapter-text.ts';
import { renderReadingBar } from './reading-bar.ts';
import { descriptionOf, isIndexable, previewOf } from './search-engines.ts';
import { renderFacts } from './work-facts.ts';
import { neighbours, openChapter, showsBeginning, showsEnd, type WorkView } from './work-view.ts';

export function workPage(frame: Frame, view: WorkView): Page {
  const { work } = view;
  const description = descriptionOf(work);
  const mainClass = view.atChapter ? 'chapters-show region' : 'works-show region';
  return {
    title: titleOf(view),
    mainClass,
    canonical: canonicalOf(view),
    indexable: isIndexable(work),
    description,
    head: html`${previewOf(work, description)}${renderSkinLink(frame, view)}`,
    styles: ['reading', 'kudos', 'bookmarks', ...(view.talk === null ? [] : ['comments'])],
    // A feed shows what guests see.
    feeds:
      !work.posted || work.restricted || work.hidden || work.unrevealed
        ? []
        : feedLinks({ path: workFeedPath(work), title: text.chaptersOf({ title: work.title }) }),
    body: html`${creatorBar(frame, work, openChapter(view))}
<div class="work-page">
<div class="work-rail">
${renderActions(frame, view)}
${renderFacts(view)}
</div>
<div id="workskin"${view.skin === null ? nothing : html` data-skin="yes"`}>
${renderPreface(view)}
${renderLength(view)}
${placeTarget(view.reading, view.chapters)}${renderChapters(view)}
${showsEnd(view) ? html`${renderWorkEndNotes(view)}${children(view.related)}` : nothing}
</div>
${renderOnward(view)}
${renderFeedback(frame, view)}
${renderReadingBar(frame, view)}
</div>`,
  };
}

function titleOf(view: WorkView): string {
  const { work } = view;
  const creators = bylineText(work.creators);
  const chapter = view.atChapter && view.shown === 'chapter' ? openChapter(view) : null;
  if (chapter === null) return text.pageTitle({ title: work.title, creators });
  return text.chapterPageTitle({ title: work.title, chapter: chapterName(chapter), creators });
}

/** A work of one chapter has one address, whichever was asked for. */
function canonicalOf(view: WorkView): string {
  const { work, shown } = view;
  const open = openChapter(view);
  if (shown === 'whole') return wholeWorkUrl(work);
  return open === null || open.position === 1 ? workUrl(work) : chapterUrl(work, open);
}

function renderActions(frame: Frame, view: WorkView): Html {
  const { work, shown, follow, reading } = view;
  const item = (className: string, href: string, label: string) =>
    html`<li class="${className}"><a href="${href}">${label}</a></li>\n`;
  const other =
    shown === 'whole'
      ? item('chapter bychapter', workUrl(work), text.chapterByChapter())
      : item('chapter entire', wholeWorkUrl(work), text.entireWork());
  const index = item('index', chapterIndexUrl(work), text.chapterIndex());
  const formats = downloadFormats.map(
    ({ extension, label }) => html`<li><a href="${downloadUrl(work, extension)}">${label}</a></li>`,
  );
  return html`<ul class="work navigation actions">
${work.chapters.length > 1 ? [other, index] : nothing}
<li class="download">${text.download()} <ul>${formats}</ul></li>
${work.posted ? keepItem({ of: `work:${work.id}` }) : nothing}
${markItem(frame, work, reading)}${continueItem(work, reading, openChapter(view))}
${follow}${renderSkinSwitch(frame, view)}
</ul>`;
}

/**
 * The creators' style sheet. A reader who wants none has it for no medium at all, so that the
 * reading panel can show it at once (client/reading-panel.ts).
 */
export function renderSkinLink({ reading }: Frame, { work, skin, isPlain }: WorkView): Html {
  if (skin === null) return nothing;
  const off = isPlain || reading.skins === 'hidden' ? html` media="not all"` : nothing;
  return html`<link rel="stylesheet" href="${workSkinUrl(work, skin)}" data-skin="yes"${off}>`;
}

/** Without the style for once; for all works the reading panel says it. */
function renderSkinSwitch({ reading }: Frame, view: WorkView): Html {
  if (view.skin === null || reading.skins === 'hidden') return nothing;
  const here = addressOf(view);
  const off = `${here}${here.includes('?') ? '&' : '?'}style=off`;
  const [href, label] = view.isPlain ? [here, text.showStyle()] : [off, text.hideStyle()];
  return html`<li class="style"><a href="${href}" rel="nofollow">${label}</a></li>
`;
}

export function renderPreface(view: WorkView): Html {
  const { work } = view;
  // A title may be in another language than the work: its letters say how it runs.
  const language = html` lang="${work.language}" dir="auto"`;
  const long = work.title.length > longTitleFrom ? html` data-long=""` : nothing;
  return html`<div class="preface group">
<h2 class="title heading"${language}${long}>${work.title}${
    work.restricted ? html` ${restrictedMark()}` : nothing
  }</h2>
<h3 class="byline heading">${byline(work.creators)}</h3>
${showsBeginning(view) ? renderWorkNotes(view) : nothing}
</div>`;
}

/** The next chapter where the text ends; after the last one, the next work of a series. */
export function renderOnward(view: WorkView): Html {
  const { work, series } = view;
  const { previous, next } = neighbours(view);
  const links: Html[] = [];
  if (previous !== null) {
    const href = readOnUrl(work, previous);
    links.push(onward('prev', href, text.previousChapter(), chapterName(previous)));
  }
  if (next !== null) {
    const href = readOnUrl(work, next);
    links.push(onward('next', href, text.nextChapter(), chapterName(next)));
  }
  for (const step of showsEnd(view) ? series : []) {
    if (step.next === null) continue;
    const label = text.nextInNamedSeries({ series: step.title });
    links.push(onward(null, workUrl(step.next), label, step.next.title));
  }
  if (links.length === 0) return nothing;
  return html`<nav class="chapter-links" aria-label="${text.onward()}">${links}</nav>`;
}

/** `relation`: null for what follows without being a part of this work. */
function onward(relation: 'prev' | 'next' | null, href: string, label: string, name: string): Html {
  const kind = relation === null ? html` class="series-next"` : html` rel="${relation}"`;
  return html`<a${kind} href="${href}"><span>${label}</span> <b>${name}</b></a>\n`;
}

/** Kudos and comments, in the places that tools know by these ids. */
function renderFeedback(frame: Frame, view: WorkView): Html {
  const { work, kudos, talk, bookmark, reading, history } = view;
  const index = html`<li><a href="${chapterIndexUrl(work)}">${text.chapterIndex()}</a></li>`;
  const act = kudosAct(frame, kudos);
  const here = addressOf(view);
  const shown = `${here.includes('?') ? '&' : '?'}show_comments=true`;
  const count = frame.reading.counts === 'hidden' ? 0 : view.comments;
  const label = talk === null ? text.commentsCount({ count }) : text.hideComments();
  return html`<div id="feedback" role="group" aria-label="${text.feedback()}">
<ul class="actions">
<li><a href="#main">${text.toTop()}</a></li>
${work.chapters.length > 1 ? index : nothing}
${act === nothing ? nothing : html`<li>${act}</li>`}
<li id="show_comments_link"><a href="${here}${talk === null ? shown : ''}#feedback" rel="nofollow"
>${label}</a></li>
${work.own || !work.posted ? nothing : renderReport(view)}
</ul>
<input type="hidden" id="kudo_commentable_id" name="kudo[commentable_id]" value="${work.id}">
${kudosList(kudos)}
${readingFold(frame, work, reading, openChapter(view))}
${work.own || !work.posted ? nothing : historyQuestion(frame, history)}
${work.posted ? bookmarkFold(frame, workBookmarksUrl(work), bookmark) : nothing}
${renderTalk(frame, talk, `${here}${shown}`)}
</div>`;
}

/** The address of this very page without comments. */
function addressOf({ work, shown, atChapter, chapters }: WorkView): string {
  if (shown === 'whole') return wholeWorkUrl(work);
  const [chapter] = chapters;
  return atChapter && chapter !== undefined ? chapterUrl(work, chapter) : workUrl(work);
}

/** Tools know the place by its id, and find it empty until comments are asked for. */
function renderTalk(frame: Frame, talk: Talk | null, back: string): Html {
  if (talk === null) return html`<div id="comments_placeholder" hidden></div>`;
  return html`<div id="comments_placeholder">
<h3 class="heading" id="comments">${text.comments()}</h3>
${talkPart(frame, talk, back)}</div>`;
}

/** Of the chapter that is read, where there are several. */
function renderReport(view: WorkView): Html {
  const { work } = view;
  const open = work.chapters.length > 1 && view.shown === 'chapter' ? openChapter(view) : null;
  const href = open === null ? reportAboutUrl('work', work) : reportAboutUrl('chapter', open);
  const label = open === null ? text.reportWork() : text.reportChapter();
  return html`<li><a href="${href}" rel="nofollow">${label}</a></li>`;
}
