import { Refused } from '../../../kit/http/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { text } from '../messages.ts';
import { findWork } from '../store/reads.ts';
import type { OwnWork } from '../store/sources.ts';
import { refusedWork } from './gone.ts';

/** The member's own work; else refused as a reader would be. */
export async function findOwnWork(parts: Parts, member: Member, id: WorkId): Promise<OwnWork> {
  const { standing, work } = await findWork(parts.database.read, member, id);
  if (standing === 'gone') {
    throw await refusedWork(parts.database.read, member, id, text.workDeleted());
  }
  if (work === null) throw new Refused(404);
  if (!work.own) throw new Refused(403, { detail: text.notYourWork() });
  return work;
}
