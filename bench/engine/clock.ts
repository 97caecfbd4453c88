// Times of questions, and how they are summed up.
import { quantile } from '../machine.ts';

/** Milliseconds that the work took. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
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
