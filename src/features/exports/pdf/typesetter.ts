// Books wait in line for a process that sets them: one at a time, each with an end to its time.
import { Refused } from '../../../kit/http/index.ts';
import type { Log } from '../../../kit/log/index.ts';
import { runModule, waitingLine } from '../../../kit/processes/index.ts';
import { minuteMs } from '../../../kit/time/index.ts';
import type { Typeset } from '../formats.ts';
import { text } from '../messages.ts';
import { packBook } from './packed-book.ts';

/** Characters of a book, markup and all: 700,000 words take 600 MB and 6 s of computing. */
export const pdfCharactersMax = 5_000_000;
/** Books that wait; who comes after them is asked to come back. */
const mostWaiting = 6;
/** Ten times what the longest book takes on a machine with nothing else to do. */
const mostMs = 2 * minuteMs;

/** Sets books by the module; refuses one that is too long, and all while too many wait. */
export function createTypesetter(module: URL, log: Log): Typeset {
  const line = waitingLine(mostWaiting);
  return async (book) => {
    const input = packBook(book);
    const pictures = book.pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
    // Of a picture, base64 makes four thirds.
    if (input.length - (pictures * 4) / 3 > pdfCharactersMax)
      throw new Refused(413, { detail: text.pdfTooLong() });
    const made = line(() => runModule(module, input, { mostMs }));
    if (made === null) throw busy();
    return made.catch((error: Error) => {
      log.error({ work: book.id, reason: error.message }, 'a PDF was not made');
      throw busy();
    });
  };
}

function busy(): Refused {
  return new Refused(503, { detail: text.pdfBusy(), headers: { 'retry-after': '120' } });
}
