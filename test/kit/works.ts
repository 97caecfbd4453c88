// Works for tests: what matters to a test is said by the test, the rest is filled in here.
import assert from 'node:assert/strict';
import {
  type ChapterInput,
  type CountName,
  createWork,
  type NewWork,
  type WorkInput,
} from '../../src/features/works/index.ts';
import type { WorkId } from '../../src/shared/ids.ts';
import type { CastName, TestApp } from './app.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));

/** A work that breaks no rule. */
export const soundWork: WorkInput = {
  title: 'The Keeper’s Cat',
  summary: '',
  notes: '',
  endNotes: '',
  language: 'en',
  restricted: false,
  expectedChapters: 1,
  tags: {
    rating: [{ id: 10 }],
    warning: [{ id: 16 }],
    category: [],
    fandom: named('Harbour Lights'),
    relationship: [],
    character: [],
    freeform: [],
  },
};

/** A chapter that breaks no rule. */
export const soundChapter: ChapterInput = {
  title: '',
  summary: '',
  notes: '',
  endNotes: '',
  format: 'html',
  source: '<p>The lamp was lit. The cat approved.</p>',
};

export type WorkWishes = {
  readonly by?: CastName;
  readonly work?: Partial<Omit<WorkInput, 'tags'>>;
  readonly tags?: Partial<Record<keyof WorkInput['tags'], readonly string[]>>;
  readonly chapters?: readonly Partial<ChapterInput>[];
  readonly post?: boolean;
};

/** Makes a work by one of the cast, ada unless it is said, and fails if it is refused. */
export async function placeTestWork(app: TestApp, wishes: WorkWishes = {}): Promise<WorkId> {
  const member = await app.member(wishes.by ?? 'ada');
  const outcome = await createWork(app.parts, member, newWork(wishes));
  assert.ok(outcome.ok, `the work was refused: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** The same as input, to be sent by a test itself. */
export function newWork(wishes: WorkWishes = {}): NewWork {
  const tags = { ...soundWork.tags };
  for (const [type, names] of Object.entries(wishes.tags ?? {})) {
    tags[type as keyof typeof tags] = named(...(names ?? []));
  }
  return {
    work: { ...soundWork, ...wishes.work, tags },
    chapters: (wishes.chapters ?? [{}]).map((chapter) => ({ ...soundChapter, ...chapter })),
    post: wishes.post ?? true,
  };
}

/** One of the work's counters, as it is kept. */
export async function countOf(app: TestApp, name: CountName, work: WorkId): Promise<number> {
  const counts = await app.parts.database.read
    .selectFrom('work_counts')
    .selectAll()
    .where('work_id', '=', work)
    .executeTakeFirstOrThrow();
  return counts[name];
}
