// SQL of undoing what an account did: works it posted, and chapters that it posted of older ones.
import type { Reader } from '../../../kit/sql/index.ts';
import type { ChapterId } from '../../../shared/ids.ts';
import type { UndoSpan } from '../../../shared/undoing.ts';

/** Works of their making that they posted then and that nobody has deleted. */
export function worksPosted(reader: Reader, { user, from, to }: UndoSpan) {
  return reader
    .selectFrom('works')
    .where('works.created_by', '=', user)
    .where('works.posted_at', '>=', from)
    .where('works.posted_at', '<=', to)
    .where('works.deleted_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('work_creators')
          .select('work_id')
          .whereRef('work_id', '=', 'works.id')
          .where('user_id', '=', user),
      ),
    );
}

/** Chapters posted then of works of their making that were posted before. */
export function chaptersPosted(reader: Reader, { user, from, to }: UndoSpan) {
  return reader
    .selectFrom('chapters')
    .innerJoin('works', 'works.id', 'chapters.work_id')
    .where('works.created_by', '=', user)
    .where('works.posted_at', '<', from)
    .where('works.deleted_at', 'is', null)
    .where('chapters.posted_at', '>=', from)
    .where('chapters.posted_at', '<=', to);
}

/** The chapter's work and how its posting stands. */
export async function findPosting(reader: Reader, id: ChapterId) {
  const row = await reader
    .selectFrom('chapters')
    .select(['work_id', 'posted_at', 'published_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
