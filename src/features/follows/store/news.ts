// SQL of announcing: what of works is new, and notices on their way.
import { insertRows, type Reader, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, SeriesId, UserId, WorkId } from '../../../shared/ids.ts';
import type { TellingsTable } from '../schema.ts';

/** Something of a work that members can see and were not told of. */
export type News = {
  readonly work: WorkId;
  /** It is there for the first time: posted, revealed, shown again before anybody was told. */
  readonly isNew: boolean;
  /** Its creators' followers may be told of it now and were not before. */
  readonly isNamed: boolean;
  /** Chapters posted since; 0 for a new work. */
  readonly chapters: number;
  readonly newestChapter: ChapterId | null;
  /** When the newest chapter was posted. */
  readonly until: number;
  readonly anonymous: boolean;
  readonly creators: readonly UserId[];
  readonly series: readonly SeriesId[];
  /** Those of them whose followers were not told of it yet. */
  readonly newIn: readonly SeriesId[];
};

/** What is new of those works, for members at large. */
export async function readNews(reader: Reader, ids: readonly WorkId[]): Promise<News[]> {
  if (ids.length === 0) return [];
  const works = await reader
    .selectFrom('works')
    .leftJoin('announced', 'announced.work_id', 'works.id')
    .select(['works.id', 'works.anonymous', 'announced.named'])
    .select('announced.chapters_until as told')
    .where('works.id', 'in', ids)
    .where('works.posted_at', 'is not', null)
    .where('works.deleted_at', 'is', null)
    .where('works.hidden', '=', 0)
    .where('works.creators_hidden', '=', 0)
    .where('works.unrevealed', '=', 0)
    .execute();
  const seen = works.map(({ id }) => id);
  if (seen.length === 0) return [];
  const chapters = await reader
    .selectFrom('chapters')
    .select(['id', 'work_id as work', 'posted_at as at'])
    .where('work_id', 'in', seen)
    .where('posted_at', 'is not', null)
    .orderBy('posted_at')
    .orderBy('position')
    .execute();
  const creators = await reader
    .selectFrom('work_creators')
    .select(['work_id as work', 'user_id as user'])
    .where('work_id', 'in', seen)
    .execute();
  const series = await reader
    .selectFrom('series_works')
    .innerJoin('series', 'series.id', 'series_works.series_id')
    .leftJoin('announced_parts', (join) =>
      join
        .onRef('announced_parts.work_id', '=', 'series_works.work_id')
        .onRef('announced_parts.series_id', '=', 'series_works.series_id'),
    )
    .select(['series_works.work_id as work', 'series.id', 'announced_parts.work_id as told'])
    .where('series_works.work_id', 'in', seen)
    .where('series.deleted_at', 'is', null)
    .where('series.hidden_at', 'is', null)
    .execute();
  return works.flatMap(({ id, anonymous, named, told }): News[] => {
    const posted = chapters.filter(({ work }) => work === id);
    const fresh = posted.filter(({ at }) => told !== null && (at ?? 0) > told);
    const isNew = told === null;
    const isNamed = anonymous === 0 && named !== 1;
    const places = series.filter(({ work }) => work === id);
    const newIn = places.filter((place) => place.told === null).map((place) => place.id);
    if (!isNew && !isNamed && fresh.length === 0 && newIn.length === 0) return [];
    return [
      {
        work: id,
        isNew,
        isNamed,
        chapters: fresh.length,
        newestChapter: fresh.at(-1)?.id ?? null,
        until: posted.at(-1)?.at ?? 0,
        anonymous: anonymous === 1,
        creators: [...new Set(creators.filter(({ work }) => work === id).map(({ user }) => user))],
        series: places.map((place) => place.id),
        newIn,
      },
    ];
  });
}

/** How far the change log was looked through. */
export async function readPosition(reader: Reader): Promise<number> {
  const row = await reader.selectFrom('announcing').select('position').executeTakeFirst();
  return row?.position ?? 0;
}

/** False when another process was faster. */
export async function movePosition(
  transaction: Transaction,
  from: number,
  to: number,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('announcing')
    .set({ position: to })
    .where('position', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Keeps what was told of the works. */
export async function keepAnnounced(
  transaction: Transaction,
  news: readonly News[],
): Promise<void> {
  const rows = news.map(({ work, isNew, until, anonymous }) => {
    const row = { work_id: work, chapters_until: until, named: anonymous ? 0 : 1 } as const;
    return { isNew, row };
  });
  const fresh = rows.filter(({ isNew }) => isNew).map(({ row }) => row);
  await insertRows(transaction, 'announced', fresh);
  const parts = news.flatMap(({ work, newIn }) =>
    newIn.map((series) => ({ work_id: work, series_id: series })),
  );
  await insertRows(transaction, 'announced_parts', parts);
  for (const { isNew, row } of rows) {
    if (isNew) continue;
    const { work_id, ...told } = row;
    await transaction.updateTable('announced').set(told).where('work_id', '=', work_id).execute();
  }
}

export async function keepTellings(
  transaction: Transaction,
  tellings: readonly TellingsTable[],
): Promise<void> {
  await insertRows(transaction, 'tellings', tellings);
}

/** Takes some of what is to be told; nobody else takes the same. */
export async function takeTellings(
  transaction: Transaction,
  limit: number,
): Promise<TellingsTable[]> {
  const rows = await transaction
    .selectFrom('tellings')
    .selectAll()
    .orderBy('id')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  return transaction
    .deleteFrom('tellings')
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .returningAll()
    .execute();
}
