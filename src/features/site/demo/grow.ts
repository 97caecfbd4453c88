// Grows an archive by synthetic works: the tag shape of a large archive, invented names, short
// harmless texts. For trying out and for measuring.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { type SyntheticWork, syntheticWorks } from '../../../shared/synthetic-archive.ts';
import { randomFrom } from '../../../shared/synthetic-draws.ts';
import { type BroughtTag, listTagsOfType, placeTags } from '../../tags/index.ts';
import { checkWork, type PlacedWork, placeWorks, readLanguages } from '../../works/index.ts';
import { GrownCreators, nextGrowth } from './grow-creators.ts';
import { titleOf } from './grow-names.ts';
import { GrownTags } from './grow-tags.ts';
import { createChapterTexts, paragraph } from './grow-text.ts';

export type Growth = {
  readonly works: number;
  /** Called after each batch with how many works are in the archive. */
  readonly progress: (works: number) => void;
  /** Once aborted, the growth ends before the next batch. */
  readonly signal: AbortSignal;
};

export type Grown = {
  readonly works: number;
  readonly creators: number;
  /** Which growth of this archive it was, from 1: the seed of its names and numbers. */
  readonly growth: number;
};

/** Works in one transaction, which is there whole or not. More hold up others who write. */
export const worksInBatch = 250;

/**
 * Adds works with their tags and creators, the oldest first. The same growth of the same size on
 * the same day has the same names and numbers. One that is ended early has added whole batches.
 */
export async function growArchive(parts: Parts, growth: Growth): Promise<Grown> {
  const seed = await nextGrowth(parts);
  const creators = new GrownCreators(parts, seed, growth.works);
  const prepare = await createPreparing(parts, seed);
  const lastDay = Math.floor(parts.clock.now() / dayMs) - 1;
  let done = 0;
  for (const batch of inBatches(syntheticWorks({ count: growth.works, seed, lastDay }))) {
    if (growth.signal.aborted) break;
    const brought: BroughtTag[] = [];
    const works = batch.map((work) => ({ ...prepare(work, brought), creators: creators.draw() }));
    // Once: the creators remember whom they have made.
    await parts.database.write(
      (transaction) => placeBatch(transaction, parts, { works, brought, creators }),
      { once: true },
    );
    done += works.length;
    growth.progress(done);
  }
  return { works: done, creators: creators.count, growth: seed };
}

type PreparedWork = Omit<PlacedWork, 'creators' | 'by'>;

type Batch = {
  readonly works: readonly (PreparedWork & { readonly creators: readonly number[] })[];
  readonly brought: readonly BroughtTag[];
  readonly creators: GrownCreators;
};

async function placeBatch(
  transaction: Transaction,
  parts: Parts,
  { works, brought, creators }: Batch,
): Promise<void> {
  await placeTags(transaction, brought, { ids: parts.ids, at: parts.clock.now(), by: null });
  const placed: PlacedWork[] = [];
  for (const work of works) {
    const people = [];
    for (const number of work.creators) people.push(await creators.member(transaction, number));
    const named = people.flatMap(({ userId, pseuds: [pseud] }) =>
      pseud === undefined ? [] : { pseudId: pseud.id, userId },
    );
    const [first] = named;
    if (first !== undefined) placed.push({ ...work, creators: named, by: first.userId });
  }
  for (const { errors } of await placeWorks(transaction, parts, placed)) {
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
  }
}

const dayMs = 86_400_000;
// Stored texts are this much shorter than the works whose shape they have, within bounds that let
// 100,000 works load in minutes. Word counts are those of the stored texts.
const shortened = 40;
const wordsLeast = 20;
const wordsMost = 400;
const chaptersMost = 30;
const chapterWordsLeast = 8;
const shares = { restricted: 0.12, anonymous: 0.01 };

/** From numbers to a work that has passed the checks. */
async function createPreparing(parts: Parts, seed: number) {
  const listNames = async (type: 'media' | 'rating' | 'warning' | 'category') =>
    (await listTagsOfType(parts.database.read, type)).map((tag) => tag.name);
  const tags = new GrownTags(await listNames('media'));
  const [ratings, warnings, categories] = [
    await listNames('rating'),
    await listNames('warning'),
    await listNames('category'),
  ];
  const languages = await readLanguages(parts.database.read);
  const draw = randomFrom(seed * 1000 + 2);
  const chapterOf = createChapterTexts(draw);
  return (work: SyntheticWork, brought: BroughtTag[]): PreparedWork => {
    const chapters = Math.min(work.chapters, chaptersMost);
    const words = Math.min(wordsMost, Math.max(wordsLeast, work.words / shortened));
    const each = Math.max(chapterWordsLeast, words / chapters);
    const checked = checkWork(
      {
        title: titleOf(draw),
        summary: paragraph(1 + Math.floor(draw() * 3), draw),
        notes: '',
        endNotes: '',
        language: 'en',
        restricted: draw() < shares.restricted,
        expectedChapters: work.expected && chapters + (work.expected - work.chapters),
        tags: {
          rating: chosen(ratings, [work.rating]),
          warning: chosen(warnings, work.warnings),
          category: chosen(categories, work.categories),
          ...tags.namesOf(work, brought),
        },
      },
      languages,
    );
    if (checked.work === null) throw new Error(JSON.stringify(checked.errors));
    const times = timesOf(work, chapters, draw);
    return {
      work: checked.work,
      chapters: times.map(() => chapterOf(each)),
      chapterTimes: times,
      createdAt: Math.max(...times),
      anonymous: draw() < shares.anonymous,
      counts: { hits: work.hits, kudos: work.kudos },
    };
  };
}

/** Vocabulary tags by their places; a host may have fewer of them than usual. */
function chosen(names: readonly string[], places: readonly number[]): { name: string }[] {
  const named = places.flatMap((place) => names[place % names.length] ?? []);
  return [...new Set(named)].map((name) => ({ name }));
}

/** When each chapter was posted: evenly from the first day to the last, at some time of the day. */
function timesOf(work: SyntheticWork, chapters: number, draw: () => number): number[] {
  const days = work.updatedDay - work.postedDay;
  const timeOfDay = Math.floor(draw() * dayMs);
  return Array.from({ length: chapters }, (_, at) => {
    const passed = chapters === 1 ? 0 : Math.floor((days * at) / (chapters - 1));
    return (work.postedDay + passed) * dayMs + timeOfDay;
  });
}

function* inBatches(works: Iterable<SyntheticWork>): Generator<SyntheticWork[]> {
  let batch: SyntheticWork[] = [];
  for (const work of works) {
    batch.push(work);
    if (batch.length < worksInBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
