// Full text on both databases: how fast an archive that was there before is filled in, how large
// the index is, and how long questions take, beside a plain scan of the same texts.
// `node bench/finding/text.ts [works] [words in each]`
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPerson } from '../../src/features/accounts/index.ts';
import type { TextLeaf } from '../../src/features/finding/text/leaf.ts';
import { createSearchText } from '../../src/features/finding/text/search.ts';
import { createTextIndex } from '../../src/features/finding/text/text-index.ts';
import { sequentialIdsForTests } from '../../src/kit/ids/index.ts';
import {
  type Database,
  insertRows,
  migrate,
  openDatabaseAt,
  sql,
} from '../../src/kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../src/shared/ids.ts';
import { randomFrom } from '../../src/shared/synthetic-draws.ts';
import { guest } from '../../src/shared/viewer.ts';
import { startPostgres } from '../../test/kit/postgres.ts';
import { machine, print, printTable, quantile } from '../machine.ts';
import { prose } from '../prose.ts';

const works = Number(process.argv[2] ?? 20_000);
const words = Number(process.argv[3] ?? 1_000);
const rounds = 15;
const rareEvery = 2_000;

type Kind = { readonly name: string; readonly asked: Pick<TextLeaf, 'words'> & Partial<TextLeaf> };

print(machine());
print(`${works} works of ${words} words; ${rounds} rounds of each question, nothing kept\n`);
const paragraphs = demoParagraphs();
const [common, middle, other] = ['the', 'tide', 'morning'];
const kinds: readonly Kind[] = [
  { name: 'the most common word', asked: { words: common } },
  { name: 'a middling word', asked: { words: middle } },
  { name: 'a rare word', asked: { words: 'zyxomma' } },
  { name: 'two words', asked: { words: `${middle} ${other}` } },
  { name: 'a phrase of two', asked: { words: `${common} ${middle}`, phrase: true } },
  { name: 'a beginning', asked: { words: 'mor', prefix: true } },
];

const folder = await mkdtemp(join(tmpdir(), 'inkstead-bench-'));
const server = await startPostgres();
try {
  await measure('SQLite', await openDatabaseAt(join(folder, 'bench.sqlite')));
  await measure('PostgreSQL, without waiting for the disk', await openDatabaseAt(server.url));
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(name: string, database: Database): Promise<void> {
  print(`\n### ${name}\n`);
  await migrate(database, 0);
  const characters = await insertWorks(database);
  await sql`analyze`.execute(database.read).catch(() => {});
  const sizeBefore = await sizeOf(database);
  const text = createTextIndex(database);
  const started = performance.now();
  while (!(await text.goOn()));
  const seconds = (performance.now() - started) / 1000;
  const megabytes = characters / 1e6;
  const grown = ((await sizeOf(database)) - sizeBefore) / 1e6;
  print(
    `filled in ${seconds.toFixed(1)} s: ${(works / seconds).toFixed(0)} works/s, ` +
      `${(megabytes / seconds).toFixed(2)} MB of HTML/s; the index takes ${grown.toFixed(0)} MB ` +
      `for ${megabytes.toFixed(0)} MB (${((100 * grown) / megabytes).toFixed(0)} %)\n`,
  );
  const rows: string[][] = [];
  for (const kind of kinds) rows.push(await rowOf(database, text, kind));
  printTable(['ms', 'works', 'p50', 'p95', 'ranked p50', 'p95', 'scan p50', 'scan/p50'], rows);
  await database.close();
}

async function rowOf(
  database: Database,
  text: ReturnType<typeof createTextIndex>,
  { name, asked }: Kind,
): Promise<string[]> {
  const leaf: TextLeaf = { kind: 'text', field: 'any', phrase: false, prefix: false, ...asked };
  const plain: number[] = [];
  const ranked: number[] = [];
  const scans: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const isRanked of [false, true]) {
      // A new one each time: it keeps answers.
      const search = createSearchText(database, text, () => ['en', 'de', 'fr']);
      const from = performance.now();
      found = (await search(leaf, guest, { ranked: isRanked })).ids.length;
      (isRanked ? ranked : plain).push(performance.now() - from);
    }
    if (round < 3) scans.push(await scan(database, leaf));
  }
  const p50 = quantile(plain, 0.5);
  const times = [p50, quantile(plain, 0.95), quantile(ranked, 0.5), quantile(ranked, 0.95)];
  const scanned = quantile(scans, 0.5);
  return [
    name,
    String(found),
    ...[...times, scanned].map((ms) => ms.toFixed(1)),
    `${(scanned / p50).toFixed(0)}x`,
  ];
}

/** What a database does that has no index of words. */
async function scan({ read }: Database, leaf: TextLeaf): Promise<number> {
  const parts = leaf.phrase ? [leaf.words] : leaf.words.split(' ');
  const from = performance.now();
  const like = sql.join(
    parts.map((part) => sql`t.html like ${`%${part}%`}`),
    sql` and `,
  );
  await sql`select c.work_id from chapter_texts t join chapters c on c.id = t.chapter_id
    where ${like}`.execute(read);
  return performance.now() - from;
}

async function insertWorks(database: Database): Promise<number> {
  const ids = sequentialIdsForTests();
  const { userId } = await database.write((transaction) =>
    createPerson(transaction, {
      login: 'ada',
      email: 'ada@example.org',
      passwordHash: null,
      roles: [],
      ids,
      now: 0,
    }),
  );
  let characters = 0;
  for (let from = 0; from < works; from += 100) {
    await database.write(async (transaction) => {
      for (let at = from; at < Math.min(works, from + 100); at += 1) {
        characters += await insertWork(transaction, at, userId, ids);
      }
    });
  }
  return characters;
}

async function insertWork(
  transaction: Parameters<Parameters<Database['write']>[0]>[0],
  at: number,
  user: UserId,
  ids: ReturnType<typeof sequentialIdsForTests>,
): Promise<number> {
  const work = ids.next() as WorkId;
  const chapter = ids.next() as ChapterId;
  const rare = at % rareEvery === 0 ? '<p>zyxomma</p>' : '';
  const html = `${textOf(at + 1)}${rare}`;
  const empty = {
    summary_source: '',
    summary_html: `<p>${prose(20, at + 7)}</p>`,
    notes_source: '',
    notes_html: '',
    end_notes_source: '',
    end_notes_html: '',
  };
  const moments = { created_at: 0, posted_at: 1, published_at: 1, edited_at: 1 };
  const title = wordsOf(prose(3, at + 3)).join(' ');
  await insertRows(transaction, 'works', [
    {
      id: work,
      title,
      title_key: title,
      ...empty,
      sanitiser_version: 1,
      language: 'en',
      expected_chapters: 1,
      restricted: 0,
      hidden: 0,
      creators_hidden: 0,
      anonymous: 0,
      unrevealed: 0,
      words,
      chapters_posted: 1,
      ...moments,
      updated_at: 1,
      created_by: user,
      deleted_at: null,
      revision: 1,
    },
  ]);
  await insertRows(transaction, 'chapters', [
    {
      id: chapter,
      work_id: work,
      hits: 0,
      position: 1,
      title: '',
      ...empty,
      words,
      ...moments,
      revision: 1,
    },
  ]);
  await insertRows(transaction, 'chapter_texts', [
    { chapter_id: chapter, format: 'html', source: '', html, sanitiser_version: 1 },
  ]);
  return html.length;
}

function sizeOf(database: Database): Promise<number> {
  return database.snapshot((snapshot) => snapshot.size());
}

/** Paragraphs of the demo in another order for each work, with some words of its own. */
function textOf(seed: number): string {
  const random = randomFrom(seed);
  const chosen = [`<p>${wordsOf(prose(words / 50, seed)).join(' ')}.</p>`];
  for (let left = words; left > 0; ) {
    const paragraph = paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
    left -= wordsOf(paragraph).length;
    chosen.push(paragraph);
  }
  return chosen.join('\n');
}

function demoParagraphs(): string[] {
  const files = new URL('../../src/features/site/demo/works/', import.meta.url);
  const texts = readdirSync(files).map((name) => readFileSync(new URL(name, files), 'utf8'));
  return texts.flatMap((text) => text.match(/<p>.*?<\/p>/gs) ?? []);
}

function wordsOf(html: string): string[] {
  return html.replaceAll(/<[^>]*>|\./g, '').split(/\s+/);
}
