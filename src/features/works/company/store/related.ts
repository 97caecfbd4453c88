// SQL of related works: what a work was made after, and what was made after it.
import type { Insertable, Reader, Transaction } from '../../../../kit/sql/index.ts';
import type { WorkId } from '../../../../shared/ids.ts';
import type { Member, Viewer } from '../../../../shared/viewer.ts';
import type { RelatedWorksTable } from '../../schema.ts';
import { listBlurbs } from '../../store/reads.ts';
import type { Blurb } from '../../work.ts';

export type Relation = RelatedWorksTable['relation'];

/** A work that another was made after, as a viewer may know it. */
export type RelatedParent = { readonly id: number; readonly relation: Relation } & (
  | { readonly work: Blurb }
  | {
      readonly work: null;
      readonly url: string;
      readonly title: string;
      /** Empty: not known. */
      readonly author: string;
    }
);

export type Related = {
  readonly parents: readonly RelatedParent[];
  /** Works made after it that its creators show there. */
  readonly children: readonly { readonly work: Blurb; readonly relation: Relation }[];
};

/** What a work stands in relation to, as far as this viewer sees the works in lists. */
export async function readRelated(reader: Reader, viewer: Viewer, work: WorkId): Promise<Related> {
  const [above, below] = await Promise.all([
    listParents(reader, work),
    reader
      .selectFrom('related_works')
      .select(['work_id', 'relation'])
      .where('parent_work_id', '=', work)
      .where('approved_at', 'is not', null)
      .orderBy('related_at')
      .orderBy('id')
      .execute(),
  ]);
  const here = above.flatMap((row) => row.parent_work_id ?? []);
  const ids = [...here, ...below.map((row) => row.work_id)];
  const blurbs = await listBlurbs(reader, viewer, [...new Set(ids)]);
  const seen = new Map(blurbs.map((blurb) => [blurb.id, blurb]));
  const parents = above.flatMap((row): RelatedParent[] => {
    const { id, relation, parent_work_id, url, title, author } = row;
    if (parent_work_id === null) return [{ id, relation, work: null, url, title, author }];
    const parent = seen.get(parent_work_id);
    return parent === undefined ? [] : [{ id, relation, work: parent }];
  });
  const children = below.flatMap(({ work_id, relation }) => {
    const child = seen.get(work_id);
    return child === undefined ? [] : [{ work: child, relation }];
  });
  return { parents, children };
}

export async function listParents(reader: Reader | Transaction, work: WorkId) {
  return reader
    .selectFrom('related_works')
    .selectAll()
    .where('work_id', '=', work)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** A work that says it was made after one of the member's own. */
export type Derived = {
  readonly id: number;
  readonly child: Blurb;
  readonly parent: { readonly id: WorkId; readonly title: string };
  readonly state: 'asked' | 'shown' | 'refused';
};

/** Works made after works of the member's own that the member sees; the newest first. */
export async function listDerived(reader: Reader, member: Member): Promise<Derived[]> {
  const rows = await reader
    .selectFrom('related_works')
    .innerJoin('works', 'works.id', 'related_works.parent_work_id')
    .innerJoin('work_creators', 'work_creators.work_id', 'works.id')
    .select([
      'related_works.id',
      'related_works.work_id',
      'approved_at',
      'refused_at',
      'works.id as parentId',
      'works.title',
    ])
    .distinct()
    .where('work_creators.user_id', '=', member.userId)
    .where('works.deleted_at', 'is', null)
    .orderBy('related_works.id', 'desc')
    .execute();
  const ids = [...new Set(rows.map((row) => row.work_id))];
  const blurbs = await listBlurbs(reader, member, ids);
  const seen = new Map(blurbs.map((blurb) => [blurb.id, blurb]));
  return rows.flatMap(({ id, work_id, approved_at, refused_at, parentId, title }) => {
    const child = seen.get(work_id);
    if (child === undefined) return [];
    const answered = refused_at === null ? 'asked' : 'refused';
    const state = approved_at === null ? answered : 'shown';
    return [{ id, child, parent: { id: parentId, title }, state } as const];
  });
}

export async function insertRelated(
  transaction: Transaction,
  row: Insertable<RelatedWorksTable>,
): Promise<void> {
  await transaction.insertInto('related_works').values(row).execute();
}

/** The row of that id, of that work or after that work. */
export async function findRelated(
  transaction: Transaction,
  id: number,
  side: 'work_id' | 'parent_work_id',
  work: WorkId,
) {
  const row = await transaction
    .selectFrom('related_works')
    .selectAll()
    .where('id', '=', id)
    .where(side, '=', work)
    .executeTakeFirst();
  return row ?? null;
}

export async function updateRelated(
  transaction: Transaction,
  id: number,
  change: Partial<RelatedWorksTable>,
): Promise<void> {
  await transaction.updateTable('related_works').set(change).where('id', '=', id).execute();
}

export async function removeRelatedRow(transaction: Transaction, id: number): Promise<void> {
  await transaction.deleteFrom('related_works').where('id', '=', id).execute();
}
