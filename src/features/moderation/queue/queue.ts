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
import { findWork, listCreatorIds, listHeldWorks } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import { decide } from '../actions.ts';
import { reasonLabel } from '../cases/reasons.ts';
import { reportableOf } from '../cases/reportable.ts';
import { excerptCharacters, queueWordsCharactersMax, waitingShown } from './limits.ts';

export type WaitingKind = 'comment' | 'work';

export type Waiting = {
  readonly kind: WaitingKind;
  readonly id: number;
  readonly since: number;
  /** Of the work: itself, or the one commented on. */
  readonly title: string;
  readonly address: string;
  /** A work that nobody but its creators can read yet. */
  readonly draft: boolean;
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
      draft: false,
      login: row.login,
      guest: row.guest_name === null ? null : `${row.guest_name}${email}`,
      words: cut(plainText(row.html), excerptCharacters),
      spam: scores.get(row.id) ?? null,
    });
  }
  const held = (await listHeldWorks(read)).slice(0, waitingShown);
  const works = held.map((work): Waiting => {
    const { id, heldAt: since, title, login, posted } = work;
    const address = workUrl({ id });
    return {
      kind: 'work',
      id,
      since,
      title,
      address,
      draft: !posted,
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

function cut(words: string, most: number): string {
  const characters = [...words];
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`;
}

export type Chosen = { readonly kind: WaitingKind; readonly id: number };

export type Verdict = {
  readonly act: 'release' | 'refuse';
  /** For moderators. */
  readonly reason: string;
  /** Of what is refused: one of the reasons for which things are reported, told to its author. */
  readonly policy: string;
  /** To its author. */
  readonly words: string;
};

export type Decided = {
  readonly done: number;
  /** Somebody else has decided about them, or they are the moderator’s own. */
  readonly left: number;
};

/** Decides about each by itself. */
export async function decideWaiting(
  parts: Parts,
  moderator: Member,
  chosen: readonly Chosen[],
  verdict: Verdict,
): Promise<Decided> {
  const waiting = await listWaiting(parts, moderator);
  let done = 0;
  for (const one of chosen) {
    const found = waiting.find(({ kind, id }) => kind === one.kind && id === one.id);
    if (found === undefined) continue;
    try {
      await decideOne(parts, moderator, found, verdict);
      done += 1;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return { done, left: chosen.length - done };
}

async function decideOne(
  parts: Parts,
  moderator: Member,
  one: Waiting,
  verdict: Verdict,
): Promise<void> {
  const { kind, id } = one;
  const { act, policy, words } = verdict;
  const reason = verdict.reason || (policy === '' ? one.words : reasonLabel(policy));
  if (kind === 'comment' && act === 'release') {
    return decideComment(parts, moderator, id as CommentId, 'approve', verdict.reason);
  }
  const { read } = parts.database;
  const wish = { reason: cut(reason, queueWordsCharactersMax), policy, words, days: 0 };
  const subject =
    kind === 'work'
      ? { kind, id, title: one.title, people: await listCreatorIds(read, id as WorkId) }
      : await reportableOf('comment')?.find(read, moderator, id);
  if (!subject) throw new Refused(404);
  const thing = { ...subject, kind, people: subject.people };
  const does = kind === 'comment' ? 'hide' : act === 'release' ? 'let-in' : 'keep-out';
  await decide(parts, moderator, thing, { ...wish, act: does });
}
