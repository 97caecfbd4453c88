// What waits for a moderator, of whatever kind, and deciding about many at once.
import { Refused } from '../../../kit/http/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { plainText } from '../../../text/index.ts';
import {
  type CommentId,
  decideComment,
  judgeComments,
  listHeld as listHeldComments,
  type SpamScore,
} from '../../comments/index.ts';
import { commentUrl } from '../../comments/urls.ts';
import { decideHeldWork, listHeldWorks } from '../../imports/index.ts';
import { findWork } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import { excerptCharacters, waitingShown } from './limits.ts';

export type WaitingKind = 'comment' | 'work';

export type Waiting = {
  readonly kind: WaitingKind;
  readonly id: number;
  readonly since: number;
  /** Of the work: itself, or the one commented on. */
  readonly title: string;
  readonly address: string;
  /** A member’s log-in name; null: a guest, or somebody who is gone. */
  readonly login: string | null;
  /** What a guest says of themself. */
  readonly guest: string | null;
  /** The beginning of a comment’s words; of a work, why it waits. */
  readonly words: string;
  /** What was learnt of such; null: of works, and while too little was learnt. */
  readonly spam: SpamScore | null;
};

/** The oldest first, so many of each kind as a page takes. */
export async function listWaiting(parts: Parts, moderator: Member): Promise<Waiting[]> {
  const { read } = parts.database;
  const comments: Waiting[] = [];
  const titles = new Map<WorkId, string | null>();
  const rows = await listHeldComments(read, waitingShown);
  const scores = await judgeComments(parts, rows);
  for (const row of rows) {
    if (!titles.has(row.work_id)) {
      const { work } = await findWork(read, moderator, row.work_id);
      titles.set(row.work_id, work?.title ?? null);
    }
    const title = titles.get(row.work_id) ?? null;
    if (title === null) continue;
    const email = row.guest_email === null ? '' : ` (${row.guest_email})`;
    comments.push({
      kind: 'comment',
      id: row.id,
      since: row.created_at,
      title,
      address: commentUrl(row),
      login: row.login,
      guest: row.guest_name === null ? null : `${row.guest_name}${email}`,
      words: excerpt(plainText(row.html)),
      spam: scores.get(row.id) ?? null,
    });
  }
  const held = (await listHeldWorks(read)).slice(0, waitingShown);
  const works = held.map((work): Waiting => {
    const { id, heldAt: since, title, login } = work;
    const address = workUrl({ id });
    return {
      kind: 'work',
      id,
      since,
      title,
      address,
      login,
      guest: null,
      words: why(work),
      spam: null,
    };
  });
  return [...comments, ...works].sort((one, other) => one.since - other.since);
}

function why({ reasons }: { readonly reasons: readonly string[] }): string {
  return reasons.join(' ');
}

function excerpt(words: string): string {
  const characters = [...words];
  if (characters.length <= excerptCharacters) return words;
  return `${characters.slice(0, excerptCharacters).join('')}…`;
}

export type Chosen = { readonly kind: WaitingKind; readonly id: number };

export type Verdict = 'release' | 'refuse';

/** Decides about each by itself; those that somebody else has decided, or one’s own, are left. */
export async function decideWaiting(
  parts: Parts,
  moderator: Member,
  chosen: readonly Chosen[],
  { verdict, reason }: { readonly verdict: Verdict; readonly reason: string },
): Promise<{ readonly done: number; readonly left: number }> {
  const waiting = await listWaiting(parts, moderator);
  let done = 0;
  for (const { kind, id } of chosen) {
    if (!waiting.some((one) => one.kind === kind && one.id === id)) continue;
    try {
      if (kind === 'work') {
        const word = verdict === 'release' ? 'let in' : 'kept out';
        await decideHeldWork(parts, moderator, id as WorkId, word, reason);
      } else {
        const decision = verdict === 'release' ? 'approve' : 'hide';
        await decideComment(parts, moderator, id as CommentId, decision, reason);
      }
      done += 1;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return { done, left: chosen.length - done };
}
