// What a feed says of a chapter: facts, and none of its text.
import { type Html, html } from '../../../kit/html/index.ts';
import { numberText } from '../../../web/controls.ts';
import type { ChapterHeading, Work } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';

export function chapterSummary(work: Work, chapter: ChapterHeading, site: string): Html {
  return html`<p><a href="${site}${workUrl(work)}">${work.title}</a></p>
<p>${text.feedWords({ words: numberText(chapter.words) })}</p>`;
}
