// Taking a back-up, and what comes back from it.
import assert from 'node:assert/strict';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  at,
  dialects,
  insert,
  linesOf,
  namesIn,
  restoring,
  sourceOf,
  withEmpty,
  withFolder,
  withSample,
} from '../../../test/kit/backup-sample.ts';
import { memoryFiles } from '../files/index.ts';
import { type Database, sql } from '../sql/index.ts';
import { restoreBackup, verifyBackup, writeBackup } from './index.ts';

for (const dialect of dialects) {
  test(`a back-up holds every row but those left out, in mode 600 (${dialect})`, async () => {
    await withFolder((folder) =>
      withSample(dialect, 3, async (database) => {
        const path = join(folder, 'a.gz');
        const written = await writeBackup(path, sourceOf(database), { at });
        const tables = { answers: 3, letters: 3, migrations: 2, moods: 1, stamps: 6 };
        assert.deepEqual(written.tables, tables);
        assert.equal((await stat(path)).mode & 0o777, 0o600);
        assert.equal((await stat(path)).size, written.bytes);
        assert.deepEqual(await namesIn(folder), ['a.gz']);
        const lines = await linesOf(path);
        assert.equal(lines.join().includes('a secret of a session'), false);
        assert.deepEqual(JSON.parse(lines[0] as string).leftOut, {
          tables: ['visitors'],
          things: ['the keys'],
        });
        assert.ok(lines.includes('[1,"letter 1 – «нет» 👋",2,9007199254740991,"calm"]'));
        assert.ok(lines.includes('[2,1,0.3333333333333333,{"base64":"AQ=="}]'));
      }),
    );
  });

  test(`tables come after those they refer to (${dialect})`, async () => {
    await withFolder((folder) =>
      withSample(dialect, 0, async (database) => {
        const path = join(folder, 'a.gz');
        const { header } = await writeBackup(path, sourceOf(database), { at });
        const names = header.tables.map((table) => table.name);
        assert.deepEqual(names, ['letters', 'migrations', 'moods', 'stamps', 'answers']);
        assert.deepEqual(header.migrations, ['0001-first.ts', '0002-second.ts']);
      }),
    );
  });

  test(`texts are in the order of their bytes (${dialect})`, async () => {
    await withFolder((folder) =>
      withSample(dialect, 1, async (database) => {
        const path = join(folder, 'a.gz');
        await writeBackup(path, sourceOf(database), { at });
        const lines = await linesOf(path);
        const from = lines.indexOf('{"table":"stamps"}') + 1;
        const names = lines.slice(from, from + 6).map((line) => JSON.parse(line)[0]);
        assert.deepEqual(names, ['Zed', 'penny', 'zero', 'é', '～', '😀']);
      }),
    );
  });

  test(`a back-up shows one moment, whatever is written meanwhile (${dialect})`, async () => {
    await withFolder((folder) =>
      withSample(dialect, 600, async (database) => {
        const path = join(folder, 'a.gz');
        const busy = writingBetweenTables(database);
        const { tables } = await writeBackup(path, sourceOf(busy), { at });
        assert.deepEqual([tables['letters'], tables['answers']], [600, 600]);
        const { rows } = await sql<{ rows: number }>`
          select count(*) as rows from letters`.execute(database.read);
        assert.equal(rows[0]?.rows, 605);
        await verifyBackup(path);
      }),
    );
  });

  test(`a back-up that is stopped leaves nothing behind (${dialect})`, async () => {
    await withFolder((folder) =>
      withSample(dialect, 600, async (database) => {
        const stop = new AbortController();
        const options = { at, signal: stop.signal, progress: () => stop.abort() };
        const writing = writeBackup(join(folder, 'a.gz'), sourceOf(database), options);
        await assert.rejects(writing, { name: 'BackupRefused', message: /^stopped/ });
        assert.deepEqual(await namesIn(folder), []);
      }),
    );
  });

  test(`a number that JSON cannot hold is refused with its place (${dialect})`, async () => {
    await withFolder((folder) =>
      withSample(dialect, 1, async (database) => {
        await database.write((transaction) =>
          sql`update letters set size = 9007199254740993`.execute(transaction),
        );
        const writing = writeBackup(join(folder, 'a.gz'), sourceOf(database), { at });
        await assert.rejects(writing, {
          name: 'BackupRefused',
          message: /^letters\.size is 900719925474099\d in the row 1: /,
        });
        assert.deepEqual(await namesIn(folder), []);
      }),
    );
  });

  for (const other of dialects) {
    test(`what is restored backs up to the same bytes (${dialect} to ${other})`, async () => {
      await withFolder((folder) =>
        withSample(dialect, 300, async (database) => {
          const [first, second] = [join(folder, 'first.gz'), join(folder, 'second.gz')];
          const files = memoryFiles();
          await files.put('a/empty', new Uint8Array());
          await files.put('a/large.png', new Uint8Array(100_000).fill(7));
          const written = await writeBackup(first, sourceOf(database, files), { at });
          assert.equal(written.files, 2);
          await withEmpty(other, async (empty) => {
            const restored = memoryFiles();
            const target = { database: empty, files: restored };
            const counts = await restoreBackup(first, target, restoring);
            assert.deepEqual(counts.tables, written.tables);
            assert.deepEqual(await restored.list(''), ['a/empty', 'a/large.png']);
            await writeBackup(second, sourceOf(empty, restored), { at });
          });
          assert.deepEqual(await linesOf(second), await linesOf(first));
        }),
      );
    });
  }
}

test('an existing file is refused and stays as it is', async () => {
  await withFolder((folder) =>
    withSample('sqlite', 1, async (database) => {
      const path = join(folder, 'a.gz');
      await writeFile(path, 'mine');
      const writing = writeBackup(path, sourceOf(database), { at });
      await assert.rejects(writing, { name: 'BackupRefused', message: /is there already: name/ });
      assert.equal((await stat(path)).size, 4);
      assert.deepEqual(await namesIn(folder), ['a.gz']);
    }),
  );
});

test('a file that comes to be during the back-up is not replaced', async () => {
  await withFolder((folder) =>
    withSample('sqlite', 1, async (database) => {
      const path = join(folder, 'a.gz');
      let made: Promise<void> | undefined;
      const progress = () => {
        made ??= writeFile(path, 'mine');
      };
      const writing = writeBackup(path, sourceOf(database), { at, progress });
      await assert.rejects(writing, { name: 'BackupRefused', message: /^a\.gz came to be while/ });
      await made;
      assert.equal((await stat(path)).size, 4);
      assert.deepEqual(await namesIn(folder), ['a.gz']);
    }),
  );
});

test('an unfinished back-up of another process is refused and left alone', async () => {
  await withFolder((folder) =>
    withSample('sqlite', 1, async (database) => {
      await writeFile(join(folder, 'a.gz.part'), 'theirs');
      const writing = writeBackup(join(folder, 'a.gz'), sourceOf(database), { at });
      await assert.rejects(writing, { name: 'BackupRefused', message: /remove it if it was/ });
      assert.deepEqual(await namesIn(folder), ['a.gz.part']);
    }),
  );
});

test('a folder that is not there is refused', async () => {
  await withFolder((folder) =>
    withSample('sqlite', 1, async (database) => {
      await writeFile(join(folder, 'file'), '');
      for (const [place, message] of [
        ['none/a.gz', /^the folder .*none is not there: make it first$/],
        ['file/a.gz', /file is not a folder$/],
      ] as const) {
        const writing = writeBackup(join(folder, place), sourceOf(database), { at });
        await assert.rejects(writing, { name: 'BackupRefused', message });
      }
      assert.deepEqual(await namesIn(folder), ['file']);
    }),
  );
});

test('without room the back-up is refused before it begins', async () => {
  await withFolder((folder) =>
    withSample('sqlite', 1, async (database) => {
      const files = memoryFiles();
      await files.put('large', new Uint8Array(5_000_000));
      const path = join(folder, 'a.gz');
      const freeBytes = async () => 4_999_999;
      const writing = writeBackup(path, sourceOf(database, files), { at, freeBytes });
      await assert.rejects(writing, {
        name: 'BackupRefused',
        message: /^no room: the back-up may need 6 MB, and .* has 5 MB free$/,
      });
      assert.deepEqual(await namesIn(folder), []);
    }),
  );
});

test('a disk that fills up meanwhile leaves nothing behind', async () => {
  await withFolder((folder) =>
    withSample('sqlite', 1, async (database) => {
      const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
      const files = { ...memoryFiles(), list: async () => ['a'], get: () => Promise.reject(full) };
      const writing = writeBackup(join(folder, 'a.gz'), sourceOf(database, files), { at });
      await assert.rejects(writing, { name: 'BackupRefused', message: /^there is no room left/ });
      assert.deepEqual(await namesIn(folder), []);
    }),
  );
});

test('a table without primary key is refused by name', async () => {
  await withFolder((folder) =>
    withSample('sqlite', 1, async (database) => {
      await database.write((transaction) =>
        sql`create table loose (a integer) strict`.execute(transaction),
      );
      const writing = writeBackup(join(folder, 'a.gz'), sourceOf(database), { at });
      await assert.rejects(writing, {
        name: 'BackupRefused',
        message: 'the table loose has no primary key',
      });
    }),
  );
});

// Before each table is read, a transaction adds a letter and its answer.
function writingBetweenTables(database: Database): Database {
  let next = 10_000;
  return {
    ...database,
    snapshot: (work) =>
      database.snapshot((snapshot) =>
        work({
          ...snapshot,
          async *rows(table) {
            next += 1;
            await insert(database, 'letters', [[next, '', null, 0, 'calm']]);
            await insert(database, 'answers', [[next, 1, null, null]]);
            yield* snapshot.rows(table);
          },
        }),
      ),
  };
}
