// Ids of things that have an address: random decimals below 2^53, never sequential. Branded, so
// that one kind cannot stand where another is meant.
declare const brand: unique symbol;
type Id<Kind extends string> = number & { readonly [brand]: Kind };

export type UserId = Id<'user'>;
export type PseudId = Id<'pseud'>;
export type WorkId = Id<'work'>;
export type ChapterId = Id<'chapter'>;
export type SeriesId = Id<'series'>;
export type TagId = Id<'tag'>;
export type SkinId = Id<'skin'>;

/** Reads an id from an address or a form: null unless it is a plain decimal from 1 to 2^53 - 1. */
export function parseId<Kind extends number>(text: string | undefined): Kind | null {
  if (text === undefined || !/^[1-9][0-9]{0,15}$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? (value as Kind) : null;
}
