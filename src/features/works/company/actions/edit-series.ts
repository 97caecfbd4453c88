// Changing, deleting and having back a series.
import { type FieldError, Refused } from '../../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../../kit/sql/index.ts';
import { dayMs } from '../../../../kit/time/index.ts';
import type { SeriesId, UserId, WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { keepUnlessErrors, type Outcome } from '../../actions/outcome.ts';
import { checkMarkup, checkTitle } from '../../input.ts';
import { undeleteDays } from '../../limits.ts';
import { seriesNumberMax } from '../limits.ts';
import { text } from '../messages.ts';
import {
  deleteSeriesCreators,
  insertSeriesCreators,
  listCompanions,
  listPlaces,
  lockSeries,
  replacePlaces,
  touchWorks,
  updateSeries,
} from '../store/series.ts';
import { requireOwnSeries } from './own-series.ts';

export type SeriesChange = {
  readonly title: string;
  /** HTML as typed, as `notes`. */
  readonly summary: string;
  readonly notes: string;
  readonly complete: boolean;
  /** The number of each work that was shown; null takes it out. Others stay where they are. */
  readonly numbers: ReadonlyMap<WorkId, number | null>;
  /** Co-creators of its works who may change it too. */
  readonly creators: readonly UserId[];
};

/** Changes one's own series. Equal numbers keep the order that the works had. */
export async function changeSeries(
  parts: Parts,
  member: Member,
  id: SeriesId,
  change: SeriesChange,
): Promise<Outcome<SeriesId>> {
  const errors: FieldError[] = [];
  const title = checkTitle(change.title, errors);
  const summary = checkMarkup('summary', 'summary', change.summary, errors);
  const notes = checkMarkup('notes', 'notes', change.notes, errors);
  for (const [work, number] of change.numbers) {
    if (number === null || (number >= 1 && number <= seriesNumberMax)) continue;
    const detail = text.seriesNumber({ most: seriesNumberMax });
    errors.push({ field: `number[${work}]`, detail });
  }
  if (errors.length > 0) return { ok: false, errors };
  const at = parts.clock.now();
  return keepUnlessErrors(parts, async (transaction) => {
    await requireOwnSeries(transaction, member, id);
    await updateSeries(transaction, id, {
      title,
      summary_source: summary.source,
      summary_html: summary.html,
      notes_source: notes.source,
      notes_html: notes.html,
      complete: change.complete ? 1 : 0,
      edited_at: at,
    });
    const moved = await renumber(transaction, id, change.numbers);
    const companions = await listCompanions(transaction, id, member.userId);
    await letIn(transaction, id, member, change.creators, companions);
    await touchWorks(transaction, moved, at);
    await recordChange(transaction, 'work', moved, at);
    return { value: id, errors: [] };
  });
}

async function letIn(
  transaction: Transaction,
  id: SeriesId,
  member: Member,
  wished: readonly UserId[],
  companions: readonly { readonly userId: UserId }[],
): Promise<void> {
  const facts = await lockSeries(transaction, id);
  const offered = new Set(companions.map(({ userId }) => userId));
  // Who is not offered on the form is neither let in nor put out by it.
  const kept = (facts?.creatorUserIds ?? []).filter((user) => !offered.has(user));
  const chosen = wished.filter((user) => offered.has(user));
  await deleteSeriesCreators(transaction, id);
  await insertSeriesCreators(transaction, id, [...new Set([member.userId, ...kept, ...chosen])]);
}

async function renumber(
  transaction: Transaction,
  id: SeriesId,
  numbers: SeriesChange['numbers'],
): Promise<WorkId[]> {
  const places = await listPlaces(transaction, id);
  const wished = places.flatMap(({ workId, position }, order) => {
    const number = numbers.has(workId) ? numbers.get(workId) : position;
    return typeof number === 'number' ? [{ workId, number, order }] : [];
  });
  wished.sort((a, b) => a.number - b.number || a.order - b.order);
  let free = 1;
  const after = wished.map(({ workId, number }) => {
    const position = Math.max(number, free);
    free = position + 1;
    return { workId, position };
  });
  await replacePlaces(transaction, id, after);
  const now = new Map(after.map(({ workId, position }) => [workId, position]));
  return places
    .filter(({ workId, position }) => now.get(workId) !== position)
    .map(({ workId }) => workId);
}

/** Deletes one's own series, not its works; it can be had back for 30 days. */
export async function deleteSeries(parts: Parts, member: Member, id: SeriesId): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    await requireOwnSeries(transaction, member, id);
    await updateSeries(transaction, id, { deleted_at: at });
    await settlePlaced(transaction, id, at);
  });
}

/** Takes the deletion of a series back, for its creators, within 30 days. */
export async function undeleteSeries(parts: Parts, member: Member, id: SeriesId): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const facts = await lockSeries(transaction, id);
    if (!facts?.creatorUserIds.includes(member.userId)) throw new Refused(404);
    const { deleted_at } = facts.series;
    if (deleted_at === null) return;
    if (at - deleted_at > undeleteDays * dayMs) {
      throw new Refused(410, { detail: text.deletedTooLongAgo({ days: undeleteDays }) });
    }
    await updateSeries(transaction, id, { deleted_at: null });
    await settlePlaced(transaction, id, at);
  });
}

/** The works of a series begin or cease to stand in one. */
async function settlePlaced(transaction: Transaction, id: SeriesId, at: number): Promise<void> {
  const works = (await listPlaces(transaction, id)).map(({ workId }) => workId);
  await touchWorks(transaction, works, at);
  await recordChange(transaction, 'work', works, at);
}
