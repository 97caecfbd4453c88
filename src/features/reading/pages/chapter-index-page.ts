// The chapter index. Tools take the work's number from its first link and its creators from the
// only author links of the page, so nothing else here links a work, a chapter or a pseud.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { dateText, restrictedMark } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { byline, type ChapterHeading, chapterName, type Work } from '../../works/index.ts';
import { chapterIndexUrl, chapterUrl, workUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import { lengthText } from './length.ts';
import { isIndexable } from './search-engines.ts';

export function chapterIndexPage(work: Work): Page {
  const title = text.indexTitle({ title: work.title });
  const link = html`<a href="${workUrl(work)}">${work.title}</a>`;
  const authors = byline(work.creators);
  const lock = work.restricted ? html` ${restrictedMark()}` : nothing;
  return {
    title,
    mainClass: 'works-navigate region',
    canonical: chapterIndexUrl(work),
    indexable: isIndexable(work),
    styles: ['reading'],
    body: html`<h2 class="heading">${text.indexOf()} ${link}${lock} ${text.by()} ${authors}</h2>
<ol class="chapter index group">
${work.chapters.map((chapter) => renderChapter(work, chapter))}</ol>`,
  };
}

function renderChapter(work: Work, chapter: ChapterHeading): Html {
  const { publishedAt, position, words } = chapter;
  const date =
    publishedAt === null || !chapter.posted
      ? html`<span class="mark">${text.draft()}</span>`
      : html`<span class="datetime">(${dateText(publishedAt)})</span>`;
  const name = `${position}. ${chapterName(chapter)}`;
  const link = html`<a href="${chapterUrl(work, chapter)}">${name}</a>`;
  return html`<li>${link} ${date}
<span class="length">${lengthText(words, work.language)}</span></li>
`;
}
