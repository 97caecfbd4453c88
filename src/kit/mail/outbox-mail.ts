import { join } from 'node:path';
import { writeFileAtomically } from '../files/index.ts';
import { type Random, randomToken } from '../ids/index.ts';
import { type Clock, isoTime } from '../time/index.ts';
import type { Mail } from './index.ts';
import { compose, MailRefused } from './message.ts';

/**
 * Mail that goes nowhere: each is kept as a file (RFC 5322, mode 600) that the operator can read
 * or hand on. File names sort by time.
 */
export function outboxMail(
  folder: string,
  clock: Clock,
  random: Random,
  from = 'inkstead@localhost',
): Mail {
  return {
    send: async (message) => {
      const now = clock.now();
      const id = randomToken(random);
      const { createTransport } = await import('nodemailer');
      const paper = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
      const { message: bytes } = await paper.sendMail({
        ...compose(message, from),
        date: new Date(now),
        messageId: `<${id}@inkstead>`,
        baseBoundary: id,
      });
      const name = `${isoTime(now).replaceAll(/[-:.]/g, '')}-${id}.eml`;
      try {
        await writeFileAtomically(join(folder, name), bytes as Buffer);
      } catch (error) {
        const why = (error as NodeJS.ErrnoException).code ?? 'unknown';
        const refusal = `the outbox cannot be written (${why})`;
        throw new MailRefused(refusal, { temporary: true, cause: error });
      }
    },
  };
}
