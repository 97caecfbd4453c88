import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { streamZip, writeZip, type ZipEntry } from './index.ts';

const modified = Date.UTC(2024, 4, 9, 23, 30, 6);
const book: readonly ZipEntry[] = [
  { path: 'mimetype', text: 'application/epub+zip', stored: true },
  { path: 'text/one.xhtml', text: 'Sun and rain. '.repeat(200) },
  { path: 'text/zwei-ä.xhtml', text: 'Süß' },
  { path: 'empty', bytes: new Uint8Array() },
];

type Found = { path: string; method: number; dosTime: number; dosDate: number; bytes: Buffer };

// A reader of our own, by the central directory (APPNOTE 4.3), that also checks what must agree.
function readZip(zip: Buffer): Found[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  assert.equal(end, zip.length - 22);
  const found: Found[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [nameLength, extraLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const local = zip.readUInt32LE(at + 42);
    assert.deepEqual([extraLength, zip.readUInt16LE(local + 28)], [0, 0], 'extra fields');
    const start = local + 30 + zip.readUInt16LE(local + 26);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const method = zip.readUInt16LE(at + 10);
    const bytes = method === 0 ? packed : inflateRawSync(packed);
    assert.equal(crc32(bytes), zip.readUInt32LE(at + 16));
    found.push({
      path: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method,
      dosTime: zip.readUInt16LE(at + 12),
      dosDate: zip.readUInt16LE(at + 14),
      bytes,
    });
    at += 46 + nameLength;
  }
  assert.equal(at, end);
  return found;
}

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const taken: Uint8Array[] = [];
  for await (const part of parts) taken.push(part);
  return Buffer.concat(taken);
}

const writers = {
  written: async (entries: Iterable<ZipEntry>) =>
    Buffer.from(await writeZip(entries, { modified })),
  streamed: async (entries: Iterable<ZipEntry>) => collect(streamZip(entries, { modified })),
};

for (const [name, write] of Object.entries(writers)) {
  test(`a ${name} archive holds every entry in order, stored or compressed`, async () => {
    const found = readZip(await write(book));
    assert.deepEqual(
      found.map(({ path, method }) => [path, method]),
      [
        ['mimetype', 0],
        ['text/one.xhtml', 8],
        ['text/zwei-ä.xhtml', 8],
        ['empty', 8],
      ],
    );
    assert.equal(found[1]?.bytes.toString(), 'Sun and rain. '.repeat(200));
    assert.equal(found[2]?.bytes.toString(), 'Süß');
  });

  test(`a ${name} archive has the given time in UTC and the same bytes each time`, async () => {
    const zip = await write(book);
    const [first] = readZip(zip);
    assert.equal(first?.dosDate, ((2024 - 1980) << 9) | (5 << 5) | 9);
    assert.equal(first?.dosTime, (23 << 11) | (30 << 5) | (6 / 2));
    assert.deepEqual(await write(book), zip);
  });

  test(`a ${name} archive refuses a path that leads outside or is given twice`, async () => {
    const refused = ['', '/a', 'a/', 'a//b', '..', '../a', 'a/../b', './a', 'C:a', 'a\\b', 'a\0'];
    for (const path of refused) {
      await assert.rejects(write([{ path, text: '' }]), RangeError, path);
    }
    await assert.rejects(write([...book, { path: 'empty', text: '' }]), RangeError);
  });

  test(`a ${name} archive gives back any bytes`, async () => {
    const files = fc.uniqueArray(
      fc.record({ bytes: fc.uint8Array({ maxLength: 400 }), stored: fc.boolean(), id: fc.nat() }),
      { selector: ({ id }) => id, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const found = readZip(await write(given.map((file) => ({ ...file, path: `f${file.id}` }))));
        assert.deepEqual(
          found.map(({ path, bytes }) => [path, Buffer.from(bytes)]),
          given.map(({ id, bytes }) => [`f${id}`, Buffer.from(bytes)]),
        );
      }),
      { numRuns: 50 },
    );
  });
}

test('the first entry, when stored, can be read at a fixed place', async () => {
  const zip = await writers.written(book);
  assert.equal(zip.toString('latin1', 30, 58), 'mimetypeapplication/epub+zip');
});

test('the bytes are the same in every time zone', async () => {
  const script = `
    import { writeZip } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    import { createHash } from 'node:crypto';
    const zip = await writeZip([{ path: 'a', text: 'a' }], { modified: ${modified} });
    process.stdout.write(createHash('sha256').update(zip).digest('hex'));`;
  const here = await writeZip([{ path: 'a', text: 'a' }], { modified });
  const arguments_ = ['--input-type=module', '--eval', script];
  const env = { TZ: 'Pacific/Auckland' };
  const { stdout } = spawnSync(process.execPath, arguments_, { env, encoding: 'utf8' });
  assert.equal(stdout, createHash('sha256').update(here).digest('hex'));
});

test('a stream asks for an entry only when the one before has been taken', async () => {
  let asked = 0;
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (; asked < 50; asked++) {
      yield { path: `f${asked}`, bytes: new Uint8Array(200_000), stored: true };
    }
  }
  const stream = streamZip(entries(), { modified });
  let taken = 0;
  for await (const part of stream) {
    taken += (part as Uint8Array).length;
    assert.ok(asked <= taken / 200_000 + 3, `${asked} asked, ${taken} bytes taken`);
  }
  assert.equal(asked, 50);
});

test('an error of the entries ends the stream with that error', async () => {
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { path: 'a', text: 'a' };
    throw new Error('the store is gone');
  }
  await assert.rejects(collect(streamZip(entries(), { modified })), /the store is gone/);
});

for (const stored of [true, false]) {
  test(`a receiver that stops reading ends the entries, stored: ${stored}`, async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    async function* entries(): AsyncGenerator<ZipEntry> {
      try {
        for (let at = 0; ; at++) yield { path: `f${at}`, bytes: new Uint8Array(9e5), stored };
      } finally {
        end();
      }
    }
    for await (const _ of streamZip(entries(), { modified })) {
      // Long enough for entries to be waiting behind what nobody takes.
      for (let turn = 0; turn < 50; turn++) await setImmediate();
      break;
    }
    await ended;
  });
}
