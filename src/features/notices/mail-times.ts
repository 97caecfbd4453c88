// When a mail of notices goes out.
import type { Milliseconds } from '../../kit/sql/index.ts';
import { dayMs, isoDate, localTime, momentOfLocal } from '../../kit/time/index.ts';
import { betweenMailsMs, morningHour } from './limits.ts';
import { type MailWay, mailWays, type NoticeWay } from './notice.ts';

export function isMailWay(way: NoticeWay): way is MailWay {
  return mailWays.some((one) => one === way);
}

/** The name of the job that writes such mails; its subject is the person. */
export function mailJob(way: MailWay): string {
  return `mail notices ${way}`;
}

/** At once, but not one upon the other; the next morning of the person; or that of Monday. */
export function mailTime(
  way: MailWay,
  now: Milliseconds,
  mailedAt: Milliseconds,
  zone: string,
): Milliseconds {
  if (way === 'at-once') return Math.max(now, mailedAt + betweenMailsMs);
  const today = Date.parse(`${localTime(now, zone).slice(0, 10)}T00:00:00Z`);
  for (let day = today; ; day += dayMs) {
    const isMonday = new Date(day).getUTCDay() === 1;
    const morning = momentOfLocal(`${isoDate(day)}T${morningHour}`, zone);
    if (morning !== null && morning > now && (way === 'daily' || isMonday)) return morning;
  }
}
