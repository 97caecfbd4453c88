import { localTime } from '../../../kit/time/index.ts';

/** `2026-03-01 12:05 UTC`, or in the zone with that IANA name. */
export function momentText(ms: number, zone = 'UTC'): string {
  return `${localTime(ms, zone).replace('T', ' ')} ${zone}`;
}
