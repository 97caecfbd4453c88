// backup, verify and restore, on the archive itself.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import {
  dialects,
  linesOf,
  namesIn,
  withEmptyAddress,
  withFolder,
} from '../../../../test/kit/backup-sample.ts';
import { eachDatabase, freshDatabase } from '../../../../test/kit/database.ts';
import { prepareDataFolder } from '../../../kit/files/index.ts';
import { describeTables, openDatabaseAt, tableNames } from '../../../kit/sql/index.ts';
import { CommandFailed } from '../../../shared/command.ts';
import { safekeepingCommands } from './commands.ts';
import { leftOutOfBackups } from './left-out.ts';

const leftOut = new Set(leftOutOfBackups.leftOutTables);

/** Runs a command line on the archive and gives what it printed. */
async function run(archive: TestApp, line: string, stop = new AbortController()) {
  const [words = '', ...rest] = line.split(' ');
  const command = safekeepingCommands.find((each) => each.words === words);
  assert.ok(command);
  const options = new Map<string, string[]>();
  const operands: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] as string;
    if (word.startsWith('--')) options.set(word.slice(2), [rest[++at] ?? '']);
    else operands.push(word);
  }
  const printed: string[] = [];
  await command.run({
    operands,
    options,
    parts: archive.parts,
    settings: archive.parts.settings,
    clock: archive.clock,
    readInput: async () => '',
    print: (text: string) => void printed.push(text),
    progress: () => {},
    stopped: () => stop.signal,
    json: options.has('json'),
  });
  return printed;
}

async function makeArchive(context: TestContext, database: 'sqlite' | 'postgres') {
  const archive = await makeApp(context, { database });
  await archive.as('ada');
  await archive.parts.files.put('covers/1.png', new Uint8Array([1, 2, 3]));
  return archive;
}

test('the tables are the same on both databases, but for those left out', async () => {
  const shapes = [];
  for (const kind of dialects) {
    const { database, close } = await freshDatabase(kind);
    shapes.push(await describeTables(database, database.read, leftOut));
    await close();
  }
  assert.ok((shapes[0] ?? []).length > 15);
  for (const other of shapes.slice(1)) assert.deepEqual(other, shapes[0]);
});

eachDatabase((kind) => {
  test('a back-up holds every table but those left out, which exist', async (context) => {
    const archive = await makeArchive(context, kind);
    await withFolder(async (folder) => {
      await run(archive, `backup ${folder}/a.gz`);
      const header = JSON.parse((await linesOf(join(folder, 'a.gz')))[0] as string);
      const there = await tableNames(archive.parts.database.read);
      // What lies behind SQLite's full text.
      const behind = /^text_(?:public|members)_/;
      const held = header.tables.map((table: { name: string }) => table.name);
      const own = there.filter((name) => !behind.test(name));
      assert.deepEqual([...held, ...leftOut].sort(), own);
    });
  });

  test('no session is in a back-up, nor what would open one', async (context) => {
    const archive = await makeArchive(context, kind);
    const { rows } = await sessions(archive);
    assert.equal(rows.length, 1);
    await withFolder(async (folder) => {
      await run(archive, `backup ${folder}/a.gz`);
      const text = (await linesOf(join(folder, 'a.gz'))).join('\n');
      assert.ok(text.includes('"ada"'));
      assert.equal(text.includes(rows[0] as string), false);
    });
  });

  test('a new data folder restored from a back-up is the same archive', async (context) => {
    const archive = await makeArchive(context, kind);
    await withFolder(async (folder) => {
      const into = join(folder, 'new');
      await run(archive, `backup ${folder}/a.gz`);
      const [said] = await run(archive, `restore ${folder}/a.gz --into ${into}`);
      assert.match(said ?? '', /^Restored \d+ rows of \d+ tables and 1 file into /);
      const names = ['INKSTEAD', 'cache', 'files', 'inkstead.sqlite', 'keys', 'outbox'];
      assert.deepEqual(await namesIn(into), names);
      const prepared = await prepareDataFolder(into);
      assert.ok(prepared.ok);
      await assertSameArchive(archive, prepared.paths.database, folder);
      assert.deepEqual(await namesIn(join(into, 'files', 'covers')), ['1.png']);
    });
  });
});

for (const kind of dialects.filter((each) => each === 'postgres')) {
  test('an empty PostgreSQL database restored from SQLite is the same archive', async (context) => {
    const archive = await makeArchive(context, 'sqlite');
    await withFolder((folder) =>
      withEmptyAddress(async (address) => {
        assert.equal(kind, 'postgres');
        await run(archive, `backup ${folder}/a.gz`);
        const files = join(folder, 'files');
        const line = `restore ${folder}/a.gz --into ${address} --files ${files}`;
        const [said] = await run(archive, line);
        assert.match(said ?? '', /into PostgreSQL, as they were at 2026-03-01T/);
        assert.equal(said?.includes(address), false);
        await assertSameArchive(archive, address, folder);
        assert.deepEqual(await namesIn(join(files, 'covers')), ['1.png']);
        await assert.rejects(run(archive, line), refusedWith(/^the database is not empty/));
      }),
    );
  });
}

test('verify tells what a sound back-up holds', async (context) => {
  const archive = await makeArchive(context, 'sqlite');
  await withFolder(async (folder) => {
    const [made, lacks] = await run(archive, `backup ${folder}/a.gz`);
    assert.match(made ?? '', /^Backed up \d+ rows of \d+ tables and 1 file to .*a\.gz \(\d+ kB\)/);
    assert.match(lacks ?? '', /sessions, .*tries, .*the outbox, DATA\/keys/);
    const [sound] = await run(archive, `verify ${folder}/a.gz`);
    assert.match(
      sound ?? '',
      /a\.gz is sound: \d+ rows of .* at 2026-03-01T12:00:00.000Z by Inkst/,
    );
    const [json] = await run(archive, `verify ${folder}/a.gz --json`);
    assert.equal(JSON.parse(json ?? '').tables.users, 1);
  });
});

test('what cannot be restored is refused in one line and leaves nothing', async (context) => {
  const archive = await makeArchive(context, 'sqlite');
  await withFolder(async (folder) => {
    await run(archive, `backup ${folder}/a.gz`);
    await writeFile(join(folder, 'bad.gz'), 'not gzip');
    await writeFile(join(folder, 'file'), '');
    const before = await namesIn(folder);
    const refused: readonly (readonly [string, RegExp])[] = [
      ['a.gz', /^Say where to: --into/],
      ['a.gz --into mysql://x/y', /^--into takes a folder or a postgres/],
      ['a.gz --into FOLDER', /is not empty: it holds "a\.gz"$/],
      ['a.gz --into FOLDER/file', /is not a folder$/],
      ['a.gz --into FOLDER/none/new', /cannot be made: first make its folder$/],
      ['a.gz --into postgres://127.0.0.1:1/x --files FOLDER/f', /^the database cannot be opened: /],
      ['none.gz --into FOLDER/new', /none\.gz is not there$/],
      ['bad.gz --into FOLDER/new', /bad\.gz is not an Inkstead back-up: /],
    ];
    for (const [rest, message] of refused) {
      const line = `restore ${folder}/${rest.replace('FOLDER', folder)}`.replace('FOLDER', folder);
      await assert.rejects(run(archive, line), refusedWith(message), rest);
    }
    assert.deepEqual(await namesIn(folder), before);
  });
});

test('a command that is stopped leaves nothing behind', async (context) => {
  const archive = await makeArchive(context, 'sqlite');
  await withFolder(async (folder) => {
    const stop = new AbortController();
    stop.abort();
    const backup = run(archive, `backup ${folder}/a.gz`, stop);
    await assert.rejects(backup, refusedWith(/^stopped; nothing was written$/));
    assert.deepEqual(await namesIn(folder), []);
    await run(archive, `backup ${folder}/a.gz`);
    const restore = run(archive, `restore ${folder}/a.gz --into ${folder}/new`, stop);
    await assert.rejects(restore, refusedWith(/^stopped$/));
    assert.deepEqual(await namesIn(folder), ['a.gz']);
  });
});

test('an unfinished restore is refused by restore and by the server', async (context) => {
  const archive = await makeArchive(context, 'sqlite');
  await withFolder(async (folder) => {
    await run(archive, `backup ${folder}/a.gz`);
    const into = join(folder, 'new');
    await prepareDataFolder(join(into, 'restore-not-complete'));
    const restore = run(archive, `restore ${folder}/a.gz --into ${into}`);
    await assert.rejects(restore, refusedWith(/restore-not-complete is there already/));
    const prepared = await prepareDataFolder(into);
    assert.match(prepared.ok ? '' : prepared.problem, /it holds "restore-not-complete"/);
  });
});

function refusedWith(message: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof CommandFailed, String(error));
    assert.match(error.message, message);
    assert.equal(error.message.includes('\n'), false);
    return true;
  };
}

async function sessions(archive: TestApp): Promise<{ rows: string[] }> {
  const { read } = archive.parts.database;
  const found = await read.selectFrom('sessions').select('token_hash').execute();
  return { rows: found.map((session) => session.token_hash) };
}

// Two back-ups at the same moment are the same bytes where the rows are.
async function assertSameArchive(archive: TestApp, place: string, folder: string): Promise<void> {
  const database = await openDatabaseAt(place);
  try {
    const parts = { ...archive.parts, database };
    await run({ ...archive, parts }, `backup ${folder}/again.gz`);
    const again = await linesOf(join(folder, 'again.gz'));
    assert.deepEqual(again, await linesOf(join(folder, 'a.gz')));
  } finally {
    await database.close();
  }
}
