// The parameters that say how much and when: words, counts, days, one chapter.
import type { Range, WorksFilter } from '../filter.ts';
import type { Column } from '../index/shape.ts';
import { text } from '../messages.ts';
import { rangeNames } from './names.ts';
import { readAge, readDate, readNumber, readNumberRange } from './numbers.ts';
import type { Reading } from './reading.ts';

export function readRanges(reading: Reading, now: number): WorksFilter['ranges'] {
  const ranges: Partial<Record<Column, Range>> = {};
  const put = (column: Column, range: Range) => {
    const { min, max } = range;
    // Nothing is below 0: such a bound says nothing.
    const bounds = {
      ...(min !== undefined && min > 0 && { min }),
      ...(max !== undefined && { max }),
    };
    if (Object.keys(bounds).length > 0) ranges[column] = bounds;
  };
  put('words', readWords(reading));
  for (const [name, column] of rangeNames) put(column, readCounts(reading, name, column));
  put('updated', readDays(reading, now));
  const single = reading.last('single_chapter').trim();
  if (/^(1|t|true|yes)$/i.test(single)) put('chapters', { min: 1, max: 1 });
  return ranges;
}

function readWords(reading: Reading): Range {
  return within(
    reading,
    readCount(reading, 'word_count'),
    end(reading, 'words_from', 'min', readNumber),
    end(reading, 'words_to', 'max', readNumber),
  );
}

/** `kudos_count=>5` as well as `kudos_from` and `kudos_to`, which two fields of a form send. */
function readCounts(reading: Reading, name: string, column: Column): Range {
  return within(
    reading,
    readCount(reading, name),
    end(reading, `${column}_from`, 'min', readNumber),
    end(reading, `${column}_to`, 'max', readNumber),
  );
}

function readCount(reading: Reading, name: string): Range {
  const value = reading.last(name);
  if (value === '') return {};
  const range = readNumberRange(value);
  if (range === null) reading.warn(text.warnRange({ value }), value);
  else if (isEmpty(range)) return upsideDown(reading, value);
  return range ?? {};
}

function readDays(reading: Reading, now: number): Range {
  const age = reading.last('revised_at');
  const range = age === '' ? {} : readAge(age, now);
  if (range === null) reading.warn(text.warnAge({ value: age }), age);
  return within(
    reading,
    range ?? {},
    end(reading, 'date_from', 'min', (typed) => readDate(typed)?.min ?? null, text.warnDate),
    end(reading, 'date_to', 'max', (typed) => readDate(typed)?.max ?? null, text.warnDate),
  );
}

function end(
  reading: Reading,
  name: string,
  which: 'min' | 'max',
  read: (typed: string) => number | null,
  complaint = text.warnRange,
): Range {
  const value = reading.last(name);
  if (value === '') return {};
  const bound = read(value);
  if (bound === null) reading.warn(complaint({ value }), value);
  return bound === null ? {} : { [which]: bound };
}

/** The narrowest of several ranges; nothing, and a warning, where they leave no room. */
function within(reading: Reading, ...ranges: readonly Range[]): Range {
  const least = ranges.flatMap(({ min }) => min ?? []);
  const most = ranges.flatMap(({ max }) => max ?? []);
  const range: Range = {
    ...(least.length > 0 && { min: Math.max(...least) }),
    ...(most.length > 0 && { max: Math.min(...most) }),
  };
  return isEmpty(range) ? upsideDown(reading, '') : range;
}

function isEmpty({ min, max }: Range): boolean {
  return min !== undefined && max !== undefined && min > max;
}

function upsideDown(reading: Reading, value: string): Range {
  reading.warn(text.warnUpsideDown(), value);
  return {};
}
