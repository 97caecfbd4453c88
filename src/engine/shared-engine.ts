// One engine on several threads: each has its own over the same packed part, and is told the same.
import type { Change } from './changes.ts';
import { Engine, type Packed, type Shape } from './engine.ts';

/**
 * An engine as other threads may have it: its packed part in shared memory, and what has changed
 * since that was packed. May be sent in a message; `attachEngine` opens it there.
 */
export type SharedEngine = {
  readonly packed: Packed;
  readonly since: readonly Change[];
  readonly position: number;
};

/** As it is at the call. Where much has changed, `Engine.since` can be told bit by bit. */
export function shareEngine(engine: Engine): SharedEngine {
  return { packed: engine.packed, since: [...engine.since()], position: engine.position };
}

/**
 * The engine that was shared, over the same memory, in this or another thread. It must then be told
 * every change that the first is told, in order, and be closed to none of them: `apply`.
 */
export function attachEngine(shape: Shape, shared: SharedEngine): Engine {
  const engine = new Engine(shape, undefined, shared.packed, false);
  for (const change of shared.since) engine.apply(change);
  engine.position = shared.position;
  return engine;
}
