// Making revisions, inside the transaction of the change that they record. A work that was never
// changed has none: its one version is the present one, and becomes the first when it changes.
import { packDelta, packWhole } from '../../../kit/deltas/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { wordChanges } from '../../../text/index.ts';
import { countDiskUse, takeDiskShare } from '../../accounts/index.ts';
import type { CheckedChapter } from '../input.ts';
import type { RevisionReason } from '../schema.ts';
import {
  findNewestRevision,
  findSavedRevision,
  insertRevision,
  type Present,
  type Revised,
  readPresent,
  readRevision,
  removeRevisions,
} from '../store/revisions.ts';
import { findWorkFacts } from '../store/writes.ts';
import { type ChapterVersion, type WorkVersion, wordsOf } from '../versions.ts';

/** A version is found from at most so many differences. */
const chainMost = 32;
/** What a row takes besides its text. */
const rowBytes = 120;

export type Making = {
  readonly settings: Parts['settings'];
  readonly by: UserId;
  readonly at: number;
  readonly reason: RevisionReason;
};

/** Before a change: keeps the present version where none was kept yet. */
export async function reviseFirst(transaction: Transaction, thing: Revised): Promise<void> {
  if ((await findNewestRevision(transaction, thing)) !== null) return;
  const present = await readPresent(transaction, thing);
  const { createdBy: by, editedAt: at } = present;
  await countDiskUse(
    transaction,
    by,
    await write(transaction, thing, present, { by, at, reason: 'save' }),
  );
}

/**
 * After a change: keeps the present version as a new revision, unless nothing differs from the
 * newest. Throws Refused 413 when the person's share of the disk is used up.
 */
export async function revise(
  transaction: Transaction,
  thing: Revised,
  making: Making,
): Promise<void> {
  const present = await readPresent(transaction, thing);
  const bytes = await write(transaction, thing, present, making);
  await takeDiskShare(transaction, making.settings, making.by, bytes);
}

/** The same for what happens by itself: counted, and never refused, since nobody would be told. */
export async function reviseUnasked(
  transaction: Transaction,
  thing: Revised,
  making: Omit<Making, 'settings'>,
  typed?: Pick<Present, 'version' | 'state'>,
): Promise<void> {
  const kept = typed ?? (await readPresent(transaction, thing));
  await countDiskUse(transaction, making.by, await write(transaction, thing, kept, making));
}

/** Keeps what is typed and not saved as a revision: its writer alone is shown it. */
export async function reviseTyped(
  transaction: Transaction,
  thing: Revised,
  typed: { readonly version: ChapterVersion | WorkVersion; readonly base: number },
  making: Omit<Making, 'reason'>,
): Promise<void> {
  // Its lock: numbers follow each other, whoever else makes a revision now.
  await findWorkFacts(transaction, thing.work);
  await reviseFirst(transaction, thing);
  const present = { version: typed.version, state: typed.base };
  const bytes = await write(transaction, thing, present, { ...making, reason: 'autosave' });
  await takeDiskShare(transaction, making.settings, making.by, bytes);
}

/** A version that a work or chapter had elsewhere, in its order. */
export type VersionBefore<Version> = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: RevisionReason;
  readonly version: Version;
};

export type BroughtHistory = {
  readonly work: readonly VersionBefore<WorkVersion>[];
  /** By chapter, in their order. */
  readonly chapters: readonly (readonly VersionBefore<ChapterVersion>[])[];
  /** The versions that come in, by chapter, where they were packed before. */
  readonly packed?: readonly PackedVersion[];
};

/** A chapter's version, packed before there is a transaction: a novel takes a second. */
export type PackedVersion = { readonly content: Uint8Array; readonly words: number };

/** The first version of a chapter that comes in, as its revision will hold it. */
export function packVersion(chapter: CheckedChapter): PackedVersion {
  const { title, summary, notes, endNotes, format, text } = chapter;
  const texts = { summary: summary.source, notes: notes.source, endNotes: endNotes.source };
  const version: ChapterVersion = { title, ...texts, format, source: text.source };
  const words = wordChanges('', wordsOf(version)).added;
  return { content: packWhole(JSON.stringify(version)), words };
}

/**
 * The history of a work that was brought in and of each of its chapters: the versions that it had
 * before, then that it was brought in, where that is a version of its own.
 */
export async function reviseImported(
  transaction: Transaction,
  work: WorkId,
  chapters: readonly ChapterId[],
  { by, at }: Pick<Making, 'by' | 'at'>,
  before: BroughtHistory,
): Promise<void> {
  for (const [index, chapter] of [0 as const, ...chapters].entries()) {
    const thing = { work, chapter };
    const versions = chapter === 0 ? before.work : (before.chapters[index - 1] ?? []);
    let bytes = 0;
    const packed = chapter === 0 ? undefined : before.packed?.[index - 1];
    if (packed !== undefined && versions.length === 0) {
      await countDiskUse(transaction, by, await writeFirst(transaction, thing, packed, { by, at }));
      continue;
    }
    for (const { at: madeAt, reason, version } of versions) {
      // Older than anything that is saved here.
      const present = { version, state: 0 };
      const making = { by, at: Math.min(madeAt, at), reason };
      bytes += await write(transaction, thing, present, making);
    }
    const present = await readPresent(transaction, thing);
    bytes += await write(transaction, thing, present, { by, at, reason: 'import' });
    await countDiskUse(transaction, by, bytes);
  }
}

/** Whether another version was saved since the state that a form was made from. */
export async function isSavedSince(
  transaction: Transaction,
  thing: Revised,
  seen: number,
): Promise<boolean> {
  const newest = await findSavedRevision(transaction, thing, { since: seen });
  if (newest === null) return false;
  const base =
    (await findSavedRevision(transaction, thing, { until: seen })) ??
    (await findSavedRevision(transaction, thing, 'oldest'));
  if (base === null) return true;
  return (await readRevision(transaction, newest)) !== (await readRevision(transaction, base));
}

/** Deletes the versions of a chapter with the chapter. */
export async function dropRevisions(transaction: Transaction, thing: Revised): Promise<void> {
  const freed = new Map<UserId, number>();
  for (const { made_by, bytes } of await removeRevisions(transaction, thing)) {
    freed.set(made_by, (freed.get(made_by) ?? 0) + bytes);
  }
  for (const [user, bytes] of [...freed].sort(([a], [b]) => a - b)) {
    await countDiskUse(transaction, user, -bytes);
  }
}

/** Writes the version that a new chapter came in with. */
async function writeFirst(
  transaction: Transaction,
  thing: Revised,
  { content, words }: PackedVersion,
  { by, at }: Pick<Making, 'by' | 'at'>,
): Promise<number> {
  const bytes = content.byteLength + rowBytes;
  await insertRevision(transaction, {
    work_id: thing.work,
    chapter_id: thing.chapter,
    number: 1,
    base_number: 1,
    content,
    bytes,
    made_at: at,
    made_by: by,
    reason: 'import',
    state: 1,
    words,
    words_added: words,
    words_removed: 0,
  });
  return bytes;
}

/** Writes a revision if it differs from the newest one; answers with the bytes that it takes. */
async function write(
  transaction: Transaction,
  thing: Revised,
  { version, state }: Pick<Present, 'version' | 'state'>,
  { by, at, reason }: Omit<Making, 'settings'>,
): Promise<number> {
  const content = JSON.stringify(version);
  const newest = await findNewestRevision(transaction, thing);
  const before = newest === null ? null : await readRevision(transaction, newest);
  // Posting and restoring are told of though the words are the same; saving what was typed too.
  const tells = reason === 'post' || reason === 'restore' || newest?.reason === 'autosave';
  if (before === content && (reason === 'autosave' || !tells)) return 0;
  const number = (newest?.number ?? 0) + 1;
  const delta = before === null ? null : packDelta(before, content);
  const near = newest !== null && number - newest.base_number < chainMost;
  const whole =
    near && delta !== null && delta.byteLength * 8 < content.length ? null : packWhole(content);
  const kept = whole ?? (delta as Uint8Array);
  const words = wordsOf(version);
  const old = before === null ? '' : wordsOf(JSON.parse(before) as ChapterVersion | WorkVersion);
  const { added, removed } = wordChanges(old, words);
  const bytes = kept.byteLength + rowBytes;
  await insertRevision(transaction, {
    work_id: thing.work,
    chapter_id: thing.chapter,
    number,
    base_number: whole === null ? (newest?.base_number ?? number) : number,
    content: kept,
    bytes,
    made_at: at,
    made_by: by,
    reason,
    state,
    words: wordChanges('', words).added,
    words_added: added,
    words_removed: removed,
  });
  return bytes;
}
