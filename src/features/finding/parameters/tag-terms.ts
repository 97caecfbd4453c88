// One tag in an `include` or `exclude`: a number, or `type:name`.
import type { TagId } from '../../../shared/ids.ts';
import { type TagType, tagTypes } from '../../tags/index.ts';
import type { UnknownTag } from '../filter.ts';
import { text } from '../messages.ts';
import { isNameable, type Reading, readId, type TypedName } from './reading.ts';

/** A bare name may be of any of these. */
export const tagsOfAnyType: readonly TagType[] = tagTypes;

type Term = { readonly tags: readonly TagId[]; readonly unknown: readonly UnknownTag[] };

const neither: Term = { tags: [], unknown: [] };

/** Vocabulary tags are known by their short words too: `rating:teen`. */
export function readTagTerm(reading: Reading, typed: TypedName): Term {
  const { name: term, start } = typed;
  if (/^\d+$/.test(term)) return { tags: readId(reading, term, start), unknown: [] };
  const colon = term.indexOf(':');
  const type = typeOf(term.slice(0, Math.max(colon, 0)));
  const name = term.slice(colon + 1).trim();
  if (type === null || name === '') {
    reading.warnings.push({ message: text.warnTerm({ value: term }), start, end: typed.end });
    return neither;
  }
  const short = reading.lookUp.tagOfWord(type, name);
  const tags = short === null ? reading.lookUp.tagsNamed(name, [type]) : [short];
  if (tags.length > 0) return { tags: tags.map((tag) => tag.id), unknown: [] };
  const isUnknown = isNameable(reading, { ...typed, name });
  return isUnknown ? { tags: [], unknown: [{ type, name }] } : neither;
}

function typeOf(word: string): TagType | null {
  const lower = word.trim().toLowerCase();
  if (lower === 'medium') return 'media';
  return tagTypes.find((type) => type === lower) ?? null;
}
