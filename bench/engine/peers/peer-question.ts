// A question of the mix in a database's words, and what a database must be able to do.
import type { Answer } from '../../../src/engine/index.ts';
import { type Asked, type Part, pageSize, placesOf } from '../fixed-mix.ts';
import { facetGroups, workIdAt } from '../packed-archive.ts';
import { groupStep, type PeerRows } from './peer-rows.ts';

/** Whose numbers are those of `PeerRows`. */
export type PeerQuestion = {
  /** A work is seen when its audience shares a bit. */
  readonly audience: number;
  /** All of these find it. */
  readonly tags: readonly number[];
  /** None of these does. */
  readonly without: readonly number[];
  readonly range: { readonly column: string; readonly min: number; readonly max: number } | null;
  /** Ascending; null where no text was asked for. */
  readonly works: readonly number[] | null;
  readonly sort: { readonly column: string; readonly direction: 'ASC' | 'DESC' };
  readonly offset: number;
  /** How many it finds: known beforehand, so that a fitting way can be taken. */
  readonly total: number;
};

/** What a database answers: works in order, tags with their counts in any order. */
export type PeerAnswer = {
  readonly total: number;
  readonly works: readonly number[];
  readonly facets: readonly (readonly [tag: number, works: number])[];
};

/** A database that was filled with the archive. */
export type Peer = {
  /** Names of the ways in which this question can be put; the first is the plainest. */
  ways(question: PeerQuestion): readonly string[];
  /** What stands ready before the clock starts, as it does for the engine: the text's works. */
  prepare(question: PeerQuestion): Promise<void>;
  /** Null when it takes longer than that many milliseconds and could be stopped. */
  ask(question: PeerQuestion, way: string, msMost: number): Promise<PeerAnswer | null>;
  /** Forgets what the database itself keeps in memory. */
  forget(): Promise<void>;
  close(): Promise<void>;
};

const endless = 2 ** 31 - 1;

/** The question as the databases are asked it. */
export function peerQuestionOf(asked: Asked, total: number, rows: PeerRows): PeerQuestion {
  const tags: number[] = [];
  const without: number[] = [];
  let range: PeerQuestion['range'] = null;
  let works: PeerQuestion['works'] = null;
  for (const part of asked.parts) {
    if (part.kind === 'not') without.push(...excluded(part.of).map((id) => rows.tagOf(id)));
    else if (part.kind === 'term') tags.push(rows.tagOf(part.term));
    else if (part.kind === 'range') range = rangeOf(part);
    else if (part.kind === 'sample') {
      works = rows.worksOf(new Set(Array.from(placesOf(part, rows.count), workIdAt)));
    } else throw new Error(`the mix has no ${part.kind}`);
  }
  return {
    audience: asked.audience,
    tags: [...new Set(tags)],
    without: [...new Set(without)].sort((a, b) => a - b),
    range,
    works,
    sort: sortOf(asked.sort),
    offset: (asked.page - 1) * pageSize,
    total,
  };
}

/** The answer as the engine gives it. */
export function inOutsideIds(answer: PeerAnswer, rows: PeerRows): Omit<Answer, 'next'> {
  const facets = Object.fromEntries(
    facetGroups.map((name, group) => [
      name,
      answer.facets
        .filter(([tag]) => Math.floor(tag / groupStep) === group)
        .map(([tag, count]) => ({ id: rows.tagIdOf(tag), count }))
        .sort((a, b) => b.count - a.count || a.id - b.id),
    ]),
  );
  return { total: answer.total, ids: answer.works.map((work) => rows.workIdOf(work)), facets };
}

function excluded(part: Part): readonly number[] {
  if (part.kind === 'term') return [part.term];
  if (part.kind === 'anyTerm') return part.terms;
  throw new Error(`the mix takes no ${part.kind} away`);
}

// The tables keep seconds where the engine has milliseconds.
function rangeOf({ column, min, max }: Extract<Part, { kind: 'range' }>): PeerQuestion['range'] {
  const step = column === 'updated' ? 1000 : 1;
  return {
    column,
    min: min === undefined ? 0 : Math.ceil(min / step),
    max: max === undefined ? endless : Math.floor(max / step),
  };
}

function sortOf(sort: Asked['sort']): PeerQuestion['sort'] {
  if ('column' in sort) return { column: sort.column, direction: 'DESC' };
  if ('text' in sort) return { column: sort.text, direction: 'ASC' };
  throw new Error('the mix has no random order');
}
