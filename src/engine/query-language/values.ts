// What stands after a field: numbers, days, ages. Each reads at the scanner's place and leaves it
// where it was when nothing fits.
import { queryNumberMax } from './limits.ts';
import { boundary, type Scanner } from './scanner.ts';
import type { AgeUnit } from './tree.ts';

/** Both ends are within. `backwards`: the ends were turned round. */
export type Bounds = {
  readonly min?: number;
  readonly max?: number;
  readonly backwards: boolean;
};

/** How long ago; see the leaf. */
export type Age = {
  readonly than: 'newer' | 'older' | 'within';
  readonly count: number;
  readonly to: number;
  readonly unit: AgeUnit;
  readonly backwards: boolean;
};

const sign = '(?:(>=|=>|≥|<=|=<|≤|>|<|=)\\s{0,9})?';
const between = '(?:\\.\\.|[-–—]|\\s{1,9}[-–—]\\s{1,9})';
const amount = '(?:\\d{1,3}(?:[,._]\\d{3}){1,5}|\\d{1,18}(?:\\.\\d{1,6})?)[km]?';
const day = '\\d{4}(?:-\\d{1,2}(?:-\\d{1,2})?)?(?!\\d)';

const numbers = new RegExp(
  `${sign}(?:(${amount})(?:${between}(${amount})|(\\.\\.|\\+))?|\\.\\.(${amount}))${boundary}`,
  'iy',
);
const days = new RegExp(
  `${sign}(?:(${day})(?:(?:/|${between})(${day})|(\\.\\.))?|\\.\\.(${day}))${boundary}`,
  'y',
);
const bracketed = (value: string) =>
  new RegExp(`([[{])\\s{0,9}(${value}|\\*)\\s{1,9}TO\\s{1,9}(${value}|\\*)\\s{0,9}([\\]}])`, 'iy');
const bracketedNumbers = bracketed(amount);
const bracketedDays = bracketed(day);
const unit =
  '(?:\\s{0,3}(hours?|days?|weeks?|months?|years?)(?:\\s{1,3}ago)?|(hr?s?|d|wk?s?|mo?s?|yr?s?))';
const ages = new RegExp(`${sign}(\\d{1,4})(?:\\s?[-–]\\s?(\\d{1,4}))?${unit}${boundary}`, 'iy');

// Nothing here is older, and years below 100 mean others to JavaScript; years beyond have a sign.
const [earliest, latest] = [Date.UTC(1900, 0), Date.UTC(9999, 0)];

/** `5`, `1-5`, `>5`, `<=5`, `10k`, `1,000`, `1000+`, `..5`, `[1 TO 5]`. Null: none of these. */
export function takeNumbers(scanner: Scanner): Bounds | null {
  const least = (typed: string) => numberOf(typed);
  return takeBounds(scanner, numbers, bracketedNumbers, { from: least, to: least, isDay: false });
}

/** `2024`, `2024-05`, `2024-05-01`, `2024-01..2024-03`, `>2024`. Null: none of these. */
export function takeDays(scanner: Scanner): Bounds | null {
  const from = (typed: string) => dayOf(typed)?.min ?? Number.NaN;
  const to = (typed: string) => dayOf(typed)?.max ?? Number.NaN;
  return takeBounds(scanner, days, bracketedDays, { from, to, isDay: true });
}

/** `<7d`, `>2 weeks`, `3 months ago`, `1-2y`. Null: none of these. */
export function takeAge(scanner: Scanner): Age | null {
  const at = scanner.at;
  const found = scanner.take(ages);
  if (found === null) return null;
  const [, mark = '', first = '', last = '', long = '', short = ''] = found;
  const than = mark.includes('<') || mark === '≤' ? 'newer' : isOver(mark) ? 'older' : 'within';
  if (than !== 'within' && last !== '') {
    scanner.at = at;
    return null;
  }
  const [a, b] = [Number(first), Number(last === '' ? first : last)];
  return {
    than,
    count: Math.min(a, b),
    to: Math.max(a, b),
    unit: unitOf(long === '' ? short : long),
    backwards: a > b,
  };
}

type Ends = {
  readonly from: (typed: string) => number;
  readonly to: (typed: string) => number;
  readonly isDay: boolean;
};

function takeBounds(scanner: Scanner, plain: RegExp, brackets: RegExp, ends: Ends): Bounds | null {
  const at = scanner.at;
  const found = scanner.take(plain);
  const bounds = found === null ? inBrackets(scanner.take(brackets), ends) : inPlain(found, ends);
  if (bounds !== null && isWithin(bounds, ends)) return bounds;
  scanner.at = at;
  return null;
}

function isWithin({ min, max }: Bounds, { isDay }: Ends): boolean {
  const known = [min, max].filter((end) => end !== undefined);
  const [least, most] = isDay ? [earliest, latest] : [-1, queryNumberMax + 1];
  if (min !== undefined && max !== undefined && min > max) return false;
  return known.every((end) => end >= least && end <= most);
}

function inPlain(found: RegExpExecArray, ends: Ends): Bounds | null {
  const [, mark = '', first = '', last = '', open = '', most = ''] = found;
  if (mark !== '' && (last !== '' || open !== '' || most !== '')) return null;
  if (most !== '') return { max: ends.to(most), backwards: false };
  if (open !== '') return { min: ends.from(first), backwards: false };
  if (last !== '') return ordered(first, last, ends);
  const [from, to] = [ends.from(first), ends.to(first)];
  if (mark === '>') return { min: to + 1, backwards: false };
  if (mark === '<') return { max: from - 1, backwards: false };
  if (isOver(mark)) return { min: from, backwards: false };
  if (mark === '' || mark === '=') return { min: from, max: to, backwards: false };
  return { max: to, backwards: false };
}

function inBrackets(found: RegExpExecArray | null, ends: Ends): Bounds | null {
  if (found === null) return null;
  const [, opening = '', first = '', last = '', closing = ''] = found;
  if (first !== '*' && last !== '*' && ends.from(first) > ends.to(last)) {
    return ordered(first, last, ends);
  }
  // An end in braces is not within: the next number, the next day.
  const least = opening === '{' ? (ends.isDay ? ends.to(first) + 1 : ends.from(first) + 1) : null;
  const most = closing === '}' ? ends.from(last) - 1 : null;
  return {
    ...(first !== '*' && { min: least ?? ends.from(first) }),
    ...(last !== '*' && { max: most ?? ends.to(last) }),
    backwards: false,
  };
}

function ordered(first: string, last: string, { from, to }: Ends): Bounds {
  const backwards = from(first) > to(last);
  return backwards
    ? { min: from(last), max: to(first), backwards }
    : { min: from(first), max: to(last), backwards };
}

function isOver(mark: string): boolean {
  return mark.includes('>') || mark === '≥';
}

function numberOf(typed: string): number {
  const last = typed.slice(-1).toLowerCase();
  const times = last === 'k' ? 1000 : last === 'm' ? 1_000_000 : 1;
  const digits = times === 1 ? typed : typed.slice(0, -1);
  const isGrouped = /^\d{1,3}([,._]\d{3})+$/.test(digits);
  // `1.500k` is a fraction, `1.500` has its thousands parted.
  const isFraction = digits.includes('.') && (times > 1 || !isGrouped);
  // A fraction of a word or of a kudos is none.
  if (isFraction && times === 1) return Number.NaN;
  const value = Number(
    isFraction ? digits.replaceAll(/[,_]/g, '') : digits.replaceAll(/[,._]/g, ''),
  );
  return Math.min(Math.floor(value * times), queryNumberMax);
}

/** The first and the last moment of a day, a month or a year, UTC. */
function dayOf(typed: string): { readonly min: number; readonly max: number } | null {
  const [year = 0, month, date] = typed.split('-').map(Number);
  if (month !== undefined && (month < 1 || month > 12)) return null;
  const min = Date.UTC(year, (month ?? 1) - 1, date ?? 1);
  // The 30th of February is no day.
  if (date !== undefined && new Date(min).getUTCDate() !== date) return null;
  if (month === undefined) return { min, max: Date.UTC(year + 1, 0) - 1 };
  if (date === undefined) return { min, max: Date.UTC(year, month) - 1 };
  return { min, max: Date.UTC(year, month - 1, date + 1) - 1 };
}

function unitOf(word: string): AgeUnit {
  const units = { h: 'hour', d: 'day', w: 'week', m: 'month', y: 'year' } as const;
  return units[word.charAt(0).toLowerCase() as keyof typeof units];
}
