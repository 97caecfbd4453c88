// A member’s inbox, and the moderators’ list of comments that wait.
import { Refused } from '../../../kit/http/index.ts';
import { parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { asComment, type CommentRow } from '../comment.ts';
import { heldPerPage, inboxPerPage } from '../limits.ts';
import { text } from '../messages.ts';
import { heldPage } from '../pages/held-page.ts';
import { type InboxEntry, inboxPage } from '../pages/inbox-page.ts';
import { type MutedPeople, mutedBy } from '../read.ts';
import type { CommentId } from '../schema.ts';
import { listHeld } from '../store/desk.ts';
import { countInbox, type InboxWish, listInbox, markRead, takeOutOfInbox } from '../store/inbox.ts';
import { inboxUrl } from '../urls.ts';
import { findSeenWork, type SeenWork } from '../work-of-comments.ts';
import { backOf } from './open-comment.ts';

export function showInbox(mutedPeople: MutedPeople) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const { viewer, query } = ask;
    const { read } = parts.database;
    const narrowed = await findSeenWork(parts, viewer, parseId<WorkId>(query.get('work') ?? ''));
    const only = readOnly(query.get('only') ?? '');
    const muted = await mutedBy(parts, viewer, mutedPeople);
    const wish: InboxWish = { only, work: narrowed?.work.id ?? null, muted };
    const pages = Math.max(1, Math.ceil((await countInbox(read, viewer, wish)) / inboxPerPage));
    const page = parseId(query.get('page') ?? '1') ?? 1;
    if (page > pages) throw new Refused(404);
    const part = { skipped: (page - 1) * inboxPerPage, most: inboxPerPage };
    const rows = await listInbox(read, viewer, wish, part);
    const entries = await entriesOf(ask, parts, rows, (row, entry): InboxEntry => {
      return { ...entry, why: row.why, read: row.read_at !== null, answered: isSet(row) };
    });
    const of = narrowed === null ? '' : `&work=${narrowed.work.id}`;
    const hrefFor = (number: number) => `${inboxUrl}?page=${number}&only=${only}${of}`;
    const unread = await countInbox(read, viewer, { only: 'unread', work: null, muted });
    const shown = { entries, only, work: narrowed?.work ?? null, unread };
    return answerPage(ask, inboxPage(ask.frame(), { ...shown, pages: { page, pages, hrefFor } }));
  };
}

function isSet({ answered_at }: { readonly answered_at: number | null }): boolean {
  return answered_at !== null;
}

function readOnly(word: string): InboxWish['only'] {
  return word === 'unread' || word === 'unanswered' || word === 'waiting' ? word : 'all';
}

type Entry = Pick<InboxEntry, 'comment' | 'setting' | 'title'>;

/** Rows as the viewer meets them, each by the rule of its own work once more. */
async function entriesOf<Row extends CommentRow, Shown>(
  ask: MemberAsk,
  parts: Parts,
  rows: readonly Row[],
  shownAs: (row: Row, entry: Entry) => Shown,
): Promise<Shown[]> {
  const works = new Map<WorkId, SeenWork | null>();
  for (const id of new Set(rows.map((row) => row.work_id))) {
    works.set(id, await findSeenWork(parts, ask.viewer, id));
  }
  const frame = ask.frame();
  return rows.flatMap((row) => {
    const seen = works.get(row.work_id) ?? null;
    const comment = seen && asComment(ask.viewer, row, seen.rule, new Set());
    if (seen === null || comment === null) return [];
    const { work } = seen;
    const setting = { frame, viewer: ask.viewer, work, closed: false, back: frame.path };
    return [shownAs(row, { comment, setting, title: work.title })];
  });
}

export async function submitInbox(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const back = backOf(form.text('return'), inboxUrl);
  const chosen = form.all('comments[]').flatMap((id) => parseId<CommentId>(id) ?? []);
  const comments = chosen.slice(0, inboxPerPage);
  if (comments.length === 0) return answerDone(ask, back, text.chooseFirst());
  const { userId } = ask.viewer;
  const asked = form.text('do');
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    if (asked === 'take-out') await takeOutOfInbox(transaction, userId, comments);
    else await markRead(transaction, userId, comments, asked === 'unread' ? null : at);
  });
  return answerDone(ask, back, text.inboxDone({ count: comments.length }));
}

export async function showHeld(ask: MemberAsk, parts: Parts): Promise<Response> {
  const rows = await listHeld(parts.database.read, heldPerPage);
  const entries = await entriesOf(ask, parts, rows, (row, entry) => {
    return { ...entry, email: row.guest_email };
  });
  return answerPage(ask, heldPage(entries));
}
