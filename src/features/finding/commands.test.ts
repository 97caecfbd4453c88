// index status, rebuild and verify, on the archive itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { metatag, parent, synonym } from '../../../test/kit/wrangling.ts';
import { memoryLargeFiles } from '../../kit/files/index.ts';
import { sql } from '../../kit/sql/index.ts';
import { CommandFailed } from '../../shared/command.ts';
import { findingCommands } from './commands.ts';

type Printed = string[];

async function run(app: TestApp, words: string, json = false, stopped = false): Promise<Printed> {
  const command = findingCommands.find((each) => each.words === words);
  assert.ok(command !== undefined && command.needsArchive !== false);
  const printed: Printed = [];
  const stop = new AbortController();
  if (stopped) stop.abort();
  const call = {
    parts: app.parts,
    operands: [],
    options: new Map<string, readonly string[]>(),
    readInput: async () => '',
    print: (line: string) => void printed.push(line),
    progress: () => {},
    stopped: () => stop.signal,
    json,
  };
  await command.run(call).catch((error: Error) => {
    assert.ok(error instanceof CommandFailed, error.stack);
    assert.doesNotMatch(error.message, /\n/);
    printed.push(`failed: ${error.message}`);
  });
  return printed;
}

async function archive(app: TestApp): Promise<void> {
  await postWork(app, 'ada', { title: 'Lamp', freeforms: ['Slow Burn'] });
  await postWork(app, 'ben', { title: 'Oil', anonymous: true });
}

eachDatabase((database) => {
  test('the index is built, described and found to be right', async (context) => {
    const app = await makeApp(context, { database });
    await archive(app);
    assert.match((await run(app, 'index status')).join(), /No index is saved/);
    assert.match((await run(app, 'index verify')).join(), /failed: No index is saved/);
    assert.match((await run(app, 'index rebuild')).join(), /^Built the index anew: 2 works, /);
    const status = (await run(app, 'index status')).join('\n');
    assert.match(status, /holds 2 works/);
    assert.match(status, /the log’s end/);
    assert.match(status, /\(0 s ago\).*generation 1/);
    await postWork(app, 'ben', { title: 'Later' });
    assert.match((await run(app, 'index status')).join('\n'), /1 change behind/);
    assert.match((await run(app, 'index verify')).join('\n'), /say the same: 3 works/);
  });

  test('full text is described, and written anew when its words are lost', async (context) => {
    const app = await makeApp(context, { database });
    await archive(app);
    assert.match((await run(app, 'index status')).at(-1) ?? '', /0 texts.*still being filled/);
    const found = async () => (await app.guest().get('/works?q=lamp')).markup.withClass('blurb');
    assert.equal((await found()).length, 1);
    const whole = /^Full text holds 4 texts of 2 works, the log’s end\.$/;
    assert.match((await run(app, 'index status')).at(-1) ?? '', whole);
    const damage =
      database === 'sqlite'
        ? "insert into text_public (text_public) values ('delete-all')"
        : 'delete from text_public';
    await app.parts.database.write(async (transaction) => {
      await sql.raw(damage).execute(transaction);
    });
    await run(app, 'index rebuild');
    assert.match((await run(app, 'index status')).at(-1) ?? '', whole);
    assert.equal((await found()).length, 1);
  });

  test('what the index says otherwise than the database is found', async (context) => {
    const app = await makeApp(context, { database });
    await archive(app);
    const { id } = await postWork(app, 'ada', { title: 'Third' });
    await synonym(app, 'freeform:slow burning', 'freeform:Slow Burn');
    await metatag(app, 'freeform:Burn', 'freeform:Slow Burn');
    await parent(app, 'fandom:Tidewater Chronicles', 'freeform:Burn');
    await run(app, 'index rebuild');
    const breakings = [
      [`update works set title_key = 'other' where id = ${id}`, /order by title/],
      [`update works set restricted = 1 where id = ${id}`, /audience/],
      [`delete from work_tags where work_id = ${id}`, /terms/],
      [`update work_counts set hits = hits + 1 where work_id = ${id}`, /hits/],
      ['update works set anonymous = 0 where anonymous = 1', /terms/],
      [
        "update tags set status = 'canonical', synonym_of = null where status = 'synonym'",
        /status/,
      ],
      ['delete from tag_parents', /parents/],
      ['delete from tag_metatags', /metatags/],
      ["update tags set name = 'Fast Burn' where name = 'Slow Burn'", /Fast Burn/],
      [`update works set posted_at = null where id = ${id}`, /presence: index there/],
    ] as const;
    let before = 0;
    for (const [statement, said] of breakings) {
      // What the change log was not told: only a comparison can know.
      await app.parts.database.write(async (transaction) => {
        await sql.raw(statement).execute(transaction);
      });
      const printed = await run(app, 'index verify');
      assert.match(printed.slice(0, -1).join('\n'), said, statement);
      assert.match(printed.at(-1) ?? '', /^failed: [0-9]+ differences? between/);
      assert.ok(printed.length >= before, 'what was found before is found again');
      before = 1;
    }
    await run(app, 'index rebuild');
    assert.match((await run(app, 'index verify')).join('\n'), /say the same/);
  });

  test('a server that runs takes the index that was built', async (context) => {
    const indexFiles = memoryLargeFiles();
    const app = await makeApp(context, { database, indexFiles });
    await archive(app);
    const guest = app.guest();
    assert.match((await guest.get('/works')).text, /Lamp/);
    await app.parts.database.write(async (transaction) => {
      await sql`update works set restricted = 1 where title = 'Lamp'`.execute(transaction);
    });
    const [built] = await run(app, 'index rebuild', true);
    const chore = app.app.chores.find(({ name }) => name === 'keep the index');
    await chore?.run();
    const said = app.logLines.map((line) => JSON.stringify(line)).join('\n');
    assert.match(said, /a new index answers/);
    assert.equal(JSON.parse(built ?? '').generation, 1);
    await postWork(app, 'ben', { title: 'Later' });
    const page = (await app.guest().get('/works')).text;
    assert.doesNotMatch(page, /Lamp/);
    assert.match(page, /Later/);
  });
});

test('the commands answer in JSON', async (context) => {
  const app = await makeApp(context);
  await archive(app);
  const answer = async (words: string) => JSON.parse((await run(app, words, true))[0] ?? '');
  assert.equal((await answer('index status')).saved, null);
  assert.deepEqual((await answer('index rebuild')).works, 2);
  assert.equal((await answer('index status')).saved.behind, 0);
  assert.equal((await answer('index verify')).differences, 0);
});

test('a rebuilding that is stopped, or finds another saving, changes nothing', async (context) => {
  const app = await makeApp(context);
  await archive(app);
  await run(app, 'index rebuild');
  const before = await run(app, 'index status', true);
  assert.match((await run(app, 'index rebuild', false, true)).join(), /^failed: Stopped/);
  const lock = await app.parts.indexFiles.lock();
  assert.match((await run(app, 'index rebuild')).join(), /^failed: Another process saves/);
  await lock?.release();
  assert.deepEqual(await run(app, 'index status', true), before);
});

test('a damaged index is named by status and verify, and served by none', async (context) => {
  const indexFiles = memoryLargeFiles();
  const app = await makeApp(context, { indexFiles });
  await archive(app);
  await run(app, 'index rebuild');
  indexFiles.kept.set('current', new Uint8Array(10));
  assert.match((await run(app, 'index status')).join(), /cannot be used: it is damaged/);
  assert.match((await run(app, 'index verify')).join(), /^failed: .*it is damaged/);
  assert.match((await app.guest().get('/works')).text, /Lamp/);
});
