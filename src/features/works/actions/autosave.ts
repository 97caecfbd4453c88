// Saving for now: what stands in a form is kept as it is typed, checked by nobody, shown to nobody
// but its writer, until it is saved for good or thrown away.
import type { Form } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { takeDiskShare } from '../../accounts/index.ts';
import { packFields } from '../kept-fields.ts';
import {
  type FormSubject,
  findAutosave,
  putAutosave,
  removeAutosave,
  removeAutosavesOfChapter,
} from '../store/autosaves.ts';

// What a row takes besides its fields, so that many empty ones count as well.
const rowBytes = 200;

export type KeptForm = {
  readonly window: string;
  readonly subject: FormSubject;
  /** The revision that the form was made from; null for new things. */
  readonly base: number | null;
  readonly form: Form;
};

/**
 * Keeps the form in the window's row. Whether the work is the member's is asked before. Throws
 * Refused 413 when the person's share of the disk is used up: the row stays as it was.
 */
export async function keepForm(parts: Parts, member: Member, kept: KeptForm): Promise<number> {
  const at = parts.clock.now();
  const fields = packFields(kept.form);
  const bytes = fields.byteLength + rowBytes;
  const { kind, workId, chapterId } = kept.subject;
  await parts.database.write(async (transaction) => {
    const before = await findAutosave(transaction, member.userId, kept.window);
    await putAutosave(transaction, {
      user_id: member.userId,
      window_id: kept.window,
      kind,
      work_id: workId,
      chapter_id: chapterId,
      base_revision: kept.base,
      fields,
      bytes,
      saved_at: at,
      revised_at: before?.revised_at ?? at,
    });
    const more = bytes - (before?.bytes ?? 0);
    await takeDiskShare(transaction, parts.settings, member.userId, more);
  });
  return at;
}

/** Deletes what a window has saved for now: it is saved for good, or thrown away. */
export async function dropForm(parts: Parts, member: Member, window: string): Promise<void> {
  if (window === '') return;
  await parts.database.write(async (transaction) => {
    const bytes = await removeAutosave(transaction, member.userId, window);
    await takeDiskShare(transaction, parts.settings, member.userId, -bytes);
  });
}

/** Deletes what anybody had saved for now of a chapter that is deleted. */
export async function dropFormsOfChapter(
  transaction: Transaction,
  settings: Parts['settings'],
  chapter: ChapterId,
): Promise<void> {
  const gone = await removeAutosavesOfChapter(transaction, chapter);
  const owners = [...gone].sort((a, b) => a.user_id - b.user_id);
  for (const { user_id, bytes } of owners) {
    await takeDiskShare(transaction, settings, user_id as UserId, -bytes);
  }
}
