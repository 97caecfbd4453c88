// Outgoing mail: one door, and behind it an SMTP server, a folder the operator reads, or a test's
// memory. Sending is a job's work: it may take a minute and may fail.
import { assertSendable, type MailMessage } from './message.ts';

export { type MailMessage, MailRefused } from './message.ts';
export { outboxMail } from './outbox-mail.ts';
export { mailSender, type Queueing, queueMail } from './queue.ts';
export {
  listOutbox,
  type OutboxEntry,
  type OutboxMail,
  pruneOutbox,
  readOutbox,
} from './read-outbox.ts';
export { smtpMail } from './smtp-mail.ts';

/** Sends mail. Rejects with `MailRefused`, which says whether to try again. */
export type Mail = {
  /** Resolves when the next place along the way has the message in its keeping. */
  send(message: MailMessage): Promise<void>;
};

/** Mail for tests: keeps what was sent, in order. */
export type MemoryMail = Mail & { readonly sent: readonly MailMessage[] };

/** Makes a `MemoryMail`; it refuses what the others refuse. */
export function memoryMail(): MemoryMail {
  const sent: MailMessage[] = [];
  return {
    sent,
    send: async (message) => {
      assertSendable(message);
      sent.push(message);
    },
  };
}
