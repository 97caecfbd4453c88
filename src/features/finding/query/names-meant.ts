// What the names of a query mean to whoever asks.
import type { QueryLeaf, QueryName } from '../../../engine/query-language/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { TagType } from '../../tags/index.ts';
import type { LookUp } from '../look-up.ts';
import { typesOfField } from './works-language.ts';

/** What is to be said of a name; `several`: names of which any will do. */
export type NameNote =
  | { readonly kind: 'unknown' | 'noNumber' | 'beginnings' }
  | { readonly kind: 'several'; readonly names: readonly string[] };

export type MeantName = { readonly tags: readonly TagId[]; readonly note: NameNote | null };

/** Who asks, and the fandoms that are asked for besides: they tell namesakes apart. */
export type Asking = { readonly lookUp: LookUp; readonly fandoms: readonly TagId[] };

export type NamesLeaf = Extract<QueryLeaf, { kind: 'names' }>;

/** The tags that any of the leaf's names mean; a number that is no tag stays, and finds nothing. */
export function tagsMeant({ field, of }: NamesLeaf, asking: Asking): TagId[] {
  const types = typesOfField(field) ?? [];
  return [...new Set(of.flatMap((name) => nameMeant(name, types, asking).tags))];
}

/** The tags that one name means, and what is to be said of it. */
export function nameMeant(name: QueryName, types: readonly TagType[], asking: Asking): MeantName {
  const { lookUp } = asking;
  if (name.kind === 'id') return byNumber(name.id as TagId, lookUp);
  if (name.kind === 'beginning') {
    const { tags, isWhole } = lookUp.tagsBeginning(name.text, types);
    const kind = tags.length === 0 ? 'unknown' : 'beginnings';
    const note: NameNote | null = tags.length > 0 && isWhole ? null : { kind };
    return { tags: idsOf(tags), note };
  }
  const named = lookUp.tagsNamed(name.text, types);
  if (named.length > 0) return { tags: idsOf(named), note: null };
  // A short word says something in its own field only: `tag:general` is a name.
  const [type, ...others] = types;
  const word = type === undefined || others.length > 0 ? null : lookUp.tagOfWord(type, name.text);
  if (word !== null) return { tags: [word.id], note: null };
  const namesakes = namesakesMeant(name.text, types, asking);
  if (namesakes !== null) return namesakes;
  return { tags: [], note: { kind: 'unknown' } };
}

type Named = { readonly id: TagId; readonly name: string };

/** `Will` where there are only `Will (Tide)` and `Will (Marsh)`; null: not even those. */
export function namesakesMeant(
  name: string,
  types: readonly TagType[],
  { lookUp, fandoms }: Asking,
): MeantName | null {
  const namesakes = lookUp.namesakes(name, types);
  if (namesakes.length === 0) return null;
  const near = namesakes.filter(({ id }) => fandoms.some((fandom) => lookUp.isBelow(id, fandom)));
  const meant = near.length > 0 ? near : namesakes;
  const names = meant.map(({ name }) => name);
  return { tags: idsOf(meant), note: meant.length > 1 ? { kind: 'several', names } : null };
}

function byNumber(id: TagId, lookUp: LookUp): MeantName {
  const tag = lookUp.tag(id);
  return { tags: [tag?.id ?? id], note: tag === null ? { kind: 'noNumber' } : null };
}

function idsOf(tags: readonly Named[]): TagId[] {
  return tags.map(({ id }) => id);
}
