import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { fanFicFareEpub, otwEpub, otwHtml } from '../../../test/kit/import-files.ts';
import { writeZip } from '../../kit/archive/index.ts';
import { BadUsage, CommandFailed } from '../../shared/command.ts';
import { importCommands } from './index.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

type Report = {
  readonly brought: number;
  readonly already: number;
  readonly refused: number;
  readonly files: readonly {
    readonly file: string;
    readonly outcome: string;
    readonly id?: number;
    readonly title?: string;
    readonly reason?: string;
    readonly sameAs?: string;
    readonly decisions?: readonly string[];
    readonly marks?: readonly { readonly field: string }[];
  }[];
};

async function folderOf(t: TestContext, files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'inkstead-import-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

type Given = {
  readonly paths: readonly string[];
  readonly flags?: readonly string[];
  readonly stopped?: AbortSignal;
  readonly onLine?: () => void;
};

/** Brings files in as ada's; what it reports, and the sentence that it failed with. */
async function bring(app: TestApp, given: Given): Promise<Report & { failed: string | null }> {
  await app.member('ada');
  const [command] = importCommands;
  assert.ok(command !== undefined && command.needsArchive !== false);
  const printed: string[] = [];
  const flags = (given.flags ?? []).map((flag) => [flag, ['']] as const);
  let failed: string | null = null;
  const running = command.run({
    parts: app.parts,
    operands: given.paths,
    options: new Map<string, readonly string[]>([['as', ['ada']], ...flags]),
    readInput: async () => '',
    print: (line) => printed.push(line),
    progress: () => given.onLine?.(),
    stopped: () => given.stopped ?? new AbortController().signal,
    json: true,
  });
  await running.catch((error: unknown) => {
    assert.ok(error instanceof CommandFailed, String(error));
    failed = error.message;
  });
  return { ...(JSON.parse(printed.at(-1) ?? '{}') as Report), failed };
}

eachDatabase((database) => {
  test('a file comes in as a draft that keeps all it says', async (t) => {
    const app = await makeApp(t, { database });
    const folder = await folderOf(t, { 'cat.html': otwHtml() });
    const { files, failed } = await bring(app, { paths: [folder] });
    assert.equal(failed, null);
    assert.equal(files[0]?.outcome, 'draft');
    const ada = await app.as('ada');
    const page = await ada.get(`/works/${files[0]?.id}?view_full_work=true`);
    for (const words of [
      'The Keeper’s Cat',
      'A cat keeps a light',
      'Slow Burn',
      'brought a letter',
    ]) {
      assert.ok(page.body.includes(words), words);
    }
    assert.equal((await app.guest().get(`/works/${files[0]?.id}`)).status, 404);
    const posted = await ada.submit(page, '/post', { policy: '1' });
    assert.match(posted.body, /2019-04-01/);
    assert.match(posted.body, /2020-05-02/);
    assert.match(posted.body, /Nine Winters/);
  });

  test('what was brought once is not doubled, whichever file it is in', async (t) => {
    const app = await makeApp(t, { database });
    const folder = await folderOf(t, { 'cat.html': otwHtml(), 'cat.epub': await otwEpub() });
    const first = await bring(app, { paths: [folder] });
    assert.deepEqual([first.brought, first.already], [1, 1]);
    const again = await bring(app, { paths: [folder] });
    assert.deepEqual([again.brought, again.already], [0, 2]);
    assert.equal(again.files[0]?.id, first.files.find(({ id }) => id !== undefined)?.id);
  });

  test('a dry run reports every decision and keeps nothing', async (t) => {
    const app = await makeApp(t, { database });
    const folder = await folderOf(t, { 'salt.epub': await fanFicFareEpub() });
    const dry = await bring(app, { paths: [folder], flags: ['dry-run'] });
    assert.equal(dry.files[0]?.outcome, 'planned');
    assert.match(dry.files[0]?.decisions?.join() ?? '', /“T” became “Teen And Up Audiences”/);
    assert.equal((await (await app.as('ada')).get('/users/ada/drafts')).links.length > 0, true);
    const real = await bring(app, { paths: [folder] });
    assert.deepEqual([real.brought, real.already], [1, 0]);
    const twice = await folderOf(t, { 'a.html': otwHtml(), 'b.epub': await otwEpub() });
    const both = await bring(app, { paths: [twice], flags: ['dry-run'] });
    assert.match(both.files[1]?.sameAs ?? '', /a\.html$/);
  });

  test('a zip of files is a folder, and what is refused is named with its reason', async (t) => {
    const app = await makeApp(t, { database });
    const zip = await writeZip(
      [
        { path: 'a/one.html', text: otwHtml({ id: 1, title: 'One' }) },
        { path: 'a/two.txt', text: '' },
        { path: 'a/cover.jpg', text: 'x' },
        { path: 'three.pdf', text: '%PDF-1.4' },
      ],
      { modified: 0 },
    );
    const folder = await folderOf(t, { 'all.zip': zip });
    const report = await bring(app, { paths: [join(folder, 'all.zip'), join(folder, 'none')] });
    assert.deepEqual(
      report.files.map(({ outcome }) => outcome),
      ['draft', 'refused', 'passed-over', 'refused', 'refused'],
    );
    assert.match(report.files[1]?.file ?? '', /all\.zip\/a\/two\.txt$/);
    assert.match(report.files[1]?.reason ?? '', /empty/);
    assert.match(report.files[3]?.reason ?? '', /PDF/);
    assert.equal(report.failed, '3 files were refused. The others are done.');
    const none = await bring(app, { paths: [join(folder, 'none')] });
    assert.equal(none.failed, 'One file was refused.');
    const dry = await bring(app, { paths: [join(folder, 'none')], flags: ['dry-run'] });
    assert.equal(dry.failed, 'One file would be refused. Nothing was written.');
  });

  test('what is over a limit comes in whole and is posted only once mended', async (t) => {
    const app = await makeApp(t, { database });
    const long = `<p>${'word '.repeat(110_000)}</p>`;
    const chapters = [{ title: '', text: long }];
    const folder = await folderOf(t, { 'long.html': otwHtml({ chapters }) });
    const { files } = await bring(app, { paths: [folder], flags: ['publish'] });
    assert.equal(files[0]?.outcome, 'draft');
    assert.deepEqual(
      files[0]?.marks?.map(({ field }) => field),
      ['chapters/0/text'],
    );
    const ada = await app.as('ada');
    const page = await ada.get(`/works/${files[0]?.id}`);
    const refused = await ada.submit(page, '/post', { policy: '1' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Chapter 1: That is [\d,]+ characters long/);
  });

  test('stopped half-way it has whole works, and goes on when it is run again', async (t) => {
    const app = await makeApp(t, { database });
    const files = Object.fromEntries(
      [1, 2, 3].map((id) => [`${id}.html`, otwHtml({ id, title: `Work ${id}` })]),
    );
    const folder = await folderOf(t, files);
    const stop = new AbortController();
    const onLine = () => stop.abort();
    const first = await bring(app, { paths: [folder], stopped: stop.signal, onLine });
    assert.match(first.failed ?? '', /Stopped after one work/);
    assert.equal(first.brought, 1);
    const rest = await bring(app, { paths: [folder] });
    assert.deepEqual([rest.brought, rest.already], [2, 1]);
  });

  test('--publish posts what nothing stands against', async (t) => {
    const app = await makeApp(t, { database });
    const folder = await folderOf(t, { 'cat.html': otwHtml() });
    const { files } = await bring(app, { paths: [folder], flags: ['publish'] });
    assert.equal(files[0]?.outcome, 'posted');
    assert.equal((await app.guest().get(`/works/${files[0]?.id}`)).status, 200);
  });

  test('--publish says of a young account’s work that it waits, where it does', async (t) => {
    const app = await makeApp(t, { database });
    const dee = await app.as('dee');
    const fields = { first_works: '1', first_works_days: '7' };
    await dee.submit(await dee.get('/moderation/switches'), '/moderation/switches', fields);
    const folder = await folderOf(t, { 'cat.html': otwHtml() });
    const { files } = await bring(app, { paths: [folder], flags: ['publish'] });
    assert.equal(files[0]?.outcome, 'held');
    assert.equal((await app.guest().get(`/works/${files[0]?.id}`)).status, 404);
  });

  test('what the policy names waits for a moderator and is not published', async (t) => {
    const app = await makeApp(t, { database });
    const tags = { Fandoms: ['Harbour Lights'], 'Archive Warnings': ['Underage Sex'] };
    const folder = await folderOf(t, { 'held.html': otwHtml({ tags }) });
    const { files } = await bring(app, { paths: [folder], flags: ['publish'] });
    assert.equal(files[0]?.outcome, 'held');
    const ada = await app.as('ada');
    await ada.submit(await ada.get(`/works/${files[0]?.id}`), '/post', { policy: '1' });
    assert.equal((await app.guest().get(`/works/${files[0]?.id}`)).status, 404);
  });
});

test('a name that would move the terminal is shown without that', async (t) => {
  const app = await makeApp(t);
  const entry = { path: 'a\u001b[31m.txt', text: '' };
  const folder = await folderOf(t, { 'a.zip': await writeZip([entry], { modified: 0 }) });
  await app.member('ada');
  const lines: string[] = [];
  const [command] = importCommands;
  assert.ok(command !== undefined && command.needsArchive !== false);
  const call = { parts: app.parts, operands: [folder], json: false, progress: () => {} };
  const options = new Map([['as', ['ada']]]);
  const rest = { readInput: async () => '', print: (line: string) => lines.push(line) };
  const stopped = () => new AbortController().signal;
  await assert.rejects(command.run({ ...call, ...rest, options, stopped }), CommandFailed);
  assert.match(lines[0] ?? '', /a\ufffd\[31m\.txt: refused/);
});

test('the command says how it is used', async (t) => {
  const { parts } = await makeApp(t);
  const [command] = importCommands;
  assert.ok(command !== undefined && command.needsArchive !== false);
  const call = { parts, operands: ['x'], options: new Map(), json: false };
  const rest = { readInput: async () => '', print: () => {}, progress: () => {} };
  const stopped = () => new AbortController().signal;
  await assert.rejects(command.run({ ...call, ...rest, stopped }), BadUsage);
});
