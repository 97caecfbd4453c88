// From what somebody is kept: what they bookmark of it in public would be a word to its creators.
import type { Reader } from '../../kit/sql/index.ts';
import type { Member } from '../../shared/viewer.ts';
import { areApart, isKeptFromWork } from '../accounts/index.ts';
import { findSeriesFacts, findWork, listCreatorIds } from '../works/index.ts';
import type { Subject } from './bookmark.ts';

/** Whether the member may bookmark it for themself alone; never of what is their own. */
export async function isKeptFrom(
  reader: Reader,
  member: Member,
  subject: Subject,
): Promise<boolean> {
  if (subject.kind === 'elsewhere') return false;
  if (subject.kind === 'series') {
    const creators = (await findSeriesFacts(reader, subject.series))?.creatorUserIds ?? [];
    return areApart(reader, member.userId, others(creators, member));
  }
  const id = subject.work;
  const creatorIds = others(await listCreatorIds(reader, id), member);
  const kept = { id, creatorIds, anonymous: false };
  if (!(await isKeptFromWork(reader, member.userId, kept))) return false;
  // Seldom so far: less counts under an anonymous work.
  const { work } = await findWork(reader, member, id);
  if (!work?.anonymous) return true;
  return isKeptFromWork(reader, member.userId, { ...kept, anonymous: true });
}

function others<Id>(creators: readonly Id[], { userId }: { readonly userId: Id }): Id[] {
  return creators.includes(userId) ? [] : [...creators];
}
