// A moment as writers of a work read it: the history, schedules, what was saved for now.

/** `2026-03-01 12:05 UTC`, or in the zone with that IANA name. */
export function momentText(ms: number, zone = 'UTC'): string {
  const parts = new Map(
    formatIn(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return `${day} ${parts.get('hour')}:${parts.get('minute')} ${zone}`;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    hourCycle: 'h23',
  });
}
