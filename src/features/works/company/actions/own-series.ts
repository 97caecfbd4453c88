// May this person change that series?
import { Refused } from '../../../../kit/http/index.ts';
import type { Transaction } from '../../../../kit/sql/index.ts';
import type { SeriesId } from '../../../../shared/ids.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { text } from '../messages.ts';
import { lockSeries } from '../store/series.ts';

/** The series, locked, for one of its creators. What others may know of it, the caller decides. */
export async function requireOwnSeries(transaction: Transaction, member: Member, id: SeriesId) {
  const facts = await lockSeries(transaction, id);
  if (facts === null) throw new Refused(404);
  const own = facts.creatorUserIds.includes(member.userId);
  if (!own) throw new Refused(403, { detail: text.notYourSeries() });
  if (facts.series.deleted_at !== null) throw new Refused(410, { detail: text.seriesDeleted() });
  return facts;
}
