// Where works stand in series. Numbers are the creators' own: they may leave gaps, and a work put
// on a taken number moves those from there on up, as far as there is no gap.
import type { FieldError } from '../../../../kit/http/index.ts';
import type { Ids } from '../../../../kit/ids/index.ts';
import { recordChange, type Transaction } from '../../../../kit/sql/index.ts';
import type { SeriesId, WorkId } from '../../../../shared/ids.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { addSeries } from '../../actions/series.ts';
import { checkTitle } from '../../input.ts';
import { seriesNumberMax, seriesPerWorkMax } from '../limits.ts';
import { text } from '../messages.ts';
import {
  findSeriesFacts,
  listOwnSeries,
  listPlaces,
  listSeriesOfWork,
  lockSeries,
  replacePlaces,
  type SeriesPlaceRow,
  touchWorks,
} from '../store/series.ts';

/** A series that a work shall stand in: one there is, or by title, which makes it if need be. */
export type SeriesWish = {
  readonly id?: SeriesId;
  readonly title?: string;
  /** Null: where it stands, else last. */
  readonly position: number | null;
};

type Placing = {
  readonly member: Member;
  readonly work: WorkId;
  readonly ids: Ids;
  readonly at: number;
};

/**
 * Makes the series of a work just those wished for. Into a series only its creators put a work;
 * out of one, any creator of the work takes it. Returns what is wrong; nothing may be kept then.
 */
export async function settleSeries(
  transaction: Transaction,
  placing: Placing,
  wishes: readonly SeriesWish[],
): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  const refuse = (detail: string) => errors.push({ field: 'series', detail });
  if (wishes.length > seriesPerWorkMax) refuse(text.seriesTooMany({ most: seriesPerWorkMax }));
  for (const { position } of wishes) {
    if (position !== null && !isNumber(position)) {
      refuse(text.seriesNumber({ most: seriesNumberMax }));
      break;
    }
  }
  if (errors.length > 0) return errors;
  const before = await listSeriesOfWork(transaction, placing.work);
  const wanted: { readonly id: SeriesId; readonly position: number | null }[] = [];
  for (const wish of wishes) {
    const id = await seriesOf(transaction, placing, wish, before, errors);
    if (id === null) continue;
    if (wanted.some((other) => other.id === id)) refuse(text.seriesTwice());
    wanted.push({ id, position: wish.position });
  }
  if (errors.length > 0) return errors;
  for (const { id } of before) {
    if (wanted.some((wish) => wish.id === id)) continue;
    await lockSeries(transaction, id);
    const places = await listPlaces(transaction, id);
    await replacePlaces(
      transaction,
      id,
      places.filter(({ workId }) => workId !== placing.work),
    );
  }
  for (const wish of wanted) {
    const present = before.find(({ id }) => id === wish.id)?.position;
    if (present !== undefined && (wish.position ?? present) === present) continue;
    const problem = await place(transaction, placing, wish);
    if (problem !== null) refuse(problem);
  }
  return errors;
}

async function seriesOf(
  transaction: Transaction,
  placing: Placing,
  wish: SeriesWish,
  before: readonly { readonly id: SeriesId; readonly title: string }[],
  errors: FieldError[],
): Promise<SeriesId | null> {
  const { member, ids, at } = placing;
  if (wish.id !== undefined) {
    if (before.some(({ id }) => id === wish.id)) return wish.id;
    const facts = await findSeriesFacts(transaction, wish.id);
    const own = facts?.creatorUserIds.includes(member.userId) ?? false;
    if (own && facts?.series.deleted_at === null) return wish.id;
    errors.push({ field: 'series', detail: text.seriesUnknown() });
    return null;
  }
  const problems: FieldError[] = [];
  const title = checkTitle(wish.title ?? '', problems);
  if (problems.length > 0) {
    errors.push(...problems.map(({ detail }) => ({ field: 'series', detail })));
    return null;
  }
  const known = [...before, ...(await listOwnSeries(transaction, member.userId))];
  const same = known.find((one) => one.title === title);
  if (same !== undefined) return same.id;
  const empty = { summary: '', notes: '', works: [] };
  return addSeries(transaction, ids, { ...empty, title, by: member.userId, at });
}

async function place(
  transaction: Transaction,
  { member, work, at }: Placing,
  wish: { readonly id: SeriesId; readonly position: number | null },
): Promise<string | null> {
  const facts = await lockSeries(transaction, wish.id);
  // A co-creator in whose series the work does not stand by them leaves it where it is.
  if (!facts?.creatorUserIds.includes(member.userId)) return text.notYourSeries();
  const places = await listPlaces(transaction, wish.id);
  const others = places.filter(({ workId }) => workId !== work);
  const last = others.at(-1)?.position ?? 0;
  const after = putAt(others, work, wish.position ?? last + 1);
  if (after.some(({ position }) => position > seriesNumberMax)) {
    return text.seriesFull({ most: seriesNumberMax });
  }
  await replacePlaces(transaction, wish.id, after);
  const numbers = new Map(places.map(({ workId, position }) => [workId, position]));
  const moved = after
    .filter(({ workId, position }) => workId !== work && numbers.get(workId) !== position)
    .map(({ workId }) => workId);
  await touchWorks(transaction, moved, at);
  await recordChange(transaction, 'work', moved, at);
  return null;
}

/** The places with a work put on a number: from there on all move up, as far as there is no gap. */
export function putAt(
  others: readonly SeriesPlaceRow[],
  workId: WorkId,
  position: number,
): SeriesPlaceRow[] {
  const before = others.filter((place) => place.position < position);
  const after = others.filter((place) => place.position >= position);
  let free = position + 1;
  const moved = after.map((place) => {
    const number = Math.max(place.position, free);
    free = number + 1;
    return { workId: place.workId, position: number };
  });
  return [...before, { workId, position }, ...moved];
}

function isNumber(position: number): boolean {
  return Number.isInteger(position) && position >= 1 && position <= seriesNumberMax;
}
