// Fills an empty archive with the demo: people nobody can log in as, a wrangled vocabulary, works,
// series. One transaction: the demo is there whole or not at all.
import { readdirSync, readFileSync } from 'node:fs';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { SkinId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { cleanProfile, createPerson, hasPeople } from '../../accounts/index.ts';
import { placeSkin } from '../../skins/index.ts';
import { placeTags } from '../../tags/index.ts';
import {
  addSeries,
  type CheckedChapter,
  type CheckedWork,
  checkChapter,
  checkWork,
  type Languages,
  placeWork,
  readLanguages,
} from '../../works/index.ts';
import { type DemoWork, parseWork } from './parse-work.ts';
import { demoPeople } from './people.ts';
import { demoSkins } from './skins.ts';
import { type DemoTag, demoVocabulary } from './vocabulary.ts';
import { demoWrangler, placeWrangling } from './wrangling.ts';

const worksFolder = new URL('./works/', import.meta.url);

/** Seeds the demo if the settings ask for it and nobody has an account yet. */
export async function seedDemo(parts: Parts): Promise<boolean> {
  if (!parts.settings.demo || (await hasPeople(parts.database.read))) return false;
  await placeDemo(parts);
  return true;
}

/** Writes the whole demo into an archive that holds nothing yet; returns how many works it has. */
export async function placeDemo(parts: Parts): Promise<number> {
  const languages = await readLanguages(parts.database.read);
  const works = readDemoWorks().map((work) => checkDemoWork(work, languages));
  await parts.database.write(async (transaction) => {
    const people = await placePeople(transaction, parts);
    await placeVocabulary(transaction, parts);
    const placed = new Map<DemoWork, WorkId>();
    for (const work of works) {
      placed.set(work.demo, await placeDemoWork(transaction, parts, people, work));
    }
    await placeSeries(transaction, parts, people, placed);
    const wrangler = people.get(demoWrangler);
    if (wrangler !== undefined) await placeWrangling(transaction, parts, wrangler);
  });
  parts.log.info({ works: works.length }, 'seeded the demo archive');
  return works.length;
}

/** Every work of the demo, in the order of its files. */
export function readDemoWorks(): DemoWork[] {
  return readdirSync(worksFolder)
    .sort()
    .map((file) => parseWork(file, readFileSync(new URL(file, worksFolder), 'utf8')));
}

type CheckedDemo = {
  readonly demo: DemoWork;
  readonly work: CheckedWork;
  readonly chapters: readonly CheckedChapter[];
};

function checkDemoWork(demo: DemoWork, languages: Languages): CheckedDemo {
  const named = (names: readonly string[]) => names.map((name) => ({ name }));
  const { work, errors } = checkWork(
    {
      title: demo.title,
      summary: demo.summary,
      notes: demo.notes,
      endNotes: demo.endNotes,
      language: demo.language,
      restricted: demo.restricted,
      expectedChapters: demo.expected,
      tags: {
        rating: named([demo.rating]),
        warning: named(demo.warnings),
        category: named(demo.categories),
        fandom: named(demo.fandoms),
        relationship: named(demo.relationships),
        character: named(demo.characters),
        freeform: named(demo.freeforms),
      },
    },
    languages,
  );
  if (work === null) throw new Error(`${demo.file}: ${JSON.stringify(errors)}`);
  const chapters = demo.chapters.map((chapter) => {
    const checked = checkChapter({ ...chapter, format: demo.format });
    if (checked.chapter === null) {
      throw new Error(`${demo.file}: ${JSON.stringify(checked.errors)}`);
    }
    return checked.chapter;
  });
  return { demo, work, chapters };
}

async function placePeople(
  transaction: Transaction,
  parts: Parts,
): Promise<ReadonlyMap<string, Member>> {
  const people = new Map<string, Member>();
  for (const { login, pseuds, about } of demoPeople) {
    const profile = cleanProfile({ title: '', source: about });
    const member = await createPerson(transaction, {
      login,
      email: null,
      passwordHash: null,
      pseuds,
      ...(login === demoWrangler ? { roles: ['wrangler'] } : {}),
      ...(profile.ok ? { profile: profile.value } : {}),
      ids: parts.ids,
      now: parts.clock.now(),
    });
    people.set(login, member);
  }
  return people;
}

async function placeVocabulary(transaction: Transaction, parts: Parts): Promise<void> {
  const making = { ids: parts.ids, at: parts.clock.now(), by: null };
  const { canonicals, parents, subtags, synonyms } = demoVocabulary;
  const isSame = (one: DemoTag, other: DemoTag) =>
    one.type === other.type && one.name === other.name;
  const metatagsOf = (tag: DemoTag) =>
    subtags.flatMap(({ type, metatag, subtag }) =>
      isSame({ type, name: subtag }, tag) ? metatag : [],
    );
  const depthOf = (tag: DemoTag): number =>
    Math.max(0, ...metatagsOf(tag).map((name) => 1 + depthOf({ type: tag.type, name })));
  // Whatever stands above before what is below it, as `placeTags` wants it.
  const types = ['fandom', 'character', 'relationship', 'freeform'];
  const ordered = canonicals
    .map((tag) => ({ tag, type: types.indexOf(tag.type), depth: depthOf(tag) }))
    .sort((a, b) => a.type - b.type || a.depth - b.depth);
  await placeTags(
    transaction,
    [
      ...ordered.map(({ tag }) => ({
        ...tag,
        status: 'canonical' as const,
        parents: parents.flatMap(({ parent, child }) => (isSame(child, tag) ? parent : [])),
        metatags: metatagsOf(tag),
      })),
      ...synonyms.map(({ type, name, of }) => ({ type, name, status: { synonymOf: of } })),
    ],
    making,
  );
}

async function placeDemoWork(
  transaction: Transaction,
  parts: Parts,
  people: ReadonlyMap<string, Member>,
  { demo, work, chapters }: CheckedDemo,
): Promise<WorkId> {
  const creators = demo.creators.map(({ login, pseud }) => {
    const member = people.get(login);
    const named = member?.pseuds.find((one) => one.name === pseud);
    if (member === undefined || named === undefined) {
      throw new Error(`${demo.file}: there is no ${login} called ${pseud}`);
    }
    return { pseudId: named.id, userId: member.userId };
  });
  const [first] = creators;
  if (first === undefined) throw new Error(`${demo.file}: no creator`);
  const times = demo.chapters.map((chapter) => noonOf(chapter.posted));
  const skin = await placeDemoSkin(transaction, parts, people, demo);
  const errors: { field: string; detail: string }[] = [];
  const id = await placeWork(transaction, parts, errors, {
    work: { ...work, skin },
    chapters,
    creators,
    by: first.userId,
    createdAt: Math.max(...times),
    chapterTimes: times,
    anonymous: demo.anonymous,
  });
  if (errors.length > 0) throw new Error(`${demo.file}: ${JSON.stringify(errors)}`);
  return id;
}

async function placeDemoSkin(
  transaction: Transaction,
  parts: Parts,
  people: ReadonlyMap<string, Member>,
  { file, creators }: DemoWork,
): Promise<SkinId | null> {
  const skin = demoSkins.find((one) => one.file === file);
  const member = people.get(creators[0]?.login ?? '');
  if (skin === undefined || member === undefined) return null;
  const placed = await placeSkin(transaction, parts, member, skin);
  if (placed === null) throw new Error(`${file}: its skin is not allowed`);
  return placed;
}

/** Noon UTC: the same day in most of the world. */
function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

async function placeSeries(
  transaction: Transaction,
  parts: Parts,
  people: ReadonlyMap<string, Member>,
  placed: ReadonlyMap<DemoWork, WorkId>,
): Promise<void> {
  const series = new Map<string, { works: { id: WorkId; position: number }[]; demo: DemoWork }>();
  for (const [demo, id] of placed) {
    for (const { title, position } of demo.series) {
      const known = series.get(title) ?? { works: [], demo };
      known.works.push({ id, position });
      series.set(title, known);
    }
  }
  const at = parts.clock.now();
  for (const [title, { works, demo }] of series) {
    const by = people.get(demo.creators[0]?.login ?? '')?.userId;
    if (by === undefined) continue;
    await addSeries(transaction, parts.ids, { title, summary: '', notes: '', by, at, works });
  }
  await recordChange(transaction, 'work', [...placed.values()], at);
}
