// What was saved for now: read and written for the person who typed it, and for nobody else.
import type { Insertable, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';
import type { AutosavesTable, FormKind } from '../schema.ts';

/** What a form is about: null where there is none yet. */
export type FormSubject = {
  readonly kind: FormKind;
  readonly workId: WorkId | null;
  readonly chapterId: ChapterId | null;
};

export async function findAutosave(reader: Reader | Transaction, user: UserId, window: string) {
  const row = await reader
    .selectFrom('autosaves')
    .selectAll()
    .where('user_id', '=', user)
    .where('window_id', '=', window)
    .executeTakeFirst();
  return row ?? null;
}

/** All that a person has saved for now about one thing, newest first. */
export async function listAutosaves(reader: Reader, user: UserId, subject: FormSubject) {
  const { kind, workId, chapterId } = subject;
  return reader
    .selectFrom('autosaves')
    .selectAll()
    .where('user_id', '=', user)
    .where('kind', '=', kind)
    .where('work_id', workId === null ? 'is' : '=', workId)
    .where('chapter_id', chapterId === null ? 'is' : '=', chapterId)
    .orderBy('saved_at', 'desc')
    .execute();
}

/** Writes the row of a window in place of the one before. */
export async function putAutosave(
  transaction: Transaction,
  row: Insertable<AutosavesTable>,
): Promise<void> {
  const { user_id: _user, window_id: _window, ...change } = row;
  await transaction
    .insertInto('autosaves')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'window_id']).doUpdateSet(change))
    .execute();
}

/** Deletes the row of a window; answers with the bytes it took. */
export async function removeAutosave(
  transaction: Transaction,
  user: UserId,
  window: string,
): Promise<number> {
  const row = await transaction
    .deleteFrom('autosaves')
    .where('user_id', '=', user)
    .where('window_id', '=', window)
    .returning('bytes')
    .executeTakeFirst();
  return row?.bytes ?? 0;
}

/** What anybody has saved for now of a chapter, the oldest first. */
export async function listAutosavesOfChapter(transaction: Transaction, chapter: ChapterId) {
  return transaction
    .selectFrom('autosaves')
    .selectAll()
    .where('chapter_id', '=', chapter)
    .orderBy('saved_at')
    .orderBy('window_id')
    .execute();
}

/** Deletes what anybody has saved for now of a chapter; who, and how many bytes each. */
export async function removeAutosavesOfChapter(transaction: Transaction, chapter: ChapterId) {
  return transaction
    .deleteFrom('autosaves')
    .where('chapter_id', '=', chapter)
    .returning(['user_id', 'bytes'])
    .execute();
}
