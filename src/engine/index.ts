// The door of the search engine: a library that has never heard of works, HTTP or SQL.
import { Engine, type Shape } from './engine.ts';

export type { Sight } from './audiences.ts';
export { createEngineBuilder, type EngineBuilder } from './builder.ts';
export type { Change } from './changes.ts';
export type { Document, Engine, Shape } from './engine.ts';
export type { Packed } from './packed/arrays.ts';
export { deepestClause } from './plan.ts';
export type {
  Absence,
  Answer,
  Clause,
  Direction,
  FacetEntry,
  Page,
  PageKey,
  Query,
  Question,
  Range,
  Sort,
} from './query.ts';
export { attachEngine, type SharedEngine, shareEngine } from './shared-engine.ts';
export {
  type Loaded,
  loadEngine,
  memoryStorage,
  type StoragePort,
  type StoredBytes,
  saveEngine,
} from './storage.ts';
export type { Term } from './taxonomy.ts';

/** An empty engine. Refuses a group named twice and more than 250 groups. */
export function createEngine(shape: Shape): Engine {
  return new Engine(shape);
}
