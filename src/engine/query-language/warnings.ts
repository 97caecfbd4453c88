// What was not understood of a query, and what was done with it. The sentences are the caller's.
import { queryWarningsMax } from './limits.ts';
import type { Span } from './tree.ts';

/**
 * `tooLong`, `tooMany`: what comes after the place is not read. `tooDeep`: parentheses inside so
 * many others are passed over. `openQuote`, `openParenthesis`: closed at the end. `closing`: left
 * out. `dangling`: AND, OR or NOT with nothing to join, left out. `mixed`: OR beside conditions
 * that stand together: read as in `near`. `looseMinus`: a minus that touches nothing, left out.
 * `unknownField`: searched as words. `emptyField`, `emptyQuotes`: left out. `notNumber`,
 * `notDate`, `notFlag`, `notOrder`: the condition is left out. `backwards`: turned round.
 * `orderTwice`: the last one counts. `orderInside`: an order sorts the whole list.
 * `wildcard`: a star that does not end a word, left out. `operator`: a sign of other search
 * engines (`~2`, `^3`), left out. `noWord`: nothing to search for, so that nothing is found.
 */
export type QueryWarningCode =
  | 'tooLong'
  | 'tooMany'
  | 'tooDeep'
  | 'openQuote'
  | 'openParenthesis'
  | 'closing'
  | 'dangling'
  | 'mixed'
  | 'looseMinus'
  | 'unknownField'
  | 'emptyField'
  | 'emptyQuotes'
  | 'notNumber'
  | 'notDate'
  | 'notFlag'
  | 'notOrder'
  | 'backwards'
  | 'orderTwice'
  | 'orderInside'
  | 'wildcard'
  | 'operator'
  | 'noWord';

/** `field`: the one it is about. `near`: what was likely meant, or how it was read. */
export type QueryWarning = Span & {
  readonly code: QueryWarningCode;
  readonly field: string | null;
  readonly near: string | null;
};

/** Gathers warnings, up to the bound. */
export class Warnings {
  readonly list: QueryWarning[] = [];

  add(
    code: QueryWarningCode,
    { start, end }: Span,
    more: { readonly field?: string; readonly near?: string | null } = {},
  ): void {
    if (this.list.length >= queryWarningsMax) return;
    this.list.push({ code, start, end, field: more.field ?? null, near: more.near ?? null });
  }
}
