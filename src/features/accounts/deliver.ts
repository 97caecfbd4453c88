// Hands mail on. What somebody waits for must not tell, by its time, whether a mail was sent.
import type { MailMessage } from '../../kit/mail/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { emailKey } from './emails.ts';
import { mailsToMailbox } from './limits.ts';
import { takeTries, trySubject } from './throttle.ts';

/** Sends a mail; one that is not taken is logged, and the person can ask for another. */
export async function deliver(parts: Parts, message: MailMessage): Promise<void> {
  const sending = parts.mail.send(message).catch((error) => {
    parts.log.warn({ error, subject: message.subject }, 'A mail was not taken');
  });
  // A server may take a minute; the outbox on our own disk is waited for.
  if (parts.settings.smtpUrl === null) await sending;
}

/** The same for mail that strangers can cause: a mailbox gets only so many an hour. */
export async function deliverToMailbox(parts: Parts, message: MailMessage): Promise<void> {
  const subject = trySubject(parts, 'mail', emailKey(message.to));
  const silenced = await takeTries(parts, [{ subject, limit: mailsToMailbox }]);
  if (silenced === null) await deliver(parts, message);
}
