// What a process holds of memory, and the most it held.
import { readFileSync, writeFileSync } from 'node:fs';

/** In bytes. */
export type Held = {
  readonly resident: number;
  readonly arrays: number;
  readonly heap: number;
};

/** Now, after collecting what nobody holds (where the process was started with --expose-gc). */
export function heldNow(): Held {
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, arrayBuffers, heapUsed } = process.memoryUsage();
  return { resident: rss, arrays: arrayBuffers, heap: heapUsed };
}

/** Forgets the most that was held. Elsewhere than on Linux the most since the start stays. */
export function forgetMost(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not this kernel's: `mostHeld` then tells of the whole process.
  }
}

/** The most resident memory since `forgetMost`, in bytes. */
export function mostHeld(): number {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (line !== null) return Number(line[1]) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}
