// Posts a work by what readers see of it, and answers with it as its creator sees it.
import { type ChapterInput, findWork, type Work } from '../../src/features/works/index.ts';
import { recordChange } from '../../src/kit/sql/index.ts';
import type { WorkId } from '../../src/shared/ids.ts';
import type { CastName, TestApp } from './app.ts';
import { placeTestWork } from './works.ts';

export type PostWishes = {
  readonly title?: string;
  readonly summary?: string;
  readonly notes?: string;
  readonly endNotes?: string;
  readonly language?: string;
  readonly rating?: string;
  readonly warnings?: readonly string[];
  readonly categories?: readonly string[];
  readonly fandoms?: readonly string[];
  readonly relationships?: readonly string[];
  readonly characters?: readonly string[];
  readonly freeforms?: readonly string[];
  readonly restricted?: boolean;
  /** Absent: as many as there are. */
  readonly expectedChapters?: number | null;
  /** A text, or a chapter; absent: one. */
  readonly chapters?: readonly (string | Partial<ChapterInput>)[];
  readonly post?: boolean;
  /** Facts that no action of a creator sets. */
  readonly unrevealed?: boolean;
  readonly anonymous?: boolean;
  readonly hidden?: boolean;
};

export async function postWork(app: TestApp, by: CastName, wishes: PostWishes = {}): Promise<Work> {
  const { title = 'Tea', summary = '', notes = '', endNotes = '', language = 'en' } = wishes;
  const { restricted = false, expectedChapters, post = true } = wishes;
  const chapters = (wishes.chapters ?? ['They had tea.']).map((chapter) =>
    typeof chapter === 'string' ? { source: chapter } : { source: 'Tea again.', ...chapter },
  );
  const expected = expectedChapters === undefined ? chapters.length : expectedChapters;
  const about = { title, summary, notes, endNotes, language, restricted };
  const id = await placeTestWork(app, {
    by,
    work: { ...about, expectedChapters: expected },
    tags: {
      rating: [wishes.rating ?? 'General Audiences'],
      warning: wishes.warnings ?? ['No Archive Warnings Apply'],
      category: wishes.categories ?? [],
      fandom: wishes.fandoms ?? ['Tidewater Chronicles'],
      relationship: wishes.relationships ?? [],
      character: wishes.characters ?? [],
      freeform: wishes.freeforms ?? [],
    },
    chapters,
    post,
  });
  await setFacts(app, id, wishes);
  const { work } = await findWork(app.parts.database.read, await app.member(by), id);
  if (work === null) throw new Error('a creator does not see their own work');
  return work;
}

async function setFacts({ parts }: TestApp, id: WorkId, wishes: PostWishes): Promise<void> {
  const { unrevealed = false, anonymous = false, hidden = false } = wishes;
  if (!(unrevealed || anonymous || hidden)) return;
  const flag = (is: boolean) => (is ? 1 : 0);
  const facts = {
    unrevealed: flag(unrevealed),
    anonymous: flag(anonymous),
    hidden: flag(hidden),
  } as const;
  await parts.database.write(async (transaction) => {
    await transaction.updateTable('works').set(facts).where('id', '=', id).execute();
    await recordChange(transaction, 'work', [id], parts.clock.now());
  });
}
