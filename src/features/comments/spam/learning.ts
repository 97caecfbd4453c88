// What moderators decided about comments, learnt on this machine. It may hold a comment for them,
// and never does more.
import type { Reader } from '../../../kit/sql/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { writeAudit } from '../../accounts/index.ts';
import type { CommentRow } from '../comment.ts';
import type { CommentId } from '../schema.ts';
import { scoreOf, tallySigns } from './bayes.ts';
import { learntEach, learntLeast, signBearersLeast } from './limits.ts';
import { type Judged, signsOf } from './signs.ts';
import { listSamples, readAges, readLearning, readSigns, replaceSigns } from './store.ts';

/** How much a comment looks like those that moderators hid. */
export type SpamScore = {
  /** From 0 to 1. */
  readonly score: number;
  /** At most three of `signsOf`, the strongest first. */
  readonly because: readonly string[];
};

/** Learns anew from the newest comments that were hidden by moderators, and that are shown. */
export async function learnSpam(parts: Parts): Promise<void> {
  const { read } = parts.database;
  const { reset_at: since } = await readLearning(read);
  const samples: { bad: boolean; signs: ReadonlySet<string> }[] = [];
  for (const bad of [true, false]) {
    for (const [at, row] of (await listSamples(read, { bad, since }, learntEach)).entries()) {
      samples.push({ bad, signs: signsOf(row) });
      if (at % 100 === 99) await nextTurn();
    }
  }
  const { all, signs } = tallySigns(samples);
  const kept = [...signs].filter(([, { good, bad }]) => good + bad >= signBearersLeast);
  const now = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const state = await readLearning(transaction);
    // Somebody has had it forget meanwhile.
    if (state.reset_at !== since) return;
    await replaceSigns(transaction, { ...all, reset_at: since, learnt_at: now }, kept);
  });
}

/** Forgets all that was learnt; from now on it learns from comments that are written later. */
export async function forgetSpam(parts: Parts, by: Member): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const nothing = { good: 0, bad: 0, reset_at: at, learnt_at: at };
    await replaceSigns(transaction, nothing, []);
    await writeAudit(transaction, {
      id: parts.ids.next(),
      at,
      actorId: by.userId,
      act: 'forget spam',
      subjectKind: 'site',
      subjectId: 0,
    });
  });
}

/** From how many comments of each kind was learnt, and when; 0: never. */
export function readSpamLearning(
  reader: Reader,
): Promise<{ readonly good: number; readonly bad: number; readonly learnt_at: number }> {
  return readLearning(reader);
}

/** The score of what is about to be said; null while too little was learnt. */
export async function judgeSpam(parts: Parts, judged: Judged): Promise<SpamScore | null> {
  const { read } = parts.database;
  const all = await readLearning(read);
  if (Math.min(all.good, all.bad) < learntLeast) return null;
  const signs = signsOf(judged);
  const known = await readSigns(read, [...signs]);
  return scoreOf(all, (sign) => known.get(sign), signs);
}

/** The same of comments that are there, by their numbers. */
export async function judgeComments(
  parts: Parts,
  rows: readonly CommentRow[],
): Promise<ReadonlyMap<CommentId, SpamScore>> {
  const joined = await readAges(parts.database.read, rows);
  const scores = new Map<CommentId, SpamScore>();
  for (const row of rows) {
    const since = row.user_id === null ? undefined : joined.get(row.user_id);
    const accountAgeMs = since === undefined ? null : row.created_at - since;
    const score = await judgeSpam(parts, { html: row.html, accountAgeMs });
    if (score !== null) scores.set(row.id, score);
  }
  return scores;
}
