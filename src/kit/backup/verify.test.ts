// What `verify` says of files that are not what was written.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import {
  at,
  linesOf,
  rewrite,
  sourceOf,
  withFolder,
  withSample,
} from '../../../test/kit/backup-sample.ts';
import { memoryFiles } from '../files/index.ts';
import { verifyBackup, writeBackup } from './index.ts';

// A back-up of 400 letters and one file: rows enough for several pieces of everything.
let sound = Buffer.alloc(0);

before(() =>
  withFolder((folder) =>
    withSample('sqlite', 400, async (database) => {
      const files = memoryFiles();
      await files.put('a/b.png', new Uint8Array(60_000).fill(9));
      const path = join(folder, 'a.gz');
      await writeBackup(path, sourceOf(database, files), { at });
      sound = await readFile(path);
    }),
  ),
);

async function withBackup(use: (path: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const path = join(folder, 'a.gz');
    await writeFile(path, sound);
    await use(path);
  });
}

async function refusal(path: string): Promise<string> {
  const error: unknown = await verifyBackup(path).then(
    () => assert.fail('the back-up was believed'),
    (thrown) => thrown,
  );
  assert.ok(error instanceof Error);
  assert.equal(error.name, 'BackupRefused', error.stack ?? '');
  assert.equal(error.message.includes('\n'), false);
  return error.message.replace(path, 'FILE');
}

/** What is said after the lines were edited. */
async function afterEdit(edit: (lines: string[]) => string[]): Promise<string> {
  let said = '';
  await withBackup(async (path) => {
    await rewrite(path, edit);
    said = await refusal(path);
  });
  return said;
}

const replace = (from: string | RegExp, to: string) => (lines: string[]) => {
  const edited = lines.map((line) => line.replace(from, to));
  assert.notDeepEqual(edited, lines);
  return edited;
};

test('a sound back-up is believed, and its counts are told', async () => {
  await withBackup(async (path) => {
    const { tables, files, header } = await verifyBackup(path);
    assert.deepEqual(tables, { answers: 400, letters: 400, migrations: 2, moods: 1, stamps: 6 });
    assert.equal(files, 1);
    assert.equal(header.createdAt, '2025-01-31T12:00:00.000Z');
  });
});

test('a file that is cut anywhere is called cut, with the last line that is whole', async () => {
  await withBackup(async (path) => {
    const bytes = await readFile(path);
    const positions = fc.integer({ min: 1000, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(positions, async (position) => {
        await writeFile(path, bytes.subarray(0, position));
        assert.match(await refusal(path), /^FILE is cut short: it ends after line \d+/);
      }),
      { numRuns: 25 },
    );
  });
});

test('a flipped bit anywhere is noticed, or changes nothing of what is read', async () => {
  await withBackup(async (path) => {
    const bytes = await readFile(path);
    const whole = await linesOf(path);
    const places = fc.tuple(fc.nat(bytes.length - 1), fc.nat(7));
    await fc.assert(
      fc.asyncProperty(places, async ([position, bit]) => {
        const altered = Buffer.from(bytes);
        altered[position] = (altered[position] as number) ^ (1 << bit);
        await writeFile(path, altered);
        // A few bits of gzip's own first ten bytes mean nothing.
        const believed = await verifyBackup(path).catch(() => null);
        if (believed !== null) assert.deepEqual(await linesOf(path), whole);
      }),
      { numRuns: 40 },
    );
  });
});

test('a back-up that cannot be decompressed is called damaged', async () => {
  await withBackup(async (path) => {
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(255, 1000, 1100));
    assert.match(await refusal(path), /^FILE is damaged: it cannot be decompressed any further/);
  });
});

test('an altered cell is found by its table, though gzip is content', async () => {
  assert.match(
    await afterEdit(replace('"letter 200 ', '"letter 2OO ')),
    /^FILE is altered in line 403 \(table letters\): the checksum of lines 2 to 403 differs/,
  );
});

test('a row that is gone is found by its table', async () => {
  assert.equal(
    await afterEdit((lines) => lines.filter((line) => !line.startsWith('[200,'))),
    'FILE is altered in line 402 (table letters): 399 rows were read and 400 were written',
  );
});

test('a row with another shape is found by its line', async () => {
  const asked: readonly (readonly [RegExp, string, RegExp])[] = [
    [/^\[200,"/, '[200,7,"', /line 202 \(table letters\): 6 cells where letters has 5 columns$/],
    [/^\[200,"/, '["200","', /line 202 \(table letters\): the column id does not hold integer$/],
    [/^\[200,".*?",/, '[200,5,', /the column body does not hold text$/],
    [/^\[200,"/, '[null,"', /the column id does not hold null$/],
    [/^\[200,"/, '[199,"', /the row is not in the order of its key$/],
    [/^\[200,"/, '[2e99,"', /the column id does not hold integer$/],
    [/^\[200,"/, '[200,"\u0001', /line 202 \(table letters\): the line is not JSON$/],
    [/^\[200,".*/, '{"end":"file"}', /neither a row nor the end of the table$/],
    [/"base64":"AQ=="/, '"base64":"A"', /the column scan does not hold bytes$/],
  ];
  for (const [from, to, message] of asked) {
    assert.match(await afterEdit(replace(from, to)), message);
  }
});

test('a table that is missing, or that comes twice, is found', async () => {
  const isStamps = (line: string) => line === '{"table":"stamps"}';
  assert.match(
    await afterEdit((lines) => lines.filter((line) => !isStamps(line))),
    /the table stamps must begin here$/,
  );
  assert.match(
    await afterEdit((lines) => lines.map((line) => (isStamps(line) ? '{"table":"moods"}' : line))),
    /the table stamps must begin here$/,
  );
});

test('an altered file of the store is found by its path', async () => {
  const altered = /altered in line \d+ \(file a\/b\.png\): /;
  assert.match(await afterEdit(replace(/^"CQkJ/, '"AAAA')), altered);
  assert.match(await afterEdit(replace('"bytes":60000', '"bytes":60001')), altered);
  assert.match(await afterEdit(replace('"bytes":60000', '"bytes":59999')), altered);
});

test('a file under another path is found by the checksum of the whole', async () => {
  assert.match(
    await afterEdit(replace('"file":"a/b.png"', '"file":"a/c.png"')),
    /: the checksum of the whole differs from what was written$/,
  );
});

test('a path that leaves the store is refused', async () => {
  assert.match(
    await afterEdit(replace('"file":"a/b.png"', '"file":"../b.png"')),
    /"\.\.\/b\.png" is not a path of the file store$/,
  );
});

test('a closing line that says something else is refused', async () => {
  const closing = (from: string | RegExp, to: string) => (lines: string[]) => [
    ...lines.slice(0, -2),
    ...replace(from, to)(lines.slice(-2)),
  ];
  assert.match(await afterEdit(closing('"files":1', '"files":2')), /1 files were read and 2/);
  assert.match(await afterEdit(closing('"moods":1', '"moods":2')), /counts other rows/);
  assert.match(await afterEdit(closing(/"sha256":"./, '"sha256":"g')), /nor the closing line$/);
  assert.match(
    await afterEdit((lines) => [...lines.slice(0, -1), '{}', '']),
    /nothing may follow the closing line$/,
  );
  assert.match(
    await afterEdit((lines) => [...lines.slice(0, -2), '']),
    /^FILE is cut short: it ends after line \d+$/,
  );
});

test('a row that refers to one that is not there is named, where all sums are right', async () => {
  await withFolder((folder) =>
    withSample('sqlite', 3, async (database) => {
      const path = join(folder, 'a.gz');
      const lacking = {
        ...sourceOf(database),
        database: {
          ...database,
          snapshot: (work: Parameters<typeof database.snapshot>[0]) =>
            database.snapshot((snapshot) =>
              work({
                ...snapshot,
                async *rows(table) {
                  for await (const rows of snapshot.rows(table)) {
                    yield table.name === 'letters' ? rows.slice(0, 2) : rows;
                  }
                },
              }),
            ),
        } as typeof database,
      };
      await writeBackup(path, lacking, { at });
      assert.equal(
        await refusal(path),
        'FILE is not sound in line 4: answer_to is 3, which is not in the table letters',
      );
    }),
  );
});

test('a newer format is refused in words', async () => {
  assert.equal(
    await afterEdit((lines) => [
      '{"format":"inkstead-backup","version":2,"product":"9.0.0","more":{}}',
      ...lines.slice(1),
    ]),
    'FILE was made by a newer Inkstead (9.0.0): its format is 2, this one reads 1',
  );
});

test('what is not a back-up is called so', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'a.gz');
    assert.equal(await refusal(path), 'FILE is not there');
    await mkdir(join(folder, 'b'));
    assert.match(await refusal(join(folder, 'b')), /is a folder, not a back-up$/);
    const contents: readonly (readonly [string | Buffer, RegExp])[] = [
      ['', /^FILE is not an Inkstead back-up/],
      ['some text', /^FILE is not an Inkstead back-up: it is not compressed/],
      [gzipSync(''), /^FILE is not an Inkstead back-up/],
      [gzipSync('some text\n'), /^FILE is not an Inkstead back-up: its first line is not ours$/],
      [gzipSync('{"format":"other"}\n'), /its first line is not ours$/],
      [gzipSync('[1]\n'), /its first line is not ours$/],
      [
        gzipSync('{"format":"inkstead-backup","version":1,"product":"1"}\n'),
        /^FILE is altered in line 1: not a header of ours$/,
      ],
    ];
    for (const [content, message] of contents) {
      await writeFile(path, content);
      assert.match(await refusal(path), message);
    }
  });
});
