import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { commands } from '../../commands.ts';
import { CommandFailed } from '../../shared/command.ts';

type Options = Readonly<Record<string, string>>;

async function exported(app: TestApp, options: Options): Promise<string[]> {
  const command = commands.find(({ words }) => words === 'export');
  assert.ok(command !== undefined && command.needsArchive !== false);
  const printed: string[] = [];
  await command.run({
    parts: app.parts,
    operands: [],
    options: new Map(Object.entries(options).map(([name, value]) => [name, [value]])),
    readInput: async () => '',
    print: (line) => printed.push(line),
    progress: () => undefined,
    stopped: () => new AbortController().signal,
    json: false,
  });
  return printed;
}

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'inkstead-export-'));
  t.after(() => rm(path, { recursive: true }));
  return path;
}

test('one person is exported into a file, everybody into a folder', async (t) => {
  const app = await makeApp(t);
  const out = await folder(t);
  await postWork(app, 'ada', {});
  await app.member('ben');
  const path = join(out, 'ada.zip');
  assert.deepEqual(await exported(app, { user: 'ADA', out: path }), [`ada: ${path}`]);
  assert.equal((await readFile(path)).toString('latin1', 0, 2), 'PK');
  await exported(app, { all: '', out: join(out, 'all') });
  assert.deepEqual(await readdir(join(out, 'all')), ['ada.zip', 'ben.zip']);
  assert.deepEqual((await readdir(out)).sort(), ['ada.zip', 'all']);
});

test('an export is refused in one sentence, and overwrites nothing', async (t) => {
  const app = await makeApp(t);
  const out = await folder(t);
  await app.member('ada');
  const path = join(out, 'ada.zip');
  await exported(app, { user: 'ada', out: path });
  const refusals: (readonly [Options, RegExp])[] = [
    [{ user: 'ada', out: path }, /is there already/],
    [{ user: 'ada', out: join(out, 'no', 'a.zip') }, /folder of .* is not there/],
    [{ user: 'nobody', out: join(out, 'b.zip') }, /nobody has an account called nobody/],
    [{ out: path }, /--user NAME or --all/],
    [{ user: 'ada', all: '', out: path }, /--user NAME or --all/],
  ];
  for (const [options, sentence] of refusals) {
    await assert.rejects(exported(app, options), (error: Error) => {
      assert.ok(error instanceof CommandFailed);
      assert.match(error.message, sentence);
      return true;
    });
  }
});
