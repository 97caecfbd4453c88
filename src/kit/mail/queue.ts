// Mail that waits to be sent: written in the transaction that causes it, sent by a job that is
// tried again while the mail server is away. Nobody who asks for a page waits for a mail.

import type { Ids } from '../ids/index.ts';
import { askForJob, type JobKind } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import type { Database, Transaction } from '../sql/index.ts';
import { type Clock, dayMs } from '../time/index.ts';
import type { Mail } from './index.ts';
import { type MailMessage, MailRefused } from './message.ts';
import * as store from './store.ts';

/** What queueing needs beside the transaction. */
export type Queueing = { readonly ids: Ids; readonly clock: Clock };

const jobName = 'send mail';
/** Links in mails live a day; what a server has not taken in two is not worth a third. */
const keptTryingMs = 2 * dayMs;
/** A key is known so long: longer than whatever queues the mail again. */
const keyKeptMs = 30 * dayMs;

/**
 * Queues a mail; it goes out when the transaction has been kept, and not if it fails. Of mails with
 * the same `key` only the first is sent. Null is a mail to nobody: it costs the same, so that an
 * answer's time does not tell whether there was somebody to write to.
 */
export async function queueMail(
  transaction: Transaction,
  { ids, clock }: Queueing,
  message: MailMessage | null,
  key?: string,
): Promise<void> {
  const id = ids.next();
  const now = clock.now();
  const added = await store.insertMail(transaction, {
    id,
    mail_key: key ?? `id ${id}`,
    keeps_key: key === undefined ? 0 : 1,
    message: JSON.stringify(message),
    queued_at: now,
    sent_at: null,
  });
  if (added) await askForJob(transaction, { name: jobName }, id, now);
}

/** The job that sends what is queued. What it has sent leaves no text, address or link behind. */
export function mailSender(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly mail: Mail;
}): JobKind {
  const { database, clock, log, mail } = parts;
  return {
    name: jobName,
    async run(id) {
      const waiting = await store.findWaiting(database.read, id);
      if (waiting === null) return;
      const message = JSON.parse(waiting.message) as MailMessage | null;
      try {
        if (message !== null) await mail.send({ ...message, id: `mail-${id}` });
      } catch (error) {
        const isFinal = error instanceof MailRefused && !error.temporary;
        if (!isFinal && clock.now() - waiting.queued_at < keptTryingMs) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        log.warn({ reason, subject: message?.subject }, 'a mail is given up');
      }
      const now = clock.now();
      await database.write((transaction) => store.endMail(transaction, id, now, now - keyKeptMs));
    },
  };
}

declare module '../sql/index.ts' {
  interface Tables {
    queued_mail: store.QueuedMailTable;
  }
}
