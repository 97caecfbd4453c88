// A member's own reading on the page of a work. The item of the actions is contract 6.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  formFor,
  hiddenField,
  radioGroup,
  selectField,
  submitButtons,
} from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import type { ChapterHeading, Work } from '../../works/index.ts';
import { chapterUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import { type Reading, readingStates } from '../reading.ts';
import { markAsReadUrl, markForLaterUrl, markUrl, myPlace } from '../urls.ts';

/** `li.mark`: for later, or as read once it is marked; nothing for guests. */
export function markItem(frame: Frame, work: Work, reading: Reading | null): Html {
  if (frame.viewer.kind === 'guest' || !work.posted) return nothing;
  const isMarked = reading?.state === 'to-read' || reading?.state === 'reading';
  const action = isMarked ? markAsReadUrl(work) : markForLaterUrl(work);
  const label = isMarked ? text.markAsRead() : text.markForLater();
  return html`<li class="mark">${formFor({
    action,
    token: frame.formToken,
    className: 'inline',
    body: [hiddenField('back', frame.path), html`<button type="submit">${label}</button>`],
  })}</li>`;
}

/** A way to where the member is, unless that is only the chapter that is open. */
export function continueItem(
  work: Work,
  reading: Reading | null,
  open: ChapterHeading | null,
): Html {
  const place = work.chapters.find(({ id }) => id === reading?.chapter);
  const isOpen = place?.id === open?.id;
  if (place === undefined || (isOpen && reading?.place == null)) return nothing;
  const label = isOpen ? text.goOnHere() : text.goOn({ number: place.position });
  const inside = reading?.place == null ? '' : `#${myPlace}`;
  return html`<li class="go-on"><a href="${chapterUrl(work, place)}${inside}">${label}</a></li>`;
}

/** The form for state and place, folded away; nothing for guests. */
export function readingFold(
  frame: Frame,
  work: Work,
  reading: Reading | null,
  open: ChapterHeading | null,
): Html {
  if (frame.viewer.kind === 'guest' || !work.posted) return nothing;
  const summary =
    reading === null ? text.fold() : text.foldWith({ state: text[`state-${reading.state}`]() });
  const options = [
    { value: 'none', label: text.none() },
    ...readingStates.map((state) => ({ value: state, label: text[`state-${state}`]() })),
  ];
  return html`<details class="bookmark-fold"><summary>${summary}</summary>
${formFor({
  action: markUrl(work),
  token: frame.formToken,
  body: [
    hiddenField('back', frame.path),
    radioGroup({
      name: 'state',
      id: 'reading_state',
      legend: text.legend(),
      hint: text.onlyYou(),
      options,
      value: reading?.state ?? 'none',
    }),
    renderPlace(work, reading, open),
    submitButtons([{ label: text.save() }]),
  ],
})}</details>`;
}

function renderPlace(work: Work, reading: Reading | null, open: ChapterHeading | null): Html {
  if (work.chapters.length < 2) return nothing;
  const kept = work.chapters.find(({ id }) => id === reading?.chapter);
  const options = [{ value: '', label: text.noPlace() }];
  if (open !== null) {
    options.push({ value: String(open.id), label: text.here({ number: open.position }) });
  }
  if (kept !== undefined && kept.id !== open?.id) {
    options.push({ value: String(kept.id), label: text.keepPlace({ number: kept.position }) });
  }
  return selectField({
    name: 'chapter',
    id: 'reading_chapter',
    label: text.place(),
    options,
    value: String(open?.id ?? kept?.id ?? ''),
  });
}
