// Works that were read of an upload and wait for a yes: kept in the database, so that nothing has
// to be sent again, changed as their owner wishes, then brought in or thrown away.
import { Refused } from '../../kit/http/index.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { hasRole, type Member } from '../../shared/viewer.ts';
import { type BroughtIn, bringComing } from './actions.ts';
import { bringInForOthers } from './authors.ts';
import { unpackWork } from './brought-pictures.ts';
import type { BroughtWork } from './brought-work.ts';
import type { GivenFile } from './files.ts';
import type { JudgeChanged, OpenComing } from './judging.ts';
import { waitingBytesMax, waitingDays, waitingWorksMax } from './limits.ts';
import { text } from './messages.ts';
import { type PlanWishes, readDuplicates, readSurroundings } from './plan.ts';
import type { ReadFacts } from './read-facts.ts';
import type { ReadFile, ReadUpload } from './reading.ts';
import { FileRefused } from './refused-file.ts';
import type { WaitingImportsTable } from './schema.ts';
import {
  countWaiting,
  deleteWaiting,
  deleteWaitingBefore,
  findWaiting,
  listWaiting,
  putWaiting,
} from './store/waiting.ts';

/** What a list shows of a work that waits. */
export type WaitingFacts = ReadFacts & {
  readonly duplicateOf: WorkId | null;
  /** Of an archivist's: what another member has brought from the same address. */
  readonly broughtByOther?: WorkId | null;
};

export type WaitingWork = {
  readonly id: number;
  readonly fileName: string;
  readonly digest: string;
  /** Why it was refused; then there are no facts. */
  readonly refusal: string | null;
  readonly facts: WaitingFacts | null;
};

/** Reads the files of an upload; each becomes a row, refused ones with their reason: its id. */
export async function keepUpload(
  parts: Parts,
  member: Member,
  given: readonly GivenFile[],
  readUpload: ReadUpload,
): Promise<number[]> {
  const { read } = parts.database;
  const now = parts.clock.now();
  await parts.database.write((transaction) =>
    deleteWaitingBefore(transaction, now - waitingDays * dayMs),
  );
  const surroundings = await readSurroundings(read);
  let { works, bytes } = await countWaiting(read, member.userId);
  const kept: number[] = [];
  for (const file of given) {
    const most = waitingWorksMax + 1 - works;
    for (const found of await readUpload(file, surroundings, most)) {
      if (works >= waitingWorksMax || bytes > waitingBytesMax) {
        throw new Refused(413, {
          detail: text.waitingFull({ most: waitingWorksMax, kept: kept.length }),
        });
      }
      const row = await keepRead(parts, member, found, works);
      bytes += row.bytes;
      works += 1;
      kept.push(row.id);
    }
  }
  return kept;
}

async function keepRead(
  parts: Parts,
  member: Member,
  found: ReadFile,
  position: number,
): Promise<{ readonly id: number; readonly bytes: number }> {
  const { name, digest, refusal } = found;
  const packed = found.refusal === null ? found.packed : null;
  const facts = found.refusal === null ? await withDuplicates(parts, member, found) : {};
  const id = parts.ids.next();
  await parts.database.write((transaction) =>
    putWaiting(transaction, {
      id,
      user_id: member.userId,
      position,
      file_name: name,
      digest,
      refusal,
      work: packed,
      facts: JSON.stringify(facts),
      waits_since: parts.clock.now(),
    }),
  );
  return { id, bytes: packed?.byteLength ?? 0 };
}

async function withDuplicates(
  { database: { read } }: Parts,
  member: Member,
  { digest, facts }: { readonly digest: string; readonly facts: ReadFacts },
): Promise<WaitingFacts> {
  return { ...facts, ...(await readDuplicates(read, facts, wishesOf(member, digest))) };
}

function wishesOf(member: Member, digest: string): PlanWishes {
  return { owner: member.userId, digest, byArchivist: hasRole(member, 'archivist') };
}

/** All that waits for the member's yes, in the order that it was read. */
export async function listWaitingWorks(parts: Parts, member: Member): Promise<WaitingWork[]> {
  const rows = await listWaiting(parts.database.read, member.userId);
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    digest: row.digest,
    refusal: row.refusal,
    facts: row.refusal === null ? (JSON.parse(row.facts) as WaitingFacts) : null,
  }));
}

/** The work itself, of one row of the member's own; null when there is none. */
export async function openWaitingWork(
  parts: Parts,
  member: Member,
  id: number,
): Promise<{ readonly row: WaitingWork; readonly work: BroughtWork } | null> {
  const row = await findWaiting(parts.database.read, member.userId, id);
  if (row === null || row.work === null) return null;
  const facts = JSON.parse(row.facts) as WaitingFacts;
  const { digest, refusal } = row;
  const work = unpackWork(row.work);
  return { row: { id, fileName: row.file_name, digest, refusal, facts }, work };
}

/** Keeps the work as its owner has changed it; what is wrong with that, or null. */
export async function changeWaitingWork(
  parts: Parts,
  member: Member,
  { row }: { readonly row: WaitingWork },
  work: BroughtWork,
  judgeChanged: JudgeChanged,
): Promise<string | null> {
  const surroundings = await readSurroundings(parts.database.read);
  const judged = await judgeChanged(work, surroundings).catch((error: unknown) => {
    if (error instanceof FileRefused) return error;
    throw error;
  });
  if (judged instanceof FileRefused) return judged.message;
  const facts = await withDuplicates(parts, member, { digest: row.digest, facts: judged.facts });
  await parts.database.write(async (transaction) => {
    const there = await findWaiting(transaction, member.userId, row.id);
    if (there === null) throw new Refused(404);
    const { packed } = judged;
    await putWaiting(transaction, { ...there, work: packed, facts: JSON.stringify(facts) });
  });
  return null;
}

export type Brought = { readonly title: string } & (
  | ({ readonly ok: true } & BroughtIn)
  | { readonly ok: false; readonly reason: string }
);

/**
 * Brings one in and forgets that it waited: as a draft of the member's, or, by an archivist, under
 * its author's name.
 */
export async function bringWaitingIn(
  parts: Parts,
  member: Member,
  id: number,
  openComing: OpenComing,
  forOthers = false,
): Promise<Brought> {
  const { read } = parts.database;
  const row = await findWaiting(read, member.userId, id);
  if (row === null || row.work === null) return whyNotOpen(row);
  const facts = JSON.parse(row.facts) as WaitingFacts;
  const { title } = facts;
  const surroundings = await readSurroundings(read);
  const siteUrl = parts.settings.url;
  const given = { owner: member, by: member, fileName: row.file_name, digest: row.digest };
  try {
    const coming = openComing({ packed: row.work, facts, surroundings, siteUrl });
    const besideMembers = (facts.broughtByOther ?? null) !== null;
    const done = forOthers
      ? await bringInForOthers(parts, coming, { ...given, besideMembers })
      : await bringComing(parts, coming, given);
    await throwAway(parts, member, [id]);
    return { ok: true, title, ...done };
  } catch (error) {
    if (!(error instanceof Refused || error instanceof FileRefused)) throw error;
    return { ok: false, title, reason: error.message };
  }
}

/** What was never read is named by its file. */
function whyNotOpen(row: WaitingImportsTable | null): Brought {
  const reason = row?.refusal ? text.isRefused({ reason: row.refusal }) : text.waitsNoMore();
  return { ok: false, title: row?.file_name ?? '', reason };
}

/** Throws away what waits: nothing of it was ever a work. */
export async function throwAway(
  parts: Parts,
  member: Member,
  ids: readonly number[],
): Promise<void> {
  await parts.database.write(async (transaction) => {
    for (const id of ids) await deleteWaiting(transaction, member.userId, id);
  });
}
