// A chapter as devices keep it: the page of the work without what only the archive can answer.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { dateText } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { kudosAct } from '../../kudos/index.ts';
import { placeTarget, readingFold } from '../../readings/index.ts';
import { bylineText } from '../../works/index.ts';
import { chapterUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import { renderChapters, renderLength, renderWorkEndNotes } from './chapter-text.ts';
import { renderReadingBar } from './reading-bar.ts';
import { renderOnward, renderPreface, renderSkinLink } from './work-page.ts';
import { openChapter, showsEnd, type WorkView } from './work-view.ts';

/** `at`: when it was fetched. */
export function keptPage(frame: Frame, view: Omit<WorkView, 'follow'>, at: number): Page {
  const shown: WorkView = { ...view, follow: nothing };
  const { work } = shown;
  return {
    title: text.pageTitle({ title: work.title, creators: bylineText(work.creators) }),
    mainClass: 'works-show region',
    kept: true,
    indexable: false,
    head: renderSkinLink(frame, shown),
    styles: ['reading', 'kudos', 'bookmarks', 'offline'],
    body: html`<div class="work-page">
${renderStrip(shown, at)}
<div id="workskin"${shown.skin === null ? nothing : html` data-skin="yes"`}>
${renderPreface(shown)}
${renderLength(shown)}
${placeTarget(shown.reading, shown.chapters)}${renderChapters(shown)}
${showsEnd(shown) ? renderWorkEndNotes(shown) : nothing}
</div>
${renderOnward(shown)}
<div id="feedback" role="group" aria-label="${text.feedback()}">
${kudosAct(frame, shown.kudos)}
${readingFold(frame, work, shown.reading, openChapter(shown))}
</div>
${renderReadingBar(frame, shown)}
</div>`,
  };
}

/** Leads to the archive without saying from where: the worker would lead back here. */
function renderStrip({ work, chapters }: WorkView, at: number): Html {
  const [chapter] = chapters;
  if (chapter === undefined) return nothing;
  return html`<p class="kept-strip" data-enhance="kept-strip" data-work="${work.id}"
 data-chapter="${chapter.id}" data-fetched="${at}" data-waiting="${text.keptWaiting()}"
>${text.keptOn({ date: dateText(at) })}
<a href="${chapterUrl(work, chapter)}" rel="noreferrer">${text.keptOpen()}</a>
<span role="status"></span></p>`;
}
