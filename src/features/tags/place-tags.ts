// Tags that come wrangled: what a demo, and an archive that moves in, bring with their works.
import { Refused } from '../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../kit/sql/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { caseKey } from '../../text/index.ts';
import { rowOf, type TagMaking } from './actions.ts';
import { text } from './messages.ts';
import { tagNameProblem, tidyTagName } from './name.ts';
import type { TagMetatagsTable, TagParentsTable, TagsTable } from './schema.ts';
import { asTag, findTagsByIds, findTagsByNames, insertNewEdges, insertTags } from './store.ts';
import { allowedParents, type Tag, type TagType } from './tag.ts';

/** A tag as it is brought, its relatives by name. */
export type BroughtTag = {
  readonly type: TagType;
  readonly name: string;
  readonly status: 'canonical' | 'unwrangled' | { readonly synonymOf: string };
  readonly parents?: readonly { readonly type: TagType; readonly name: string }[];
  /** The wider tags of its type, if it is canonical. */
  readonly metatags?: readonly string[];
};

/**
 * Makes the tags that are not there yet, with their status and their place; those that are there
 * stay as wranglers have left them. Relatives are in the archive, or earlier in the list. One that
 * is a synonym gives way to its canonical; one that is not wrangled is left out, and what would be
 * its synonym comes unwrangled. Throws Refused 422 for a name that cannot be, or a parent of a type
 * that cannot be one; then nothing should be kept.
 */
export async function placeTags(
  transaction: Transaction,
  brought: readonly BroughtTag[],
  making: TagMaking,
): Promise<void> {
  const known = await findMentioned(transaction, brought);
  const rows: TagsTable[] = [];
  const parents: TagParentsTable[] = [];
  const metatags: TagMetatagsTable[] = [];
  for (const tag of brought) {
    if (known.find(tag.type, tag.name) !== undefined) continue;
    const problem = tagNameProblem(tidyTagName(tag.name)) ?? parentProblem(tag);
    if (problem !== null) throw new Refused(422, { detail: problem });
    const row = rowFor(tag, known, making);
    rows.push(row);
    known.add(asTag(row));
    const above = (tag.parents ?? []).map(({ type, name }) => known.canonicalId(type, name));
    for (const id of present(above)) parents.push({ parent_id: id, child_id: row.id });
    if (row.status !== 'canonical') continue;
    const wider = (tag.metatags ?? []).map((name) => known.canonicalId(tag.type, name));
    for (const id of present(wider)) {
      // A tag that is new has nothing below it, so that no circle can close.
      if (id !== row.id) metatags.push({ metatag_id: id, subtag_id: row.id });
    }
  }
  await insertTags(transaction, rows);
  await insertNewEdges(transaction, parents, metatags);
  const made = rows.map((row) => row.id);
  await recordChange(transaction, 'tag', made, making.at);
}

type KnownTags = {
  add(tag: Tag): void;
  find(type: TagType, name: string): Tag | undefined;
  /** The canonical tag that the name means; undefined while it means none. */
  canonicalId(type: TagType, name: string): TagId | undefined;
};

async function findMentioned(
  transaction: Transaction,
  brought: readonly BroughtTag[],
): Promise<KnownTags> {
  const tags = new Map<string, Tag>();
  const keyOf = (type: TagType, name: string) => `${type}:${caseKey(tidyTagName(name))}`;
  const add = (tag: Tag) => void tags.set(keyOf(tag.type, tag.name), tag);
  const mentioned = Map.groupBy(brought.flatMap(mentionsOf), ({ type }) => type);
  for (const [type, some] of mentioned) {
    const names = some.map(({ name }) => tidyTagName(name));
    for (const tag of await findTagsByNames(transaction, type, names)) add(tag);
  }
  const targets = [...tags.values()].flatMap((tag) => tag.synonymOf ?? []);
  const canonicals = await findTagsByIds(transaction, targets);
  return {
    add,
    find: (type, name) => tags.get(keyOf(type, name)),
    canonicalId(type, name) {
      const tag = tags.get(keyOf(type, name));
      if (tag?.status === 'canonical') return tag.id;
      return tag?.synonymOf === null ? undefined : canonicals.get(tag?.synonymOf as TagId)?.id;
    },
  };
}

function mentionsOf({ type, name, status, parents = [], metatags = [] }: BroughtTag) {
  const targets = typeof status === 'string' ? [] : [status.synonymOf];
  return [...[name, ...targets, ...metatags].map((each) => ({ type, name: each })), ...parents];
}

function rowFor({ type, name, status }: BroughtTag, known: KnownTags, making: TagMaking) {
  const tidied = tidyTagName(name);
  if (typeof status === 'string') return rowOf(type, tidied, status, making);
  const row = rowOf(type, tidied, 'unwrangled', making);
  const target = known.canonicalId(type, status.synonymOf);
  return target === undefined ? row : { ...row, status: 'synonym' as const, synonym_of: target };
}

function parentProblem({ type, parents = [] }: BroughtTag): string | null {
  const allowed = allowedParents[type] ?? [];
  const fits = parents.every((parent) => allowed.includes(parent.type));
  return fits ? null : text.parentNotCanonical();
}

function present(ids: readonly (TagId | undefined)[]): Set<TagId> {
  return new Set(ids.filter((id) => id !== undefined));
}
