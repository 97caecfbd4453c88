// The bar within the thumb's reach: chapters before and after, the list of chapters, and the panel
// that sets how text is shown.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { Frame } from '../../../web/document.ts';
import { keepPlace } from '../../readings/index.ts';
import { type ChapterHeading, chapterName } from '../../works/index.ts';
import { chapterIndexUrl } from '../../works/urls.ts';
import { chaptersAround, listedChaptersMax } from '../limits.ts';
import { text } from '../messages.ts';
import { readOnUrl } from '../urls.ts';
import { readingForm } from './reading-form.ts';
import { neighbours, openChapter, type WorkView } from './work-view.ts';

export function renderReadingBar(frame: Frame, view: WorkView): Html {
  const { previous, next } = neighbours(view);
  const isMany = view.work.chapters.length > 1;
  const panel = html`<details class="panel" name="reading-bar" data-enhance="menu">
<summary aria-label="${text.readingPanel()}">${text.readingPanelSign()}</summary>
${readingForm(frame, frame.path)}</details>`;
  return html`<nav class="reading-bar" aria-label="${text.readingBar()}" data-enhance="reading-bar">
${previous === null ? nothing : step(view, previous, 'prev')}
${isMany ? renderChapterList(view) : nothing}
${next === null ? nothing : step(view, next, 'next')}
${keepPlace(frame, view.work, view.reading, view.chapters)}${panel}
</nav>`;
}

function step({ work }: WorkView, to: ChapterHeading, direction: 'prev' | 'next'): Html {
  const [sign, label] =
    direction === 'next' ? ['→', text.nextChapter()] : ['←', text.previousChapter()];
  const href = readOnUrl(work, to);
  return html`<a rel="${direction}" href="${href}" aria-label="${label}">${sign}</a>`;
}

function renderChapterList(view: WorkView): Html {
  const { work } = view;
  const all = work.chapters.length;
  const open = openChapter(view);
  const [sign, label] =
    open === null
      ? [text.chaptersShort({ all }), text.chaptersLong({ all })]
      : [
          text.chapterOf({ number: open.position, all }),
          text.chapterOfLong({ number: open.position, all }),
        ];
  const listed = listedAround(work.chapters, open);
  const rest = html`<p><a href="${chapterIndexUrl(work)}">${text.allChapters({ all })}</a></p>`;
  return html`<details class="panel chapters" name="reading-bar" data-enhance="menu">
<summary aria-label="${label}">${sign}</summary>
<div class="chapter-list"><ol start="${listed[0]?.position ?? 1}">${listed.map((chapter) => {
    const href = open === null ? `#chapter-${chapter.position}` : readOnUrl(work, chapter);
    const current = chapter.id === open?.id ? html` aria-current="page"` : nothing;
    return html`<li><a href="${href}"${current}>${chapterName(chapter)}</a></li>`;
  })}</ol>
${listed.length < all ? rest : nothing}</div></details>`;
}

/** All chapters; of a very long work those around the open one. */
function listedAround(
  chapters: readonly ChapterHeading[],
  open: ChapterHeading | null,
): readonly ChapterHeading[] {
  if (open === null || chapters.length <= listedChaptersMax) return chapters;
  const at = open.position - 1;
  return chapters.slice(Math.max(0, at - chaptersAround), at + chaptersAround + 1);
}
