// Bounds of the mail that strangers can cause. Sending is a job's work, so that no answer's time
// tells whether a mail was sent.
import type { Parts } from '../../shared/parts.ts';
import { emailKey } from './emails.ts';
import { mailsToMailbox } from './limits.ts';
import { takeTries, trySubject } from './throttle.ts';

/** Whether mail leaves the machine; without it, it is kept for the host to read. */
export function canMail(parts: Parts): boolean {
  return parts.settings.smtpUrl !== null;
}

/** Counts a mail to a mailbox, which gets only so many an hour; false when it is one too many. */
export async function countMail(parts: Parts, email: string): Promise<boolean> {
  const subject = trySubject(parts, 'mail', emailKey(email));
  return (await takeTries(parts, [{ subject, limit: mailsToMailbox }])) === null;
}
