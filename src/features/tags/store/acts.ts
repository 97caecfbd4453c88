// SQL of wrangling acts: their lock, what they read, what they write, and what is kept of them.
import {
  insertRows,
  type Reader,
  type Selectable,
  sql,
  type Transaction,
} from '../../../kit/sql/index.ts';
import type { TagId, UserId } from '../../../shared/ids.ts';
import type { UndoSpan } from '../../../shared/undoing.ts';
import { caseKey, lookKey } from '../../../text/index.ts';
import type { KeptAct, Standing, Step, Tie } from '../acts/act.ts';
import type { TagActsTable } from '../schema.ts';
import type { TagType } from '../tag.ts';

// How many ids one statement names.
const idsPerStatement = 1000;

/**
 * Waits until no other act is under way, and keeps others waiting until the transaction ends: what
 * an act has checked still holds when it writes. Answers with the position of the newest act.
 */
export async function lockActs(transaction: Transaction): Promise<number> {
  const { acts } = await transaction
    .updateTable('tag_act_lock')
    .set({ acts: sql<number>`acts + 0` })
    .where('id', '=', 1)
    .returning('acts')
    .executeTakeFirstOrThrow();
  return acts;
}

/** The direct edges that have the tag at one end. */
export async function listTies(
  reader: Reader | Transaction,
  fact: Tie['fact'],
  end: 'above' | 'below',
  id: TagId,
): Promise<Tie[]> {
  if (fact === 'parent') {
    const rows = await reader
      .selectFrom('tag_parents')
      .select(['parent_id as above', 'child_id as below'])
      .where(end === 'above' ? 'parent_id' : 'child_id', '=', id)
      .execute();
    return rows.map((row) => ({ fact, ...row }));
  }
  const rows = await reader
    .selectFrom('tag_metatags')
    .select(['metatag_id as above', 'subtag_id as below'])
    .where(end === 'above' ? 'metatag_id' : 'subtag_id', '=', id)
    .execute();
  return rows.map((row) => ({ fact, ...row }));
}

export async function isTied(
  reader: Reader | Transaction,
  { fact, above, below }: Tie,
): Promise<boolean> {
  const query =
    fact === 'parent'
      ? reader
          .selectFrom('tag_parents')
          .select('parent_id as id')
          .where('parent_id', '=', above)
          .where('child_id', '=', below)
      : reader
          .selectFrom('tag_metatags')
          .select('metatag_id as id')
          .where('metatag_id', '=', above)
          .where('subtag_id', '=', below);
  return (await query.executeTakeFirst()) !== undefined;
}

/** The tag that a name once meant; `nameKey` is its `caseKey`. */
export async function findOldNameHolder(
  reader: Reader | Transaction,
  type: TagType,
  nameKey: string,
): Promise<TagId | null> {
  const row = await reader
    .selectFrom('tag_old_names')
    .select('tag_id')
    .where('type', '=', type)
    .where('name_key', '=', nameKey)
    .executeTakeFirst();
  return row?.tag_id ?? null;
}

/** Makes the facts what the steps say they became. */
export async function writeSteps(transaction: Transaction, steps: readonly Step[]): Promise<void> {
  const standings = Map.groupBy(
    steps.filter((step) => step.fact === 'standing'),
    ({ to }) => `${to.status}:${to.synonymOf}`,
  );
  for (const some of standings.values()) {
    const to = some[0]?.to as Standing;
    const set = { status: to.status, synonym_of: to.synonymOf };
    for (const ids of inPieces(some.map((step) => step.tag))) {
      await transaction.updateTable('tags').set(set).where('id', 'in', ids).execute();
    }
  }
  for (const step of steps) if (step.fact === 'name') await writeName(transaction, step);
  for (const step of steps) if (step.fact === 'old-name') await writeOldName(transaction, step);
  const ties = steps.filter((step) => 'above' in step);
  const gone = ties.filter((tie) => !tie.there);
  for (const some of Map.groupBy(gone, ({ fact, above }) => `${fact}:${above}`).values()) {
    const below = some.map((tie) => tie.below);
    for (const ids of inPieces(below)) await deleteTies(transaction, some[0] as Tie, ids);
  }
  await insertTies(
    transaction,
    ties.filter((tie) => tie.there),
  );
}

async function writeName(transaction: Transaction, { tag, to }: Extract<Step, { fact: 'name' }>) {
  const names = { name: to, name_key: caseKey(to), look_key: lookKey(to) };
  await transaction.updateTable('tags').set(names).where('id', '=', tag).execute();
}

async function writeOldName(
  transaction: Transaction,
  { type, key, to }: Extract<Step, { fact: 'old-name' }>,
) {
  await transaction
    .deleteFrom('tag_old_names')
    .where('type', '=', type)
    .where('name_key', '=', key)
    .execute();
  if (to === null) return;
  await transaction
    .insertInto('tag_old_names')
    .values({ type, name_key: key, tag_id: to })
    .execute();
}

async function deleteTies(
  transaction: Transaction,
  { fact, above }: Tie,
  below: readonly TagId[],
): Promise<void> {
  const query =
    fact === 'parent'
      ? transaction
          .deleteFrom('tag_parents')
          .where('parent_id', '=', above)
          .where('child_id', 'in', below)
      : transaction
          .deleteFrom('tag_metatags')
          .where('metatag_id', '=', above)
          .where('subtag_id', 'in', below);
  await query.execute();
}

async function insertTies(transaction: Transaction, ties: readonly Tie[]): Promise<void> {
  const parents = ties.filter((tie) => tie.fact === 'parent');
  const metatags = ties.filter((tie) => tie.fact === 'metatag');
  const [parentRows, metatagRows] = [
    parents.map(({ above, below }) => ({ parent_id: above, child_id: below })),
    metatags.map(({ above, below }) => ({ metatag_id: above, subtag_id: below })),
  ];
  await insertRows(transaction, 'tag_parents', parentRows);
  await insertRows(transaction, 'tag_metatags', metatagRows);
}

/** An act as it is written down, and the tags in whose history it stands. */
export type NewAct = Omit<KeptAct, 'undoneBy'> & { readonly touched: readonly TagId[] };

export async function insertAct(transaction: Transaction, act: NewAct): Promise<void> {
  const { id, position } = act;
  const row = {
    id,
    position,
    at: act.at,
    by_id: act.by,
    kind: act.kind,
    tag_id: act.tag,
    target_id: act.target,
    batch_id: act.batch,
    undoes_id: act.undoes,
    undone_by_id: null,
    detail: JSON.stringify(act.detail),
  };
  await transaction.insertInto('tag_acts').values(row).execute();
  const tags = [...new Set(act.touched)].map((tag) => ({ tag_id: tag, position, act_id: id }));
  await insertRows(transaction, 'tag_act_tags', tags);
}

/** The position of the newest act, for whoever takes the lock next. */
export async function countActs(transaction: Transaction, acts: number): Promise<void> {
  await transaction.updateTable('tag_act_lock').set({ acts }).where('id', '=', 1).execute();
}

/** Marks an act as undone by another, or as standing again (null). */
export async function markUndone(
  transaction: Transaction,
  act: number,
  by: number | null,
): Promise<void> {
  await transaction
    .updateTable('tag_acts')
    .set({ undone_by_id: by })
    .where('id', '=', act)
    .execute();
}

/** An act by its number; null if there is none. */
export async function findAct(reader: Reader | Transaction, id: number): Promise<KeptAct | null> {
  const row = await reader
    .selectFrom('tag_acts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : asAct(row);
}

/** Acts after a position that any of the tags has in its history, the newest first. */
export async function listActsAfter(
  reader: Reader | Transaction,
  tags: readonly TagId[],
  position: number,
): Promise<KeptAct[]> {
  const found = new Map<number, KeptAct>();
  for (const ids of inPieces(tags)) {
    const rows = await reader
      .selectFrom('tag_acts')
      .selectAll()
      .where('position', '>', position)
      .where(
        'id',
        'in',
        reader
          .selectFrom('tag_act_tags')
          .select('act_id')
          .where('tag_id', 'in', ids)
          .where('position', '>', position),
      )
      .execute();
    for (const row of rows) found.set(row.id, asAct(row));
  }
  return [...found.values()].sort((a, b) => b.position - a.position);
}

/** Whose acts, upon which tag, of which batch: absent means any. */
export type ActsWanted = {
  readonly tag?: TagId;
  readonly by?: UserId;
  readonly batch?: number;
  /** Only acts before this position: where the page before ended. */
  readonly before?: number;
  readonly limit: number;
};

/** The history of wrangling, the newest first. */
export async function listActs(
  reader: Reader | Transaction,
  { tag, by, batch, before, limit }: ActsWanted,
): Promise<KeptAct[]> {
  let query = reader.selectFrom('tag_acts').selectAll('tag_acts');
  if (tag !== undefined) {
    query = query
      .innerJoin('tag_act_tags', 'tag_act_tags.act_id', 'tag_acts.id')
      .where('tag_act_tags.tag_id', '=', tag);
  }
  if (by !== undefined) query = query.where('tag_acts.by_id', '=', by);
  if (batch !== undefined) query = query.where('tag_acts.batch_id', '=', batch);
  if (before !== undefined) query = query.where('tag_acts.position', '<', before);
  const rows = await query.orderBy('tag_acts.position', 'desc').limit(limit).execute();
  return rows.map(asAct);
}

function asAct(row: Selectable<TagActsTable>): KeptAct {
  return {
    id: row.id,
    position: row.position,
    at: row.at,
    by: row.by_id,
    kind: row.kind,
    tag: row.tag_id,
    target: row.target_id,
    batch: row.batch_id,
    undoes: row.undoes_id,
    undoneBy: row.undone_by_id,
    detail: JSON.parse(row.detail),
  };
}

function* inPieces(ids: readonly TagId[]): Generator<readonly TagId[]> {
  for (let at = 0; at < ids.length; at += idsPerStatement) {
    yield ids.slice(at, at + idsPerStatement);
  }
}

/** Acts of a person in a time span that are no undoing and are not undone. */
export function actsBy(reader: Reader, { user, from, to }: UndoSpan) {
  return reader
    .selectFrom('tag_acts')
    .where('by_id', '=', user)
    .where('at', '>=', from)
    .where('at', '<=', to)
    .where('kind', '<>', 'undo')
    .where('undone_by_id', 'is', null);
}
