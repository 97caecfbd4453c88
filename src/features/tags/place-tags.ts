// Tags that come wrangled: what a demo, and an archive that moves in, bring with their works.
import { Refused } from '../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../kit/sql/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { caseKey } from '../../text/index.ts';
import { allowedParents, rowOf, type TagMaking } from './actions.ts';
import { text } from './messages.ts';
import { tagNameProblem, tidyTagName } from './name.ts';
import type { TagMetatagsTable, TagParentsTable, TagsTable } from './schema.ts';
import { findTagsByIds, findTagsByNames, insertNewEdges, insertTags } from './store.ts';
import type { Tag, TagType } from './tag.ts';

/** A tag as it is brought. The tags it refers to are in the archive already. */
export type BroughtTag = {
  readonly name: string;
  readonly status: 'canonical' | 'unwrangled' | { readonly synonymOf: TagId };
  readonly parents?: readonly TagId[];
  /** For a canonical one: the wider tags of its type. */
  readonly metatags?: readonly TagId[];
};

/**
 * Makes the tags of one type that are not there yet, with their status and their place; those that
 * are there stay as wranglers have left them. Returns the ids, in order. Throws Refused 422 where a
 * name, a target or a relative is against the model; then nothing should be kept.
 */
export async function placeTags(
  transaction: Transaction,
  type: TagType,
  brought: readonly BroughtTag[],
  making: TagMaking,
): Promise<TagId[]> {
  const names = brought.map((tag) => tidyTagName(tag.name));
  const known = new Map<string, TagId>();
  for (const tag of await findTagsByNames(transaction, type, names)) {
    known.set(caseKey(tag.name), tag.id);
  }
  const relatives = await findTagsByIds(transaction, [...new Set(brought.flatMap(idsIn))]);
  const rows: TagsTable[] = [];
  const parents: TagParentsTable[] = [];
  const metatags: TagMetatagsTable[] = [];
  const ids = brought.map((tag, at) => {
    const name = names[at] as string;
    const there = known.get(caseKey(name));
    if (there !== undefined) return there;
    const problem = tagNameProblem(name) ?? misplacement(type, tag, relatives);
    if (problem !== null) throw new Refused(422, { detail: problem });
    const row = rowFor(type, name, tag, making);
    rows.push(row);
    known.set(row.name_key, row.id);
    for (const id of new Set(tag.parents)) parents.push({ parent_id: id, child_id: row.id });
    for (const id of new Set(tag.metatags)) metatags.push({ metatag_id: id, subtag_id: row.id });
    return row.id;
  });
  await insertTags(transaction, rows);
  await insertNewEdges(transaction, parents, metatags);
  const made = rows.map((row) => row.id);
  await recordChange(transaction, 'tag', made, making.at);
  return ids;
}

function rowFor(type: TagType, name: string, { status }: BroughtTag, making: TagMaking): TagsTable {
  if (typeof status === 'string') return rowOf(type, name, status, making);
  const row = rowOf(type, name, 'unwrangled', making);
  return { ...row, status: 'synonym', synonym_of: status.synonymOf };
}

function idsIn({ status, parents = [], metatags = [] }: BroughtTag): TagId[] {
  const target = typeof status === 'string' ? [] : [status.synonymOf];
  return [...target, ...parents, ...metatags];
}

// A tag that is new has nothing below it, so that no circle can close.
function misplacement(
  type: TagType,
  { status, parents = [], metatags = [] }: BroughtTag,
  relatives: ReadonlyMap<TagId, Tag>,
): string | null {
  const isCanonical = (id: TagId, types: readonly TagType[]) => {
    const tag = relatives.get(id);
    return tag?.status === 'canonical' && types.includes(tag.type);
  };
  const synonymOf = typeof status === 'string' ? null : status.synonymOf;
  if (synonymOf !== null && !isCanonical(synonymOf, [type])) return text.targetNotCanonical();
  const above = synonymOf === null ? (allowedParents[type] ?? []) : [];
  if (!parents.every((id) => isCanonical(id, above))) return text.parentNotCanonical();
  const narrows = status === 'canonical' || metatags.length === 0;
  if (!narrows || !metatags.every((id) => isCanonical(id, [type]))) {
    return text.metatagNotCanonical();
  }
  return null;
}
