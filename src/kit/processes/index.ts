// Work in a process of its own: for what takes memory that must all come back, or so long that it
// has to be stopped from outside.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export { nativePackage, typesetterFamily } from './native-package.ts';

export type ProcessLimits = {
  /** It is ended when it takes longer. */
  readonly mostMs: number;
};

/**
 * Runs a module with the input at its standard input; answers what it writes to standard output.
 * Throws with the end of what it said on standard error when it fails or takes too long.
 */
export async function runModule(
  module: URL,
  input: string | Uint8Array,
  limits: ProcessLimits,
): Promise<Buffer> {
  return Buffer.concat(await runModuleInPieces(module, [input], limits));
}

/**
 * The same, for what is so large that nobody should hold it twice: the input is written piece by
 * piece, and `takePieces` reads the answer.
 */
export function runModuleInPieces(
  module: URL,
  input: readonly (string | Uint8Array)[],
  { mostMs }: ProcessLimits,
): Promise<Buffer[]> {
  const child = spawn(process.execPath, [fileURLToPath(module)], {
    stdio: 'pipe',
    timeout: mostMs,
    killSignal: 'SIGKILL',
  });
  const pieces: Buffer[] = [];
  let said = '';
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.on('data', (piece: Buffer) => {
    said = `${said}${piece}`.slice(-mostSaid);
  });
  // A child that ends before it has read all is told of by its exit.
  child.stdin.on('error', () => undefined);
  for (const piece of input) child.stdin.write(piece);
  child.stdin.end();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(pieces);
      else reject(new Error(`a process ended with ${code ?? signal}: ${said.trim()}`));
    });
  });
}

/** Takes bytes from the front of the pieces; what was taken is let go. */
export function takePieces(pieces: Buffer[], size: number): Buffer {
  const taken: Buffer[] = [];
  let left = size;
  while (left > 0) {
    const first = pieces[0];
    if (first === undefined) throw new Error(`an answer ends ${left} bytes too early`);
    taken.push(first.subarray(0, left));
    if (first.length <= left) pieces.shift();
    else pieces[0] = first.subarray(left);
    left -= Math.min(first.length, left);
  }
  return Buffer.concat(taken);
}

/** Characters of a failure that are kept. */
const mostSaid = 2_000;

/** A line in which works wait for each other. */
export type WaitingLine = <Made>(work: () => Promise<Made>) => Promise<Made> | null;

/** One at a time; null when `mostWaiting` are there already. */
export function waitingLine(mostWaiting: number): WaitingLine {
  let last: Promise<unknown> = Promise.resolve();
  let inLine = 0;
  return (work) => {
    if (inLine >= mostWaiting) return null;
    inLine += 1;
    const turn = last.then(work).finally(() => {
      inLine -= 1;
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
