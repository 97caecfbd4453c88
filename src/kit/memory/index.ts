// The memory of the process.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | null = null;

/**
 * Gives back what is garbage now, where V8 would wait until more is needed: an idle process would
 * keep it for ever. Everything waits meanwhile, some 50 ms for a heap of 50 MB: for moments after
 * which a great deal is left over and little happens.
 */
export function releaseGarbage(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
    // Code that was compiled under other flags is not taken from the cache.
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}
