// Ranges as people type them: `>1000`, `10k-50k`, `2024-05`, `< 2 weeks ago`. Null: not understood.
import type { AgeUnit, QueryLeaf } from '../../../engine/query-language/index.ts';
import { dayMs, hourMs } from '../../../kit/time/index.ts';
import type { Range } from '../filter.ts';

// Nothing here is older, and years below 100 mean others to JavaScript.
const earliestYear = 1900;

/** `5`, `1-5`, `>5`, `<5`, `>=5`, `<=5`, with k and separators. Whole numbers, both ends within. */
export function readNumberRange(typed: string): Range | null {
  const [, sign = '', from = '', to = ''] =
    /^\s*(>=|<=|>|<)?\s*([\d.,]+\s*k?)\s*(?:[-–]\s*([\d.,]+\s*k?)\s*)?$/i.exec(typed) ?? [];
  const first = readNumber(from);
  if (first === null || (sign !== '' && to !== '')) return null;
  if (to !== '') {
    const last = readNumber(to);
    return last === null ? null : { min: first, max: last };
  }
  if (sign === '>') return { min: first + 1 };
  if (sign === '>=') return { min: first };
  // Nothing is below 0: an end that is never reached finds what was asked for, nothing.
  if (sign === '<') return { max: first - 1 };
  return sign === '<=' ? { max: first } : { min: first, max: first };
}

/** `1000`, `1,000`, `10k`, `1.5k`. */
export function readNumber(typed: string): number | null {
  const [, digits = '', thousand = ''] =
    /^\s*(\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+)\s*(k?)\s*$/i.exec(typed) ?? [];
  if (digits === '' || (digits.includes('.') && thousand === '')) return null;
  const value = Number(digits.replaceAll(',', '')) * (thousand === '' ? 1 : 1000);
  return Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER);
}

/** How a range stands in an address: the inverse of `readNumberRange`; empty for no bound. */
export function writeNumberRange({ min, max }: Range): string {
  if (min === undefined) return max === undefined ? '' : `<${max + 1}`;
  if (max === undefined) return `>${min - 1}`;
  return min === max ? String(min) : `${min}-${max}`;
}

/** The first and the last moment of `2024-05-01`, `2024-05` or `2024`, UTC. */
export function readDate(typed: string): Required<Range> | null {
  const [, year, month, day] = /^\s*(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\s*$/.exec(typed) ?? [];
  if (year === undefined || Number(year) < earliestYear) return null;
  if (month === undefined) return days(Number(year), 0, 1, 12, 0);
  const first = Number(month) - 1;
  if (first < 0 || first > 11) return null;
  if (day === undefined) return days(Number(year), first, 1, 1, 0);
  const date = days(Number(year), first, Number(day), 0, 1);
  // The 30th of February is no day.
  return new Date(date.min).getUTCDate() === Number(day) ? date : null;
}

/** `2 weeks ago` (those seven days), `< 7 days ago` (since), `> 1 year ago`, `1-2 months ago`. */
export function readAge(typed: string, now: number): Range | null {
  const [, sign = '', from = '', to = from, unit = ''] =
    /^\s*(<|>)?\s*(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?\s*(day|week|month|year)s?(?:\s+ago)?\s*$/i.exec(
      typed,
    ) ?? [];
  if (from === '' || (sign !== '' && to !== from)) return null;
  const [one, other] = [Number(from), Number(to)];
  return ageRange(
    {
      than: sign === '<' ? 'newer' : sign === '>' ? 'older' : 'within',
      count: Math.min(one, other),
      to: Math.max(one, other),
      unit: unit.toLowerCase() as AgeUnit,
    },
    now,
  );
}

type Age = Pick<Extract<QueryLeaf, { kind: 'age' }>, 'than' | 'count' | 'to' | 'unit'>;

/** The moments that an age means: whole days, hours to the moment. Null: before all there is. */
export function ageRange({ than, count, to, unit }: Age, now: number): Range | null {
  const newest = beginningOf(now, count, unit);
  const oldest = beginningOf(now, to, unit);
  const last = newest + (unit === 'hour' ? hourMs : dayMs) - 1;
  if (oldest < Date.UTC(earliestYear, 0)) return than === 'newer' ? {} : null;
  if (than === 'newer') return { min: oldest };
  if (than === 'older') return { max: unit === 'hour' ? newest : last };
  if (newest !== oldest) return { min: oldest, max: last };
  return unit === 'hour' ? { min: oldest, max: last } : wholeUnit(oldest, unit);
}

/** `2024-05-01` for a moment. */
export function writeDate(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The beginning of the day that was so long before today; the moment so many hours ago. */
function beginningOf(now: number, count: number, unit: AgeUnit): number {
  if (unit === 'hour') return now - count * hourMs;
  const today = new Date(now);
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  const day = today.getUTCDate();
  if (unit === 'day') return Date.UTC(year, month, day - count);
  if (unit === 'week') return Date.UTC(year, month, day - 7 * count);
  const first = unit === 'month' ? Date.UTC(year, month - count) : Date.UTC(year - count, month);
  // A month before the 31st of March is the last of February.
  const end = new Date(first);
  const length = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  return first + (Math.min(day, length) - 1) * dayMs;
}

/** The day itself, seven days from it, its month, its year. */
function wholeUnit(day: number, unit: AgeUnit): Required<Range> {
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'month') return days(year, month, 1, 1, 0);
  if (unit === 'year') return days(year, 0, 1, 12, 0);
  return { min: day, max: day + (unit === 'week' ? 7 : 1) * dayMs - 1 };
}

function days(year: number, month: number, day: number, months: number, more: number) {
  const min = Date.UTC(year, month, day);
  const max = Date.UTC(year, month + months, day) + more * dayMs - 1;
  return { min, max };
}
