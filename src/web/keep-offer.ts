// The button that keeps works on the reader's device: shown by script where the browser can do it
// (src/features/offline/client/keep.ts).
import { type Html, html } from '../kit/html/index.ts';
import type { BookOfList } from './book-lists.ts';
import { text } from './messages.ts';

/** `of` as for books of lists, and besides `work:ID` and `one-series:ID`. */
export function keepOffer(list: BookOfList): Html {
  return html`<div class="keep" hidden${attributes(list)}></div>
`;
}

/** The same among the actions of a page. */
export function keepItem(list: BookOfList): Html {
  return html`<li class="keep" hidden${attributes(list)}></li>
`;
}

function attributes({ of, query }: BookOfList): Html {
  const asked = new URLSearchParams([['of', of], ...(query ?? [])]);
  return html` data-enhance="keep" data-asked="${asked.toString()}" data-keep="${text.keepHere()}"
 data-again="${text.keepAgain()}" data-kept="${text.keptHere()}"
 data-failed="${text.keepFailed()}"`;
}
