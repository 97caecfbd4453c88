// Clocks, units and the written forms of a moment. A moment is a whole number of milliseconds
// since 1970-01-01T00:00:00Z everywhere in the program.

/** Tells the time. Everything that needs the time is given one of these. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
};

/** The machine's clock. Only the process's composition uses it. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until told to move. */
export type FixedClock = Clock & {
  /** Moves the clock by `ms` milliseconds; negative moves it back. */
  advance(ms: number): void;
};

/** A clock for tests: starts at `start` (epoch milliseconds) and moves by `advance` only. */
export function fixedClock(start: number): FixedClock {
  let moment = start;
  return {
    now: () => moment,
    advance: (ms) => {
      moment += ms;
    },
  };
}

/**
 * Lets everything else that waits go first: requests, timers, what has been read. Long work awaits
 * it between its steps; awaiting alone (of SQLite, whose answers are there at once) lets nobody by.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}

/** One second in milliseconds. */
export const secondMs = 1000;
/** One minute in milliseconds. */
export const minuteMs = 60 * secondMs;
/** One hour in milliseconds. */
export const hourMs = 60 * minuteMs;
/** Twenty-four hours in milliseconds. */
export const dayMs = 24 * hourMs;

/** `2024-03-01`: the day in UTC. A moment outside JavaScript's dates throws RangeError. */
export function isoDate(ms: number): string {
  const written = isoTime(ms);
  return written.slice(0, written.indexOf('T'));
}

/** `2024-03-01T08:05:09.000Z`: RFC 3339 in UTC, always with milliseconds. Throws RangeError. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

/**
 * `09 May 2024`: the day as people read it, in the time zone with this IANA name. A zone that is
 * not known throws RangeError: ask `isTimeZone` first.
 */
export function dayMonthYear(ms: number, zone = 'UTC'): string {
  const part: Record<string, string> = {};
  for (const { type, value } of dayFormat(zone).formatToParts(ms)) part[type] = value;
  return `${part['day']} ${part['month']} ${part['year']}`;
}

/** Whether `dayMonthYear` knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    dayFormat(zone);
    return true;
  } catch {
    return false;
  }
}

// Making a format costs some 50 microseconds, using one costs 1. Zones come from people, so the
// store is bounded: about 600 names exist, and any letter case of them is accepted.
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const mostDayFormats = 1000;

function dayFormat(zone: string): Intl.DateTimeFormat {
  let format = dayFormats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      day: '2-digit',
      month: 'short',
      year: 'numeric',
    });
    if (dayFormats.size >= mostDayFormats) dayFormats.clear();
    dayFormats.set(zone, format);
  }
  return format;
}

/** `2026-03-01T18:05`: a moment as clocks of that IANA zone show it. Throws for a zone unknown. */
export function localTime(ms: number, zone = 'UTC'): string {
  const part: Record<string, string> = {};
  for (const { type, value } of timeFormat(zone).formatToParts(ms)) part[type] = value;
  const { year, month, day, hour, minute } = part;
  return `${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The moment at which clocks of that zone show `2026-03-01T18:05`: the first of two in autumn, an
 * hour later for one that spring leaves out. Null for what is no time.
 */
export function momentOfLocal(local: string, zone = 'UTC'): number | null {
  const [, written] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2})?$/.exec(local) ?? [];
  const wanted = written === undefined ? Number.NaN : Date.parse(`${written}:00Z`);
  if (Number.isNaN(wanted) || isoTime(wanted).slice(0, 16) !== written) return null;
  const shown = (ms: number) => Date.parse(`${localTime(ms, zone)}:00Z`);
  // Zones are within a day of UTC, and change at most once in that time.
  const before = wanted - (shown(wanted - dayMs) - (wanted - dayMs));
  const after = wanted - (shown(wanted + dayMs) - (wanted + dayMs));
  const found = [before, after].filter((ms) => shown(ms) === wanted);
  return found.length === 0 ? Math.max(before, after) : Math.min(...found);
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(zone: string): Intl.DateTimeFormat {
  let format = timeFormats.get(zone);
  if (format === undefined) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      hourCycle: 'h23',
    });
    if (timeFormats.size >= mostDayFormats) timeFormats.clear();
    timeFormats.set(zone, format);
  }
  return format;
}
