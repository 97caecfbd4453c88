// Saving for now: what stands in a form is kept as it is typed, checked by nobody, shown to nobody
// but its writer, until it is saved for good or thrown away.
import type { Form } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import { minuteMs } from '../../../kit/time/index.ts';
import type { ChapterId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { countDiskUse, takeDiskShare } from '../../accounts/index.ts';
import { packFields, unpackFields } from '../kept-fields.ts';
import {
  type FormSubject,
  findAutosave,
  listAutosavesOfChapter,
  putAutosave,
  removeAutosave,
  removeAutosavesOfChapter,
} from '../store/autosaves.ts';
import type { Revised } from '../store/revisions.ts';
import { versionOfForm } from '../typed-version.ts';
import type { ChapterVersion, WorkVersion } from '../versions.ts';
import { isSavedSince, reviseTyped, reviseUnasked } from './revise.ts';

// What a row takes besides its fields, so that many empty ones count as well.
const rowBytes = 200;

export type KeptForm = {
  readonly window: string;
  readonly subject: FormSubject;
  /** The revision that the form was made from; null for new things. */
  readonly base: number | null;
  readonly form: Form;
  /** What is typed as a version of the work or chapter; null for new things. */
  readonly version: ChapterVersion | WorkVersion | null;
};

/** Typing becomes a revision this often at most: history is for reading, not for every key. */
const reviseEveryMs = 10 * minuteMs;

/**
 * Keeps the form in the window's row, and says whether another version was saved since the form
 * was opened. Whether the work is the member's is asked before. Throws
 * Refused 413 when the person's share of the disk is used up: the row stays as it was.
 */
export async function keepForm(
  parts: Parts,
  member: Member,
  kept: KeptForm,
): Promise<{ readonly savedAt: number; readonly conflict: boolean }> {
  const at = parts.clock.now();
  const fields = packFields(kept.form);
  const bytes = fields.byteLength + rowBytes;
  const { kind, workId, chapterId } = kept.subject;
  const thing = revisedBy(kept.subject);
  const conflict = await parts.database.write(async (transaction) => {
    const before = await findAutosave(transaction, member.userId, kept.window);
    const due = before !== null && at - before.revised_at >= reviseEveryMs;
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
      revised_at: due ? at : (before?.revised_at ?? at),
    });
    const more = bytes - (before?.bytes ?? 0);
    await takeDiskShare(transaction, parts.settings, member.userId, more);
    if (thing === null || kept.base === null || kept.version === null) return false;
    if (due) {
      const making = { settings: parts.settings, by: member.userId, at };
      await reviseTyped(transaction, thing, { version: kept.version, base: kept.base }, making);
    }
    return isSavedSince(transaction, thing, kept.base);
  });
  return { savedAt: at, conflict };
}

function revisedBy({ kind, workId, chapterId }: FormSubject): Revised | null {
  if (workId === null || kind === 'work-new' || kind === 'chapter-new') return null;
  return { work: workId, chapter: chapterId ?? 0 };
}

/** Deletes what a window has saved for now: it is saved for good, or thrown away. */
export async function dropForm(parts: Parts, member: Member, window: string): Promise<void> {
  if (window === '') return;
  await parts.database.write(async (transaction) => {
    const bytes = await removeAutosave(transaction, member.userId, window);
    await countDiskUse(transaction, member.userId, -bytes);
  });
}

/**
 * Keeps what anybody has typed and not saved of a chapter as versions of theirs, and deletes it as
 * typed: the chapter is deleted, and comes back with its versions.
 */
export async function reviseFormsOfChapter(
  transaction: Transaction,
  thing: Revised & { readonly chapter: ChapterId },
  { at, base }: { readonly at: number; readonly base: number },
): Promise<void> {
  for (const row of await listAutosavesOfChapter(transaction, thing.chapter)) {
    const version = await versionOfForm(transaction, row.kind, unpackFields(row.fields));
    if (version === null) continue;
    const typed = { version, state: row.base_revision ?? base };
    await reviseUnasked(transaction, thing, { by: row.user_id, at, reason: 'autosave' }, typed);
  }
  await dropFormsOfChapter(transaction, thing.chapter);
}

/** Deletes what anybody had saved for now of a chapter that is deleted. */
async function dropFormsOfChapter(transaction: Transaction, chapter: ChapterId): Promise<void> {
  const gone = await removeAutosavesOfChapter(transaction, chapter);
  const owners = [...gone].sort((a, b) => a.user_id - b.user_id);
  for (const { user_id, bytes } of owners) {
    await countDiskUse(transaction, user_id, -bytes);
  }
}
