// What a takeout holds of readings and of the history, as it comes back in a file.
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { Visit } from '../history/visit.ts';
import { broughtRowsMax, paragraphsMax } from '../limits.ts';
import { type Place, type ReadingState, readState } from '../reading.ts';

export type BroughtMark = {
  readonly work: WorkId;
  readonly state: ReadingState;
  readonly chapter: ChapterId | null;
  readonly place: Place | null;
  readonly chaptersPosted: number;
  readonly at: number;
};

export type Brought = { readonly marks: readonly BroughtMark[]; readonly visits: readonly Visit[] };

/**
 * Rows of `data/readings.json` and `data/visits.json`, in one list or the other; what is neither is
 * left out, and so is what was cleared. Null: no list.
 */
export function readRows(content: string, now: number): Brought | null {
  const parsed = parse(content);
  if (!Array.isArray(parsed)) return null;
  const marks: BroughtMark[] = [];
  const visits: Visit[] = [];
  for (const row of parsed.slice(0, broughtRowsMax)) {
    const said: Readonly<Record<string, unknown>> =
      typeof row === 'object' && row !== null ? { ...row } : {};
    const whole = (name: string, most: number) => wholeIn(said[name], most);
    const work = whole('work_id', Number.MAX_SAFE_INTEGER) as WorkId | null;
    if (work === null) continue;
    const mark = markIn(work, said, whole, now);
    if (mark !== null) marks.push(mark);
    const visit = visitIn(work, said, whole, now);
    if (visit !== null) visits.push(visit);
  }
  return { marks, visits };
}

type Whole = (name: string, most: number) => number | null;
type Said = Readonly<Record<string, unknown>>;

function markIn(work: WorkId, said: Said, whole: Whole, now: number): BroughtMark | null {
  const state = typeof said['state'] === 'string' ? readState(said['state']) : null;
  const at = whole('marked_at', now);
  if (state === null || at === null) return null;
  const chapter = whole('chapter_id', Number.MAX_SAFE_INTEGER) as ChapterId | null;
  const chaptersPosted = whole('chapters_posted', 0x7fff_ffff) ?? 0;
  return { work, state, chapter, place: placeIn(whole), chaptersPosted, at };
}

function placeIn(whole: Whole): Place | null {
  const paragraph = whole('place_paragraph', paragraphsMax);
  const mark = whole('place_mark', 0xffff_ffff);
  const [within, share] = [whole('place_within', 1_000), whole('place_share', 1_000)];
  if (paragraph === null || mark === null || within === null || share === null) return null;
  return { paragraph, mark, within, share };
}

function visitIn(work: WorkId, said: Said, whole: Whole, now: number): Visit | null {
  const [firstAt, lastAt] = [whole('first_at', now), whole('last_at', now)];
  const times = whole('times', 0x7fff_ffff);
  if (said['cleared_at'] !== 0 || firstAt === null || lastAt === null || !times) return null;
  return firstAt > lastAt ? null : { work, firstAt, lastAt, times };
}

function wholeIn(value: unknown, most: number): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most
    ? Number(value)
    : null;
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
