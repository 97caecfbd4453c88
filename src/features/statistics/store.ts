// All SQL of statistics.
import { type Milliseconds, type Reader, sql, type Transaction } from '../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../shared/ids.ts';
import type { WorkDaysTable } from './schema.ts';

const counters = ['hits', 'kudos', 'comments', 'bookmarks'] as const;

/** Where keeping the days goes on: behind this moment and work. */
export type Kept = { readonly at: Milliseconds; readonly work: number };

/** What is kept already ends here; a process that starts goes on from it. */
export async function findKept(reader: Reader): Promise<Kept> {
  const row = await reader
    .selectFrom('work_days')
    .select('counted_at')
    .orderBy('counted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { at: row?.counted_at ?? 1, work: 0 };
}

/** Counters that moved behind `kept`, in the order in which they did. */
export async function listMoved(reader: Reader, kept: Kept, most: number) {
  return reader
    .selectFrom('work_counts')
    .select(['work_id', ...counters, 'counted_at'])
    .where((eb) =>
      eb.or([
        eb('counted_at', '>', kept.at),
        eb('counted_at', '=', kept.at).and('work_id', '>', kept.work as WorkId),
      ]),
    )
    .orderBy('counted_at')
    .orderBy('work_id')
    .limit(most)
    .execute();
}

/** Makes the row of each work and day, or brings it up to date. */
export async function putDays(
  transaction: Transaction,
  rows: readonly WorkDaysTable[],
): Promise<void> {
  for (const row of rows.toSorted((a, b) => a.work_id - b.work_id)) {
    const { work_id: _, day: __, ...counted } = row;
    await transaction
      .insertInto('work_days')
      .values(row)
      .onConflict((conflict) => conflict.columns(['work_id', 'day']).doUpdateSet(counted))
      .execute();
  }
}

/** Of weeks that ended before `day`, leaves each work its last row. */
export async function thinDays(transaction: Transaction, day: number): Promise<void> {
  await transaction
    .deleteFrom('work_days')
    .where('day', '<', day - (day % 7))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('work_days as later')
          .select('later.day')
          .whereRef('later.work_id', '=', 'work_days.work_id')
          .whereRef('later.day', '>', 'work_days.day')
          .where(sql<boolean>`later.day / 7 = work_days.day / 7`),
      ),
    )
    .execute();
}

/** One of a person's posted works with its counters now. */
export type CountedWork = {
  readonly id: WorkId;
  readonly title: string;
  readonly words: number;
  readonly hits: number;
  readonly kudos: number;
  readonly comments: number;
  readonly bookmarks: number;
};

/** Works that the person created alone or with others; deleted ones and drafts have no counts. */
export async function listCountedWorks(reader: Reader, person: UserId): Promise<CountedWork[]> {
  return reader
    .selectFrom('work_creators')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .innerJoin('work_counts', 'work_counts.work_id', 'works.id')
    .select(['works.id', 'works.title', 'works.words', ...counters])
    .where('work_creators.user_id', '=', person)
    .where('works.posted_at', 'is not', null)
    .where('works.deleted_at', 'is', null)
    .distinct()
    .execute();
}

/** The days of these works from one day on, and for each its last row before that day. */
export async function listDays(
  reader: Reader,
  works: readonly WorkId[],
  from: number,
): Promise<WorkDaysTable[]> {
  const rows: WorkDaysTable[] = [];
  for (let at = 0; at < works.length; at += 500) {
    const some = works.slice(at, at + 500);
    rows.push(
      ...(await reader
        .selectFrom('work_days')
        .selectAll()
        .where('work_id', 'in', some)
        .where((eb) =>
          eb.or([
            eb('day', '>=', from),
            eb(
              'day',
              '=',
              eb
                .selectFrom('work_days as earlier')
                .select((earlier) => earlier.fn.max('earlier.day').as('day'))
                .whereRef('earlier.work_id', '=', 'work_days.work_id')
                .where('earlier.day', '<', from),
            ),
          ]),
        )
        .orderBy('work_id')
        .orderBy('day')
        .execute()),
    );
  }
  return rows;
}

/** A chapter that readers see, with its views. */
export type CountedChapter = {
  readonly id: ChapterId;
  readonly position: number;
  readonly title: string;
  readonly words: number;
  readonly hits: number;
};

export async function listCountedChapters(reader: Reader, work: WorkId): Promise<CountedChapter[]> {
  return reader
    .selectFrom('chapters')
    .select(['id', 'position', 'title', 'words', 'hits'])
    .where('work_id', '=', work)
    .where('posted_at', 'is not', null)
    .orderBy('position')
    .execute();
}

/** They go with a work that is removed. */
export async function deleteDaysOfWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('work_days').where('work_id', '=', work).execute();
}
