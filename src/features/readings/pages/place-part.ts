// The button that keeps the place inside a chapter, with what the script needs that moves it on.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { formFor, hiddenField } from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import type { ChapterHeading, Work } from '../../works/index.ts';
import { text } from '../messages.ts';
import type { Reading } from '../reading.ts';
import { myPlace, placeUrl } from '../urls.ts';

/** `shown`: the chapters of the page. Without script the place is the chapter as such. */
export function keepPlace(
  frame: Frame,
  work: Work,
  reading: Reading | null,
  shown: readonly ChapterHeading[],
): Html {
  if (frame.viewer.kind === 'guest' || !work.posted) return nothing;
  const here = shown.find(({ id }) => id === reading?.chapter) ?? shown[0];
  if (here === undefined) return nothing;
  const place = here.id === reading?.chapter ? reading.place : null;
  const known =
    place === null
      ? nothing
      : html` data-chapter-kept="${here.id}" data-paragraph="${place.paragraph}"
 data-mark="${place.mark}" data-within="${place.within}" data-share="${place.share}"`;
  const isReading = reading?.state === 'reading' ? 'yes' : 'no';
  const fields = ['paragraph', 'mark', 'within', 'share'].map((name) => hiddenField(name, ''));
  return formFor({
    action: placeUrl(work),
    token: frame.formToken,
    className: 'place',
    body: html`<div data-enhance="place" data-reading="${isReading}"
 data-done="${text.placeKept()}" data-failed="${text.placeNotKept()}"${known}>
${hiddenField('back', frame.path)}${hiddenField('chapter', String(here.id))}${fields}
<button type="submit" aria-label="${text.keepMine()}" title="${text.keepMine()}"
>${text.keepSign()}</button>
<span role="status"></span></div>`,
  });
}

/** Where an address leads that ends in the place: the text, where script goes on from. */
export function placeTarget(reading: Reading | null, shown: readonly ChapterHeading[]): Html {
  const isHere = reading?.place != null && shown.some(({ id }) => id === reading.chapter);
  return isHere ? html`<span id="${myPlace}"></span>` : nothing;
}
