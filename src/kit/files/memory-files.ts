import { type Clock, fixedClock } from '../time/index.ts';
import type { FileFacts, Files } from './index.ts';
import { safePath, safePrefix } from './safe-path.ts';

/** A file store for tests: forgets everything with the process. */
export function memoryFiles(clock: Clock = fixedClock(0)): Files {
  const kept = new Map<string, { bytes: Uint8Array; facts: FileFacts }>();
  return {
    // Copied both ways: on a disk nobody could change the bytes afterwards either.
    put: async (path, bytes) => {
      const facts = { size: bytes.length, modifiedAt: clock.now() };
      kept.set(safePath(path), { bytes: bytes.slice(), facts });
    },
    get: async (path) => kept.get(safePath(path))?.bytes.slice() ?? null,
    remove: async (path) => kept.delete(safePath(path)),
    list: async (prefix) => {
      const start = safePrefix(prefix);
      return [...kept.keys()].filter((path) => path.startsWith(start)).sort();
    },
    stat: async (path) => kept.get(safePath(path))?.facts ?? null,
  };
}
