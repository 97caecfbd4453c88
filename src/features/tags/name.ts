// Names of tags: what is allowed, how they stand in an address, how a field of them is read.
import { countCharacters, normaliseText } from '../../text/index.ts';
import { forbiddenInTagNames, tagNameCharactersMax } from './limits.ts';
import { text } from './messages.ts';

/** The name as it is kept: NFC, white space squeezed. */
export function tidyTagName(typed: string): string {
  return normaliseText(typed).replace(/\s+/gu, ' ').trim();
}

/** Why a tidied name is refused, as a sentence; null when it is good. */
export function tagNameProblem(name: string): string | null {
  // Format characters alone would make a tag that nobody can see.
  if (name.replace(/[\p{Cf}\s]/gu, '') === '') return text.nameEmpty();
  const characters = countCharacters(name);
  if (characters > tagNameCharactersMax) {
    return text.nameTooLong({ name: name.slice(0, 40), characters, most: tagNameCharactersMax });
  }
  const forbidden = forbiddenInTagNames.exec(name);
  if (forbidden !== null) return text.nameForbidden({ name, character: forbidden[0] });
  return null;
}

/** Splits a field of names at the commas of any script; empty ones vanish, doubles stay once. */
export function splitTagNames(field: string): string[] {
  const names = field.split(/[,，、،﹐､]/u).map(tidyTagName);
  return [...new Set(names.filter((name) => name !== ''))];
}

const slugSigns: readonly (readonly [string, string])[] = [
  ['/', '*s*'],
  ['&', '*a*'],
  ['.', '*d*'],
  ['?', '*q*'],
  ['#', '*h*'],
];

// Below `/tags` these lead to pages of their own.
const takenSlugs: readonly string[] = ['search'];

/**
 * A name as one part of an address (contract 5): `A/B` is `A*s*B`, the rest percent-encoded. A name
 * that is an address already has a sign before it that no name may hold.
 */
export function tagSlug(name: string): string {
  if (takenSlugs.includes(name)) return `*${name}`;
  if (/^[A-Za-z0-9 _-]*$/.test(name)) return name.replaceAll(' ', '%20');
  let slug = name;
  for (const [sign, written] of slugSigns) slug = slug.replaceAll(sign, written);
  return encodeURIComponent(slug);
}

/** The inverse of `tagSlug`, for a part of the address that is already percent-decoded. */
export function nameOfSlug(slug: string): string {
  let name = slug.startsWith('*') && takenSlugs.includes(slug.slice(1)) ? slug.slice(1) : slug;
  for (const [sign, written] of slugSigns) name = name.replaceAll(written, sign);
  return tidyTagName(name);
}
