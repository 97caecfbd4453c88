// Muting and unmuting: a member's own acts, true for their next list.
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { mutedWorksMax, mutesMax } from './limits.ts';
import type { MuteId, MuteSubject } from './mute.ts';
import { subjectKey } from './mute.ts';
import { deleteMute, insertMute, listMutes } from './store.ts';

/**
 * Mutes all of it or nothing. False when the member would have muted more than a list can bear;
 * again is no harm.
 */
export async function mute(
  parts: Parts,
  member: Member,
  subjects: readonly MuteSubject[],
): Promise<boolean> {
  const made = subjects.map((subject) => ({ id: parts.ids.next() as MuteId, subject }));
  const at = parts.clock.now();
  const user = member.userId;
  return parts.database.write(async (transaction) => {
    const there = (await listMutes(transaction, user)).map(({ subject }) => subject);
    const keys = new Set(there.map(subjectKey));
    const added = made.filter(({ subject }) => !keys.has(subjectKey(subject)));
    const all = [...there, ...added.map(({ subject }) => subject)];
    const works = all.filter(({ kind }) => kind === 'work').length;
    if (added.length > 0 && (works > mutedWorksMax || all.length - works > mutesMax)) return false;
    for (const { id, subject } of added) await insertMute(transaction, { id, user, at }, subject);
    return true;
  });
}

/** False if the member has no such mute. */
export function unmute(parts: Parts, member: Member, id: MuteId): Promise<boolean> {
  return parts.database.write((transaction) => deleteMute(transaction, member.userId, id));
}
