// The engine as the budgets meet it: built from the packed archive, asked the recorded questions.
import { isDeepStrictEqual } from 'node:util';
import { createEngineBuilder, type Engine, type Query } from '../../src/engine/index.ts';
import { type Clocked, clocked } from './clock.ts';
import { queryOf } from './fixed-mix.ts';
import { type PackedArchive, shape } from './packed-archive.ts';
import type { Recorded } from './recorded.ts';

/** Takes every term and work, one after the other, and packs them. */
export function buildEngine(archive: PackedArchive): Engine {
  const builder = createEngineBuilder(shape);
  for (const term of archive.terms()) builder.putTerm(term);
  for (const document of archive.documents()) builder.putDocument(document);
  return inSlices(builder.finish()).result;
}

/** Runs what is done in slices to its end, and says how long it took and the longest slices. */
export function inSlices<Result>(slices: Generator<void, Result>): {
  result: Result;
  ms: number;
  longest: Clocked;
} {
  let [ms, wall, own] = [0, 0, 0];
  for (;;) {
    let step: IteratorResult<void, Result> | undefined;
    const slice = clocked(() => {
      step = slices.next();
    });
    ms += slice.wall;
    wall = Math.max(wall, slice.wall);
    own = Math.max(own, slice.own);
    if (step?.done === true) return { result: step.value, ms, longest: { wall, own } };
  }
}

/** Milliseconds of each question in turn; sets of documents are made before the clock starts. */
export function timesOf(
  engine: Engine,
  recorded: Recorded,
  works: number,
  alter: (query: Query) => Query = (query) => query,
): { times: Clocked[]; totals: number[] } {
  const totals: number[] = [];
  const times = recorded.asked.map((asked) => {
    const query = alter(queryOf(asked, works));
    return clocked(() => totals.push(engine.query(query).total));
  });
  return { times, totals };
}

/** Which of the checked questions the engine answers otherwise than the plain scan did. */
export function differing(engine: Engine, recorded: Recorded, works: number): string[] {
  return recorded.expected.flatMap(({ at, total, facets, ids }) => {
    const asked = recorded.asked[at]!;
    const answer = engine.query(queryOf(asked, works));
    const isRight =
      answer.total === total &&
      isDeepStrictEqual(answer.facets, facets) &&
      (ids === null || isDeepStrictEqual(answer.ids, ids));
    return isRight ? [] : [`question ${at} (${asked.kind})`];
  });
}
