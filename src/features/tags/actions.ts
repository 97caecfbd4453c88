// What changes tags. Each takes the caller's transaction: a work's new tags are born with it.

import { type FieldError, Refused } from '../../kit/http/index.ts';
import type { Ids } from '../../kit/ids/index.ts';
import { recordChange, type Transaction } from '../../kit/sql/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';
import { caseKey, lookKey } from '../../text/index.ts';
import { text } from './messages.ts';
import { tagNameProblem, tidyTagName } from './name.ts';
import type { TagsTable } from './schema.ts';
import {
  asTag,
  findTagsByIds,
  findTagsByNames,
  insertMetatag,
  insertParent,
  insertTags,
  listMetatagEdges,
  listSynonymIds,
  takeEdges,
  updateTagStatus,
} from './store.ts';
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
 * only), in few statements for many lists. Names are taken exactly, Unicode case aside; the order
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

/** Makes a tag canonical, so that it is offered, browsed and may have relatives. */
export async function makeCanonical(transaction: Transaction, id: TagId, at: number) {
  await updateTagStatus(transaction, [id], { status: 'canonical', synonym_of: null });
  await recordChange(transaction, 'tag', [id], at);
}

/**
 * Makes one tag a synonym of a canonical one of its type. What pointed to it, and its relatives,
 * move to the canonical: there are no chains.
 */
export async function makeSynonym(
  transaction: Transaction,
  id: TagId,
  of: TagId,
  at: number,
): Promise<void> {
  if (id === of) throw new Refused(422, { detail: text.synonymOfItself() });
  const found = await findTagsByIds(transaction, [id, of]);
  const [tag, target] = [found.get(id), found.get(of)];
  if (tag === undefined || target?.status !== 'canonical' || target.type !== tag.type) {
    throw new Refused(422, { detail: text.targetNotCanonical() });
  }
  const moved = await listSynonymIds(transaction, id);
  await updateTagStatus(transaction, [id, ...moved], { status: 'synonym', synonym_of: of });
  const edges = await takeEdges(transaction, id);
  for (const { parent_id, child_id } of edges.parents) {
    if (parent_id === id) await insertParent(transaction, of, child_id);
    else await insertParent(transaction, parent_id, of);
  }
  for (const { metatag_id, subtag_id } of edges.metatags) {
    const [metatag, subtag] = metatag_id === id ? [of, subtag_id] : [metatag_id, of];
    // An edge that would close a circle at its new place says nothing any more.
    if (await standsBelow(transaction, metatag, subtag)) continue;
    await insertMetatag(transaction, metatag, subtag);
  }
  await recordChange(transaction, 'tag', [id, of, ...moved], at);
}

/** Which types may stand above a type; a relationship's fandoms follow from its characters too. */
export const allowedParents: Readonly<Partial<Record<TagType, readonly TagType[]>>> = {
  fandom: ['media'],
  character: ['fandom'],
  relationship: ['fandom', 'character'],
  freeform: ['fandom'],
};

/** Puts a tag below a canonical parent: a character in its fandom, a fandom in its medium. */
export async function addParent(
  transaction: Transaction,
  parent: TagId,
  child: TagId,
  at: number,
): Promise<void> {
  const found = await findTagsByIds(transaction, [parent, child]);
  const [above, below] = [found.get(parent), found.get(child)];
  const allowed = below === undefined ? [] : (allowedParents[below.type] ?? []);
  if (above?.status !== 'canonical' || !allowed.includes(above.type)) {
    throw new Refused(422, { detail: text.parentNotCanonical() });
  }
  await insertParent(transaction, parent, child);
  await recordChange(transaction, 'tag', [child], at);
}

/** Puts a canonical tag below a wider one of its type; a circle is refused. */
export async function addMetatag(
  transaction: Transaction,
  metatag: TagId,
  subtag: TagId,
  at: number,
): Promise<void> {
  const found = await findTagsByIds(transaction, [metatag, subtag]);
  const [wide, narrow] = [found.get(metatag), found.get(subtag)];
  const fitting = wide?.status === 'canonical' && narrow?.status === 'canonical';
  if (!fitting || wide.type !== narrow.type) {
    throw new Refused(422, { detail: text.metatagNotCanonical() });
  }
  if (await standsBelow(transaction, metatag, subtag)) {
    throw new Refused(409, { detail: text.metatagCycle() });
  }
  await insertMetatag(transaction, metatag, subtag);
  await recordChange(transaction, 'tag', [subtag], at);
}

/** Whether `tag` is `above` itself or stands below it at any depth. */
async function standsBelow(transaction: Transaction, tag: TagId, above: TagId) {
  const seen = new Set<TagId>([tag]);
  let level: TagId[] = [tag];
  while (level.length > 0) {
    if (level.includes(above)) return true;
    const edges = await listMetatagEdges(transaction, level);
    level = [...new Set(edges.map((edge) => edge.metatag))].filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return false;
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
