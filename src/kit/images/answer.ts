// What a process that draws says: a line of JSON, then the picture.
import type { Redrawn } from './redraw.ts';

/** The answer as bytes for a pipe. */
export function writeAnswer(redrawn: Redrawn): Buffer {
  if (!redrawn.ok) return Buffer.from(`${JSON.stringify(redrawn)}\n`);
  const { bytes, ...facts } = redrawn;
  return Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), bytes]);
}

/** The same read back. */
export function readAnswer(answer: Buffer): Redrawn {
  const end = answer.indexOf('\n');
  const facts = JSON.parse(answer.toString('utf8', 0, end)) as Redrawn;
  return facts.ok ? { ...facts, bytes: answer.subarray(end + 1) } : facts;
}
