// How tags are born. Each function takes the caller's transaction: a work's new tags are born with
// it. What wranglers do to tags is in acts/.

import type { FieldError } from '../../kit/http/index.ts';
import type { Ids } from '../../kit/ids/index.ts';
import type { Transaction } from '../../kit/sql/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';
import { caseKey, lookKey } from '../../text/index.ts';
import { text } from './messages.ts';
import { tagNameProblem, tidyTagName } from './name.ts';
import type { TagsTable } from './schema.ts';
import { asTag, findTagsByIds, findTagsByNames, findTagsByOldNames, insertTags } from './store.ts';
import { isOpenType, type Tag, type TagStatus, type TagType, type WorkTagType } from './tag.ts';

/** A tag as it is asked for: by its name, or by its number. */
export type TagReference = { readonly name: string } | { readonly id: number };

/** What new tags are born with. `by`: whoever used them first; null for an operator's command. */
export type TagMaking = {
  readonly ids: Ids;
  readonly at: number;
  readonly by: UserId | null;
};

/** What one work asks for of one type. */
export type TagList = {
  readonly type: WorkTagType;
  readonly references: readonly TagReference[];
  readonly making: TagMaking;
};

/** The tags of a list in its order, and what is wrong with those that are missing. */
export type ResolvedTags = { readonly tags: Tag[]; readonly errors: string[] };

/**
 * Finds the tags of works by name or number, making those that nobody has used yet (open types
 * only), in few statements for many lists. Names are taken exactly, Unicode case aside (an old name
 * means the tag that bore it); the order
 * of a list is kept, doubles stay once. Problems come back as sentences, and then nothing should
 * be kept of the transaction. The answers are in the order of the lists.
 */
export async function resolveTagLists(
  transaction: Transaction,
  lists: readonly TagList[],
): Promise<ResolvedTags[]> {
  const known = await findReferred(transaction, lists);
  const made: TagsTable[] = [];
  const resolve = ({ type, making }: TagList, reference: TagReference): Tag | string => {
    if ('id' in reference) {
      const { id } = reference;
      return known.ofType(type, id) ?? text.unknownTagId({ id: String(id), type });
    }
    const there = known.named(type, reference.name);
    if (there !== undefined) return there;
    const row = newTag(type, reference.name, making);
    if (typeof row === 'string') return row;
    made.push(row);
    return known.add(asTag(row));
  };
  const resolved = lists.map((list) => {
    const tags = new Map<TagId, Tag>();
    const errors: string[] = [];
    for (const reference of list.references) {
      const found = resolve(list, reference);
      if (typeof found === 'string') errors.push(found);
      else tags.set(found.id, found);
    }
    return { tags: [...tags.values()], errors };
  });
  // In one order everywhere: works that bring the same new tags wait, and never in a circle.
  const key = (tag: TagsTable) => `${tag.type}:${tag.name_key}`;
  await insertTags(
    transaction,
    made.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  );
  return resolved;
}

async function findReferred(transaction: Transaction, lists: readonly TagList[]) {
  const all = lists.flatMap(({ type, references }) => references.map((one) => ({ type, one })));
  const ids = new Set(all.flatMap(({ one }) => ('id' in one ? one.id : [])));
  const byId = await findTagsByIds(transaction, [...ids] as TagId[]);
  const byName = new Map<string, Tag>();
  const add = (tag: Tag) => {
    byName.set(`${tag.type}:${caseKey(tag.name)}`, tag);
    return tag;
  };
  for (const [type, some] of Map.groupBy(all, (each) => each.type)) {
    const names = some.flatMap(({ one }) => ('name' in one ? tidyTagName(one.name) : []));
    for (const tag of await findTagsByNames(transaction, type, names)) add(tag);
    // A name that a tag once had means that tag for ever.
    const missing = names.map(caseKey).filter((key) => !byName.has(`${type}:${key}`));
    const renamed = await findTagsByOldNames(transaction, type, missing);
    for (const [key, tag] of renamed) byName.set(`${type}:${key}`, tag);
  }
  return {
    add,
    named: (type: TagType, typed: string) => byName.get(`${type}:${caseKey(tidyTagName(typed))}`),
    ofType(type: TagType, id: number) {
      const tag = byId.get(id as TagId);
      return tag?.type === type ? tag : undefined;
    },
  };
}

/** The row of a tag that nobody has used yet, or why it cannot be. */
function newTag(type: WorkTagType, typed: string, making: TagMaking): TagsTable | string {
  const name = tidyTagName(typed);
  if (!isOpenType(type)) return text.unknownVocabulary({ name, type: typeWord(type) });
  return tagNameProblem(name) ?? rowOf(type, name, 'unwrangled', making);
}

/** Makes a tag of a tidied, checked name that its type does not have yet. */
export async function makeTag(
  transaction: Transaction,
  type: TagType,
  name: string,
  status: Exclude<TagStatus, 'synonym'>,
  making: TagMaking,
): Promise<Tag> {
  const row = rowOf(type, name, status, making);
  await insertTags(transaction, [row]);
  return asTag(row);
}

/** The row of a tag that is new, of a tidied, checked name. */
export function rowOf(
  type: TagType,
  name: string,
  status: Exclude<TagStatus, 'synonym'>,
  making: TagMaking,
): TagsTable {
  return {
    id: making.ids.next() as TagId,
    type,
    name,
    name_key: caseKey(name),
    look_key: lookKey(name),
    status,
    synonym_of: null,
    short_word: null,
    sort_order: 0,
    adult: 0,
    created_at: making.at,
    created_by: making.by,
  };
}

/** The word for a type in a sentence. */
export function typeWord(type: TagType): string {
  const words: Record<TagType, string> = {
    media: text.typeMedia(),
    rating: text.typeRating(),
    warning: text.typeWarning(),
    category: text.typeCategory(),
    fandom: text.typeFandom(),
    relationship: text.typeRelationship(),
    character: text.typeCharacter(),
    freeform: text.typeFreeform(),
  };
  return words[type];
}

/** Errors of a type's tags as errors of the form's field. */
export function asFieldErrors(field: string, errors: readonly string[]): FieldError[] {
  return errors.map((detail) => ({ field, detail }));
}
