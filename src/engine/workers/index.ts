// The door of the pool: questions that take long, on other threads.
export { answerOnThread } from './answer-on-thread.ts';
export type { FromThread, StartThread, Thread, ToThread } from './messages.ts';
export { EnginePool, heavyFrom, type PoolOptions } from './pool.ts';
