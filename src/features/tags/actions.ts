// What changes tags. Each takes the caller's transaction: a work's new tags are born with it.

import { type FieldError, Refused } from '../../kit/http/index.ts';
import type { Ids } from '../../kit/ids/index.ts';
import { recordChange, type Transaction } from '../../kit/sql/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';
import { caseKey, lookKey } from '../../text/index.ts';
import { text } from './messages.ts';
import { tagNameProblem, tidyTagName } from './name.ts';
import {
  findTagsByIds,
  findTagsByName,
  insertMetatag,
  insertParent,
  insertTag,
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

/**
 * Finds the tags of one type by name or number, making those that nobody has used yet (open types
 * only). Names are taken exactly, Unicode case aside; order is kept, doubles stay once. Problems
 * come back as errors of `field`, and then nothing should be kept of the transaction.
 */
export async function resolveTags(
  transaction: Transaction,
  type: WorkTagType,
  references: readonly TagReference[],
  making: TagMaking,
): Promise<{ tags: Tag[]; errors: string[] }> {
  const tags = new Map<TagId, Tag>();
  const errors: string[] = [];
  for (const reference of references) {
    const found =
      'id' in reference
        ? await tagOfNumber(transaction, type, reference.id)
        : await tagOfName(transaction, type, reference.name, making);
    if (typeof found === 'string') errors.push(found);
    else tags.set(found.id, found);
  }
  return { tags: [...tags.values()], errors };
}

async function tagOfNumber(transaction: Transaction, type: WorkTagType, id: number) {
  const tag = (await findTagsByIds(transaction, [id as TagId])).get(id as TagId);
  return tag?.type === type ? tag : text.unknownTagId({ id: String(id), type });
}

async function tagOfName(
  transaction: Transaction,
  type: WorkTagType,
  typed: string,
  making: TagMaking,
): Promise<Tag | string> {
  const name = tidyTagName(typed);
  const [known] = await findTagsByName(transaction, name, [type]);
  if (known !== undefined) return known;
  if (!isOpenType(type)) return text.unknownVocabulary({ name, type: typeWord(type) });
  const problem = tagNameProblem(name);
  return problem ?? makeTag(transaction, type, name, 'unwrangled', making);
}

/** Makes a tag of a tidied, checked name that its type does not have yet. */
export async function makeTag(
  transaction: Transaction,
  type: TagType,
  name: string,
  status: Exclude<TagStatus, 'synonym'>,
  making: TagMaking,
): Promise<Tag> {
  const id = making.ids.next() as TagId;
  await insertTag(transaction, {
    id,
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
  });
  const plain = { synonymOf: null, shortWord: null, adult: false, sortOrder: 0 };
  return { id, type, name, status, ...plain };
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

const allowedParents: Readonly<Partial<Record<TagType, readonly TagType[]>>> = {
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
