// A kind of page, as tests of all pages ask for it.
import type { Who } from './archive.ts';

export type PageKind = {
  readonly name: string;
  readonly path: string;
  readonly who: Who;
  /** The form that posts there is sent as it stands, and its answer is the page. */
  readonly send?: string;
  /** What the page answers with. */
  readonly status: number;
  /** `<summary>` elements that a visitor opens to see all of it. */
  readonly opens: readonly string[];
  /** Most visits are to pages like this one: looked at on a phone too, and in full. */
  readonly main: boolean;
  /** Every chapter on one page, where ids repeat. */
  readonly wholeWork: boolean;
};

type Wishes = Partial<Omit<PageKind, 'name' | 'path' | 'who'>>;

/** A page that anybody may be sent to, unless the wishes say otherwise. */
export function kind(name: string, path: string, who: Who, wishes: Wishes = {}): PageKind {
  return { name, path, who, status: 200, opens: [], main: false, wholeWork: false, ...wishes };
}

/** Looked at on a phone too, and in full. */
export const main = { main: true };
