// The command `demo`, on the archive itself.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { type DatabaseKind, eachDatabase } from '../../../../test/kit/database.ts';
import { CommandFailed } from '../../../shared/command.ts';
import { countWords } from '../../../text/index.ts';
import { findTagsByIds, openTagTypes, type Tag, tagNameProblem } from '../../tags/index.ts';
import { findWork, type IndexedWork, listIndexedWorks, readChapters } from '../../works/index.ts';
import { demoCommands } from './commands.ts';
import { readDemoWorks } from './seed.ts';

type Wishes = { readonly works?: string; readonly json?: boolean; readonly stop?: AbortController };

/** Runs `demo` and gives the lines that it printed. */
async function demo({ parts }: TestApp, { works, json = false, stop }: Wishes = {}) {
  const [command] = demoCommands;
  assert.ok(command !== undefined && command.needsArchive !== false);
  const printed: string[] = [];
  await command.run({
    parts,
    operands: [],
    options: new Map(works === undefined ? [] : [['works', [works]]]),
    readInput: async () => '',
    print: (line) => void printed.push(line),
    // Stopped as soon as anything is done.
    progress: () => stop?.abort(),
    stopped: () => (stop ?? new AbortController()).signal,
    json,
  });
  return printed;
}

function refuses(work: Promise<unknown>, words: RegExp): Promise<void> {
  return assert.rejects(work, (error) => {
    assert.ok(error instanceof CommandFailed);
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });
}

function listWorks({ parts }: TestApp): Promise<IndexedWork[]> {
  return listIndexedWorks(parts.database.read, { after: 0, limit: 1000 });
}

async function grown(context: TestContext, database: DatabaseKind, works: string) {
  const app = await makeApp(context, { database });
  await demo(app, { works });
  return app;
}

eachDatabase((database) => {
  test('demo fills an empty archive, and refuses when there are people', async (context) => {
    const app = await makeApp(context, { database });
    const count = readDemoWorks().length;
    assert.deepEqual(await demo(app), [`The demo archive is there: ${count} works.`]);
    await refuses(demo(app), /has people already/);
    assert.equal((await listWorks(app)).length, count);
  });

  test('demo --works adds as many works, posted, with people and counts', async (context) => {
    const app = await makeApp(context, { database });
    const printed = await demo(app, { works: '50', json: true });
    const works = await listWorks(app);
    assert.equal(works.length, 50);
    const people = new Set(works.flatMap((work) => work.creators.map(({ login }) => login)));
    assert.deepEqual(printed, [JSON.stringify({ works: 50, creators: people.size, growth: 1 })]);
    assert.ok(people.size > 3);
    for (const work of works) {
      assert.ok(work.state.posted && work.updatedAt !== null && work.publishedAt !== null);
      assert.ok(work.publishedAt <= work.updatedAt && work.updatedAt < app.clock.now());
      assert.ok(work.hits > 0 && work.kudos > 0);
    }
  });

  test('grown works keep the limits that writers keep', async (context) => {
    const app = await grown(context, database, '50');
    const works = await listWorks(app);
    const ids = [...new Set(works.flatMap((work) => work.tagIds))];
    const tags = await findTagsByIds(app.parts.database.read, ids);
    for (const work of works) {
      const own = work.tagIds.map((id) => tags.get(id) as Tag);
      const open = own.filter(({ type }) => (openTagTypes as readonly string[]).includes(type));
      const ofType = (type: string) => own.filter((tag) => tag.type === type).length;
      assert.equal(ofType('rating'), 1);
      assert.ok(ofType('warning') > 0 && ofType('fandom') > 0 && open.length <= 75);
      assert.deepEqual(
        open.filter(({ name }) => tagNameProblem(name) !== null),
        [],
      );
    }
  });

  test('a grown work has the words that it says it has', async (context) => {
    const app = await grown(context, database, '20');
    const { read } = app.parts.database;
    const dee = await app.member('dee');
    for (const { id, words, chaptersPosted } of await listWorks(app)) {
      const { work } = await findWork(read, dee, id);
      assert.ok(work !== null);
      const headings = work.chapters.map((chapter) => chapter.id);
      const chapters = await readChapters(read, work, headings);
      assert.equal(chapters.length, chaptersPosted);
      const sum = chapters.reduce((words, { html }) => words + countWords(html), 0);
      assert.equal(words, sum);
    }
  });

  test('a guest finds the grown works that are not restricted', async (context) => {
    const app = await grown(context, database, '50');
    const open = (await listWorks(app)).filter((work) => !work.state.restricted);
    const found = await app.guest().get('/api/v1/works?limit=100');
    const { total, items } = found.json<{ total: number; items: { id: number }[] }>();
    assert.equal(total, open.length);
    assert.deepEqual(items.map(({ id }) => id).sort(), open.map(({ id }) => Number(id)).sort());
    assert.ok(open.length > 30 && open.length < 50);
  });

  test('a growth that is stopped leaves whole batches', async (context) => {
    const app = await makeApp(context, { database });
    const stop = new AbortController();
    await refuses(demo(app, { works: '300', stop }), /^Stopped: 250 of 300 works are there/);
    assert.equal((await listWorks(app)).length, 250);
  });
});

test('the next growth brings other works, and people of its own', async (context) => {
  const app = await grown(context, 'sqlite', '20');
  const before = await listWorks(app);
  assert.match((await demo(app, { works: '20' }))[0] ?? '', /\(growth 2\)/);
  const known = new Set(before.map((work) => work.id));
  const fresh = (await listWorks(app)).filter((work) => !known.has(work.id));
  assert.equal(fresh.length, 20);
  const peopleOf = (works: IndexedWork[]) => works.flatMap((work) => work.creators);
  const people = new Set(peopleOf(before).map(({ login }) => login));
  assert.deepEqual(
    peopleOf(fresh).filter(({ login }) => people.has(login)),
    [],
  );
  const titles = (works: IndexedWork[]) => works.map((work) => work.title).sort();
  assert.notDeepEqual(titles(fresh), titles(before));
});

test('the same growth is the same archive', async (context) => {
  const told = [];
  for (const app of [await grown(context, 'sqlite', '40'), await grown(context, 'sqlite', '40')]) {
    const works = await listWorks(app);
    const tags = await findTagsByIds(app.parts.database.read, works[0]?.tagIds ?? []);
    told.push({ works, tags: [...tags.values()] });
  }
  assert.deepEqual(told[0], told[1]);
});

test('--works takes whole numbers within its bounds', async (context) => {
  const app = await makeApp(context);
  for (const works of ['', '0', '-1', '1.5', 'many', '10000001']) {
    await refuses(demo(app, { works }), /--works takes a whole number from 1 to 10,000,000/);
  }
  assert.deepEqual(await listWorks(app), []);
});
