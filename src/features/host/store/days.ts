// SQL of the archive's own statistics: what is posted and not deleted, people who have an account.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { ArchiveDaysTable } from '../schema.ts';

export type ArchiveCounts = Omit<ArchiveDaysTable, 'day'>;

export async function countArchive(reader: Reader): Promise<ArchiveCounts> {
  const works = await reader
    .selectFrom('works')
    .select((eb) => [
      eb.fn.countAll<number>().as('works'),
      eb.fn.coalesce(eb.fn.sum<number>('words'), eb.lit(0)).as('words'),
    ])
    .where('posted_at', 'is not', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  const chapters = await reader
    .selectFrom('chapters')
    .innerJoin('works', 'works.id', 'chapters.work_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('chapters.posted_at', 'is not', null)
    .where('works.posted_at', 'is not', null)
    .where('works.deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  const people = await reader
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '<>', 'pending')
    .executeTakeFirstOrThrow();
  const comments = await reader
    .selectFrom('comments')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  const kudos = await reader
    .selectFrom('kudos')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    works: Number(works.works),
    words: Number(works.words),
    chapters: Number(chapters.count),
    people: Number(people.count),
    comments: Number(comments.count),
    kudos: Number(kudos.count),
  };
}

export async function writeDay(transaction: Transaction, row: ArchiveDaysTable): Promise<void> {
  const { day: _, ...counts } = row;
  await transaction
    .insertInto('archive_days')
    .values(row)
    .onConflict((conflict) => conflict.column('day').doUpdateSet(counts))
    .execute();
}

/** The newest first. */
export async function listDays(reader: Reader, most: number): Promise<ArchiveDaysTable[]> {
  return reader.selectFrom('archive_days').selectAll().orderBy('day', 'desc').limit(most).execute();
}
