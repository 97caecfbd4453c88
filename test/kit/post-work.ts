// Posts works for tests, by the actions and not by the form: a test says of a work what matters
// to it, and everything else is plain.
import { identifySession } from '../../src/features/accounts/index.ts';
import {
  type ChapterInput,
  createWork,
  findWork,
  type Work,
} from '../../src/features/works/index.ts';
import { recordChange } from '../../src/kit/sql/index.ts';
import type { Member } from '../../src/shared/viewer.ts';
import type { CastName, TestApp } from './app.ts';

export type WorkWishes = {
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

/** Posts a work of a member of the cast; answers with it as its creator sees it. */
export async function postWork(
  app: TestApp,
  name: CastName,
  wishes: WorkWishes = {},
): Promise<Work> {
  const { parts } = app;
  const member = await castMember(app, name);
  const chapters = (wishes.chapters ?? ['They had tea.']).map(asChapter);
  const named = (names: readonly string[]) => names.map((each) => ({ name: each }));
  const outcome = await createWork(parts, member, {
    work: {
      title: wishes.title ?? 'Tea',
      summary: wishes.summary ?? '',
      notes: wishes.notes ?? '',
      endNotes: wishes.endNotes ?? '',
      language: wishes.language ?? 'en',
      restricted: wishes.restricted ?? false,
      expectedChapters:
        wishes.expectedChapters === undefined ? chapters.length : wishes.expectedChapters,
      tags: {
        rating: named([wishes.rating ?? 'General Audiences']),
        warning: named(wishes.warnings ?? ['No Archive Warnings Apply']),
        category: named(wishes.categories ?? []),
        fandom: named(wishes.fandoms ?? ['Tidewater Chronicles']),
        relationship: named(wishes.relationships ?? []),
        character: named(wishes.characters ?? []),
        freeform: named(wishes.freeforms ?? []),
      },
    },
    chapters,
    post: wishes.post ?? true,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  const facts = {
    ...(wishes.unrevealed && { unrevealed: 1 as const }),
    ...(wishes.anonymous && { anonymous: 1 as const }),
    ...(wishes.hidden && { hidden: 1 as const }),
  };
  if (Object.keys(facts).length > 0) {
    await parts.database.write(async (transaction) => {
      await transaction.updateTable('works').set(facts).where('id', '=', outcome.value).execute();
      await recordChange(transaction, 'work', [outcome.value], parts.clock.now());
    });
  }
  const { work } = await findWork(parts.database.read, member, outcome.value);
  if (work === null) throw new Error('a creator does not see their own work');
  return work;
}

/** A member of the cast as the actions know them. */
export async function castMember(app: TestApp, name: CastName): Promise<Member> {
  const token = (await app.as(name)).cookies.get('inkstead_session') ?? '';
  const { parts } = app;
  const identity = await identifySession(parts.database.read, token, parts.clock.now());
  if (identity === null) throw new Error(`nobody is logged in as ${name}`);
  return identity.member;
}

function asChapter(chapter: string | Partial<ChapterInput>): ChapterInput {
  const plain = {
    title: '',
    summary: '',
    notes: '',
    endNotes: '',
    format: 'html',
    source: '',
  } as const;
  return typeof chapter === 'string'
    ? { ...plain, source: chapter }
    : { ...plain, source: 'They had tea again.', ...chapter };
}
