import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { seededRandom } from '../ids/index.ts';
import { fixedClock, secondMs } from '../time/index.ts';
import {
  listOutbox,
  type Mail,
  type MailMessage,
  MailRefused,
  memoryMail,
  outboxMail,
  readOutbox,
} from './index.ts';

const scratch = await mkdtemp(join(tmpdir(), 'inkstead-mail-'));
after(() => rm(scratch, { recursive: true }));
const newFolder = () => mkdtemp(join(scratch, 'outbox-'));
const start = Date.UTC(2024, 4, 9, 8, 5, 9, 123);
const link = `http://127.0.0.1:4700/reset?token=${'a1'.repeat(40)}&x=1`;
const greeting: MailMessage = {
  to: 'ada@example.org',
  subject: 'Grüße aus dem Archiv',
  text: `Hello,\n\nOpen ${link}\n\nIt works once.`,
};

async function openOutbox() {
  const folder = await newFolder();
  const clock = fixedClock(start);
  return { folder, clock, mail: outboxMail(folder, clock, seededRandom('mail')) };
}

test('mail to the outbox is one private file with a name that sorts by time', async () => {
  const { folder, clock, mail } = await openOutbox();
  for (const subject of ['one', 'two', 'three']) {
    await mail.send({ ...greeting, subject });
    clock.advance(7 * secondMs);
  }
  const names = await readdir(folder);
  assert.equal(names.length, 3);
  for (const name of names) {
    assert.match(name, /^20240509T0805\d{5}Z-[\w-]{22}\.eml$/);
    assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600);
  }
  const subjects = (await listOutbox(folder)).map(({ subject }) => subject);
  assert.deepEqual(subjects, ['one', 'two', 'three']);
});

test('the outbox’s list has time, address and subject and nothing of the text', async () => {
  const { folder, mail } = await openOutbox();
  await mail.send(greeting);
  const [file = ''] = await readdir(folder);
  const { to, subject } = greeting;
  assert.deepEqual(await listOutbox(folder), [{ file, time: start, to, subject }]);
});

test('the outbox gives back a text with its links whole', async () => {
  const { folder, mail } = await openOutbox();
  await mail.send(greeting);
  const html = `<p>Open <a href="${link}">this</a></p>`;
  await mail.send({
    ...greeting,
    html,
    headers: { 'List-Unsubscribe': '<https://example.org/u>' },
  });
  const texts = (await readOutbox(folder)).map(({ text }) => text);
  assert.deepEqual(texts, [greeting.text, greeting.text]);
});

test('any subject and text come back from the outbox', async () => {
  const { folder, mail } = await openOutbox();
  const plain = fc.string({ unit: 'grapheme', maxLength: 60 });
  const words = fc.array(
    plain.map((each) => each.replaceAll(/\s|\p{C}/gu, '')).filter((each) => each !== ''),
    { maxLength: 12 },
  );
  const lines = fc.array(
    plain.map((line) => line.replaceAll(/\p{C}/gu, '').trimEnd()),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(words, lines, fc.boolean(), async (subjectWords, textLines, withHtml) => {
      const subject = subjectWords.join(' ');
      const text = ['Hello,', ...textLines].join('\n').trimEnd();
      const html = withHtml ? { html: '<p>ä</p>' } : {};
      await mail.send({ to: 'ada@example.org', subject, text, ...html });
      const [last] = await readOutbox(folder);
      await rm(join(folder, last?.file ?? ''));
      assert.equal(last?.text, text);
      assert.equal(last?.subject, subject);
    }),
  );
});

test('a mail is RFC 5322: dated, named, marked as automatic, lines of CRLF', async () => {
  const { folder, mail } = await openOutbox();
  await mail.send(greeting);
  const [name = ''] = await readdir(folder);
  const raw = await readFile(join(folder, name), 'utf8');
  assert.match(raw, /^From: inkstead@localhost\r$/m);
  assert.match(raw, /^To: ada@example\.org\r$/m);
  assert.match(raw, /^Date: Thu, 09 May 2024 08:05:09 \+0000\r$/m);
  assert.match(raw, /^Message-ID: <[\w-]{22}@inkstead>\r$/m);
  assert.match(raw, /^Auto-Submitted: auto-generated\r$/m);
  assert.equal(/[^\r]\n/.test(raw), false);
});

test('the list gives the newest when there are more than asked for', async () => {
  const { folder, clock, mail } = await openOutbox();
  for (const subject of ['one', 'two', 'three']) {
    await mail.send({ ...greeting, subject });
    clock.advance(secondMs);
  }
  const subjects = (await listOutbox(folder, 2)).map(({ subject }) => subject);
  assert.deepEqual(subjects, ['two', 'three']);
});

test('an outbox that was never used is empty, and other files in it are passed over', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'notes.eml'), 'not ours');
  assert.deepEqual(await readOutbox(folder), []);
  assert.deepEqual(await listOutbox(join(folder, 'nothing')), []);
});

test('an outbox that cannot be written is a refusal that may pass', async () => {
  const file = join(await newFolder(), 'file');
  await writeFile(file, '');
  const mail = outboxMail(file, fixedClock(start), seededRandom('mail'));
  await assert.rejects(mail.send(greeting), (error) => {
    return error instanceof MailRefused && error.temporary && /ENOTDIR|EEXIST/.test(error.message);
  });
});

test('mail in memory is kept in order', async () => {
  const mail = memoryMail();
  await mail.send(greeting);
  await mail.send({ ...greeting, subject: 'two' });
  assert.deepEqual(mail.sent, [greeting, { ...greeting, subject: 'two' }]);
});

const refused: readonly (readonly [string, Partial<MailMessage>])[] = [
  ['no address', { to: '' }],
  ['a name alone', { to: 'ada' }],
  ['two addresses', { to: 'ada@example.org,ben@example.org' }],
  ['an address with a name', { to: 'Ada <ada@example.org>' }],
  ['an address with a line break', { to: 'ada@example.org\r\nBcc:ben@example.org' }],
  ['an address that is too long', { to: `${'a'.repeat(250)}@b.org` }],
  ['a subject with a line break', { subject: 'Hello\r\nBcc: ben@example.org' }],
  ['a header with a line break', { headers: { 'X-A': 'b\nBcc: ben@example.org' } }],
  ['a header name with a line break', { headers: { 'X-A: b\nBcc': 'ben@example.org' } }],
];

for (const [what, change] of refused) {
  test(`${what} is refused for good`, async () => {
    const { folder, mail } = await openOutbox();
    for (const place of [mail, memoryMail()] satisfies Mail[]) {
      await assert.rejects(place.send({ ...greeting, ...change }), (error) => {
        return error instanceof MailRefused && !error.temporary;
      });
    }
    assert.deepEqual(await readdir(folder), []);
  });
}
