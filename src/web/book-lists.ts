// Lists that can be taken home as one book: what a feature that has such lists offers, the formats,
// the bounds, and the links that pages show.
import { type Html, html } from '../kit/html/index.ts';
import { nativePackage, typesetterFamily } from '../kit/processes/index.ts';
import type { WorkId } from '../shared/ids.ts';
import type { Parts } from '../shared/parts.ts';
import type { Ask } from './ask.ts';
import { numberText } from './controls/values.ts';
import { keepOffer } from './keep-offer.ts';
import { text } from './messages.ts';

/** Works in one book; more are told of, not taken. */
export const bookWorksMax = 100;
/** Words of one book of several works: 18 MB of text, a shelf of thirty novels. */
export const bookWordsMax = 3_000_000;

/** What a list is for the asker. */
export type ListForBook = {
  readonly title: string;
  /** Where the list stands in the archive, without the host. */
  readonly address: string;
  /** In the list's order, `bookWorksMax` at most; each is asked for once more for the asker. */
  readonly ids: readonly WorkId[];
  /** How many works the list has for the asker. */
  readonly total: number;
};

/** Answers for `/downloads/list/NAME.epub?of=KIND:WHICH`, with the list's own parameters. */
export type BookLister = {
  readonly kind: string;
  /** Null: there is no such list for the asker. */
  readonly list: (ask: Ask, parts: Parts, which: string) => Promise<ListForBook | null>;
};

export type DownloadFormat = { readonly extension: string; readonly label: string };

/** The formats of downloads in the order in which they are offered; tools read the labels. */
export const downloadFormats: readonly DownloadFormat[] = [
  { extension: 'epub', label: 'EPUB' },
  { extension: 'html', label: 'HTML' },
  ...(nativePackage(typesetterFamily) === null ? [] : [{ extension: 'pdf', label: 'PDF' }]),
  { extension: 'txt', label: 'TXT' },
  { extension: 'md', label: 'MD' },
];

/** A list as pages know it. */
export type BookOfList = {
  /** `KIND:WHICH`, as its lister is named. */
  readonly of: string;
  /** The parameters of the list without its page. */
  readonly query?: URLSearchParams;
};

/**
 * A list's works as one book, folded away: how many it takes, and a link to each format; and the
 * offer to keep them on the device.
 */
export function bookLinks(list: BookOfList): Html {
  const links = downloadFormats.map(
    ({ extension, label }) =>
      html`<li><a href="${listBookUrl(list, extension)}" rel="nofollow">${label}</a></li>`,
  );
  const works = numberText(bookWorksMax);
  return html`<details class="one-book"><summary>${text.asOneBook()}</summary>
<p>${text.asOneBookLimits({ works, words: numberText(bookWordsMax) })}</p>
<ul class="actions">${links}</ul>
</details>
${keepOffer(list)}`;
}

function listBookUrl({ of, query }: BookOfList, extension: string): string {
  const parameters = new URLSearchParams([['of', of], ...(query ?? [])]);
  return `/downloads/list/works.${extension}?${parameters}`;
}
