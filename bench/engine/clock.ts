// Times of questions, and how they are summed up.
import { existsSync, openSync, readSync } from 'node:fs';
import { quantile } from '../machine.ts';

/** Milliseconds that the work took. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds on the wall, and the same without those in which the thread waited for a core. */
export type Clocked = { readonly wall: number; readonly own: number };

/** Both clocks. Where the system does not tell how long a thread waited, they are the same. */
export function clocked(work: () => unknown): Clocked {
  const before = waitedMs();
  const wall = timed(work);
  const waited = waitedMs() - before;
  // More waiting than time: it was just before or after.
  return { wall, own: waited > wall ? wall : wall - waited };
}

/** `clocked` for work that awaits nothing but itself. */
export async function clockedAsync(work: () => Promise<unknown>): Promise<Clocked> {
  const before = waitedMs();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const waited = waitedMs() - before;
  return { wall, own: waited > wall ? wall : wall - waited };
}

let schedule: number | null | undefined;
const read = Buffer.alloc(96);

/** How long this thread has stood ready to run without a core, since it began. */
function waitedMs(): number {
  if (schedule === undefined) {
    const path = '/proc/thread-self/schedstat';
    schedule = existsSync(path) ? openSync(path, 'r') : null;
  }
  if (schedule === null) return 0;
  const bytes = readSync(schedule, read, 0, read.length, 0);
  return Number(read.toString('latin1', 0, bytes).split(' ')[1]) / 1e6;
}

/** A result with the seconds it took. */
export async function secondsOf<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ result: Result; seconds: number }> {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

/** p50, p95, p99 and the most. */
export type Spread = { readonly n: number; readonly at: readonly number[] };

/** Of times in any order. */
export function spreadOf(times: readonly number[]): Spread {
  return { n: times.length, at: [0.5, 0.95, 0.99, 1].map((share) => quantile(times, share)) };
}

/** A few digits: what can be told apart, no more. */
export function shown(ms: number): string {
  if (Number.isNaN(ms)) return '-';
  return ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(3);
}
