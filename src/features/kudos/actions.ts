// Leaving kudos and taking them back.
import { Refused } from '../../kit/http/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { isKeptFromWork, subscriberOf, takeTries, trySubject } from '../accounts/index.ts';
import { leaveNotice } from '../notices/index.ts';
import { addCounts, findWork, listCreatorIds, type Work } from '../works/index.ts';
import { guestsOfAddress, guestsOfAddressOnWork } from './limits.ts';
import { kudosNotice } from './notices.ts';
import { deleteKudos, type Giver, hasKudos, insertKudos } from './store.ts';

/** Kudos left, or why not: `there` they were already, and that is no harm. */
export type Left =
  | { readonly kind: 'left' | 'there' | 'own' | 'kept-away' }
  | { readonly kind: 'too-many'; readonly waitSeconds: number };

/** Leaves kudos on a work that the viewer sees; 404 on any other. */
export async function leaveKudos(
  parts: Parts,
  by: { readonly viewer: Viewer; readonly giver: Giver; readonly address: string },
  id: WorkId | null,
): Promise<Left> {
  const { viewer, giver, address } = by;
  const { read } = parts.database;
  const work = await seenWork(parts, viewer, id);
  if (work.own) return { kind: 'own' };
  if (await hasKudos(read, work.id, giver)) return { kind: 'there' };
  const creatorIds = await listCreatorIds(read, work.id);
  if (viewer.kind === 'member') {
    const kept = { id: work.id, creatorIds, anonymous: work.anonymous };
    if (await isKeptFromWork(read, viewer.userId, kept)) return { kind: 'kept-away' };
  } else {
    const wait = await throttle(parts, work.id, address);
    if (wait !== null) return { kind: 'too-many', waitSeconds: wait };
  }
  const row = {
    id: parts.ids.next(),
    work_id: work.id,
    user_id: 'user' in giver ? giver.user : null,
    guest_key: 'user' in giver ? null : giver.guestKey,
    left_at: parts.clock.now(),
  };
  const isNew = await parts.database.write(async (transaction) => {
    if (!(await insertKudos(transaction, row))) return false;
    await addCounts(transaction, 'kudos', new Map([[work.id, 1]]), row.left_at);
    for (const person of creatorIds) {
      await leaveNotice(transaction, parts, kudosNotice, { person, about: work.id });
    }
    return true;
  });
  return { kind: isNew ? 'left' : 'there' };
}

/** The work with that number, if it is posted and the viewer sees it; else 404. */
export async function seenWork(parts: Parts, viewer: Viewer, id: WorkId | null): Promise<Work> {
  const found = id === null ? null : (await findWork(parts.database.read, viewer, id)).work;
  if (found === null || !found.posted) throw new Refused(404);
  return found;
}

function throttle(parts: Parts, work: WorkId, address: string): Promise<number | null> {
  const subscriber = subscriberOf(address);
  const ofAddress = trySubject(parts, 'kudos', subscriber);
  const onWork = trySubject(parts, 'kudos', subscriber, String(work));
  return takeTries(parts, [
    { subject: onWork, limit: guestsOfAddressOnWork },
    { subject: ofAddress, limit: guestsOfAddress },
  ]);
}

/** Takes kudos back, also from a work that can no longer be seen; false: there were none. */
export async function takeKudosBack(parts: Parts, giver: Giver, work: WorkId): Promise<boolean> {
  const at = parts.clock.now();
  return parts.database.write(async (transaction) => {
    if (!(await deleteKudos(transaction, work, giver))) return false;
    await addCounts(transaction, 'kudos', new Map([[work, -1]]), at);
    return true;
  });
}
