// Pictures from strangers: drawn anew, so that nothing is kept of a file but what is to be seen.
import { runModule, waitingLine } from '../processes/index.ts';
import { readAnswer } from './answer.ts';
import type { Redrawn } from './redraw.ts';

export { writeAnswer } from './answer.ts';
export { imagePixelsMax, imageSideMax } from './limits.ts';
export type { ImageProblem, Redrawn } from './redraw.ts';

/**
 * Draws a picture anew, as a JPEG or a PNG; says why where it cannot. Null: too many wait already.
 * Throws when the process that draws fails in a way of its own.
 */
export type RedrawImage = (bytes: Uint8Array) => Promise<Redrawn | null>;

/** Pictures that wait; each takes some tenths of a second. */
const mostWaiting = 20;
/** A picture of the most pixels takes a tenth of this on a machine with nothing else to do. */
const mostMs = 30_000;

/**
 * Draws in a process of its own, one picture at a time: a decoder that a file brings down takes
 * nothing with it, and its memory all comes back.
 */
export function createRedrawer(module: URL): RedrawImage {
  const line = waitingLine(mostWaiting);
  return async (bytes) => {
    const made = line(() => runModule(module, bytes, { mostMs }));
    return made === null ? null : readAnswer(await made);
  };
}
