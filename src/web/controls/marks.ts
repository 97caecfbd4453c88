// Small signs, and the attributes that let the style sheet and the script do their part.
import { type Html, html } from '../../kit/html/index.ts';
import { text } from '../messages.ts';

// A data address: pages need no asset table for it. Mid-grey, so that every theme shows it.
const lock =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' " +
  "stroke='%237b7a74' stroke-width='1.6'%3E%3Crect x='3' y='7' width='10' height='7' rx='1.5' " +
  "fill='%237b7a74'/%3E%3Cpath d='M5 7V5a3 3 0 0 1 6 0v2'/%3E%3C/svg%3E";

/** The lock beside the title of a work that only members may open. */
export function restrictedMark(): Html {
  return html`<img src="${lock}" width="16" height="16"
 alt="${text.restrictedMark()}" title="${text.restricted()}">`;
}

/** Attributes for a `ul.commas` of more than some 25 tags: cut to a few lines where script can
 * open them again, whole without it. */
export function foldAttributes(): Html {
  return html` data-enhance="fold" data-label="${text.showAll()}"`;
}
