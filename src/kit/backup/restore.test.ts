// Restoring: wholly or not at all, into an empty database of either kind.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  at,
  dialects,
  insert,
  linesOf,
  migrations,
  restoring,
  rewrite,
  sourceOf,
  withEmpty,
  withFolder,
  withSample,
} from '../../../test/kit/backup-sample.ts';
import { memoryFiles } from '../files/index.ts';
import { type Database, type Dialect, migrate, type Row, sql, tableNames } from '../sql/index.ts';
import { restoreBackup, writeBackup } from './index.ts';

// A back-up of ten letters and one file, and an empty database to restore it into.
async function withBackup(
  dialect: Dialect,
  use: (path: string, empty: Database) => Promise<void>,
): Promise<void> {
  await withFolder((folder) =>
    withSample('sqlite', 10, async (database) => {
      const files = memoryFiles();
      await files.put('a/b.png', new Uint8Array(60_000).fill(9));
      const path = join(folder, 'a.gz');
      await writeBackup(path, sourceOf(database, files), { at });
      await withEmpty(dialect, (empty) => use(path, empty));
    }),
  );
}

async function rowsOf(database: Database, table: string): Promise<unknown[]> {
  const rows = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
    database.read,
  );
  return rows.rows.map((row) => Object.values(row));
}

for (const dialect of dialects) {
  test(`a cut or altered back-up leaves database and store empty (${dialect})`, async () => {
    await withBackup(dialect, async (path, empty) => {
      const whole = await readFile(path);
      const spoilings: readonly (readonly [() => Promise<void>, RegExp])[] = [
        [() => writeFile(path, whole.subarray(0, whole.length - 1)), /is cut short/],
        [() => rewrite(path, (lines) => [...lines.slice(0, -2), '']), /is cut short/],
        [() => rewrite(path, (lines) => lines.map((line) => line.replace('«', '»'))), /checksum/],
      ];
      for (const [spoil, message] of spoilings) {
        await spoil();
        const files = memoryFiles();
        const restored = restoreBackup(path, { database: empty, files }, restoring);
        await assert.rejects(restored, { name: 'BackupRefused', message });
        assert.deepEqual(await tableNames(empty.read), []);
        assert.deepEqual(await files.list(''), []);
        await writeFile(path, whole);
      }
      await restoreBackup(path, { database: empty, files: memoryFiles() }, restoring);
      assert.equal((await rowsOf(empty, 'letters')).length, 10);
    });
  });

  test(`a database that is not empty is refused and stays as it is (${dialect})`, async () => {
    await withBackup(dialect, async (path, database) => {
      await database.write((transaction) =>
        sql`create table mine (a text not null primary key)`.execute(transaction),
      );
      const restored = restoreBackup(path, { database, files: memoryFiles() }, restoring);
      await assert.rejects(restored, {
        name: 'BackupRefused',
        message: 'the database is not empty: it holds 1 tables (mine)',
      });
      assert.deepEqual(await tableNames(database.read), ['mine']);
    });
  });

  test(`rows that migrations make are replaced and not doubled (${dialect})`, async () => {
    await withFolder((folder) =>
      withSample('sqlite', 0, async (database) => {
        await database.write(async (transaction) => {
          await sql`update stamps set kind = 'new' where name = 'penny'`.execute(transaction);
          await sql`delete from stamps where name = 'zero'`.execute(transaction);
          await sql`update migrations set at = 5`.execute(transaction);
        });
        const path = join(folder, 'a.gz');
        await writeBackup(path, sourceOf(database), { at });
        await withEmpty(dialect, async (empty) => {
          await restoreBackup(path, { database: empty, files: memoryFiles() }, restoring);
          assert.deepEqual(await rowsOf(empty, 'stamps'), [['penny', 'new']]);
          const seen = ['0001-first.ts', '0002-second.ts'].map((name) => [name, 5]);
          assert.deepEqual(await rowsOf(empty, 'migrations'), seen);
          assert.deepEqual(await rowsOf(empty, 'visitors'), []);
        });
      }),
    );
  });

  test(`an older back-up is migrated after its rows are there (${dialect})`, async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'a.gz');
      await withEmpty('sqlite', async (database) => {
        await migrate(database, at, migrations(1));
        await insert(database, 'letters', [[1, 'old', null, 1]]);
        await writeBackup(path, sourceOf(database), { at });
      });
      await withEmpty(dialect, async (empty) => {
        const target = { database: empty, files: memoryFiles() };
        const { migrated } = await restoreBackup(path, target, restoring);
        assert.deepEqual(migrated, ['0002-second.ts']);
        assert.deepEqual(await rowsOf(empty, 'letters'), [[1, 'old', null, 1, 'calm']]);
        assert.deepEqual(await rowsOf(empty, 'moods'), [['calm']]);
      });
    });
  });

  test(`a back-up from a newer program is refused in words (${dialect})`, async () => {
    await withBackup(dialect, async (path, empty) => {
      const older = { ...restoring, product: '1.0.0', migrations: migrations(1) };
      await assert.rejects(restoreBackup(path, { database: empty, files: memoryFiles() }, older), {
        name: 'BackupRefused',
        message:
          /made by a newer Inkstead \(1\.2\.3\): this one \(1\.0\.0\) has no 0002-second\.ts$/,
      });
      assert.deepEqual(await tableNames(empty.read), []);
    });
  });

  test(`rows that break a rule of the schema are refused (${dialect})`, async () => {
    await withFolder((folder) =>
      withSample('sqlite', 0, async (database) => {
        const path = join(folder, 'a.gz');
        await database.write(async (transaction) => {
          await sql`pragma ignore_check_constraints = on`.execute(transaction);
          await sql`update stamps set kind = 'odd'`.execute(transaction);
        });
        await writeBackup(path, sourceOf(database), { at });
        await withEmpty(dialect, async (empty) => {
          const target = { database: empty, files: memoryFiles() };
          await assert.rejects(restoreBackup(path, target, restoring), {
            name: 'BackupRefused',
            message: /cannot be restored there: after line \d+: .*check/i,
          });
          assert.deepEqual(await tableNames(empty.read), []);
        });
      }),
    );
  });

  test(`foreign keys hold after a restore (${dialect})`, async () => {
    await withBackup(dialect, async (path, empty) => {
      await restoreBackup(path, { database: empty, files: memoryFiles() }, restoring);
      await assert.rejects(insert(empty, 'answers', [[77, 1, null, null]]), /foreign key/i);
    });
  });

  test(`a back-up with other columns than this program makes is refused (${dialect})`, async () => {
    await withBackup(dialect, async (path, empty) => {
      const stranger = {
        names: migrations().names,
        load: async (name: string) => {
          const { statements } = await migrations().load(name);
          return {
            statements: (words: Parameters<typeof statements>[0]) =>
              statements(words).map((text) => text.replace('body text', 'prose text')),
          };
        },
      };
      const target = { database: empty, files: memoryFiles() };
      const options = { ...restoring, migrations: stranger };
      await assert.rejects(restoreBackup(path, target, options), {
        name: 'BackupRefused',
        message: /the table letters has other columns than its migrations make$/,
      });
      assert.deepEqual(await tableNames(empty.read), []);
    });
  });
}

test('rows that the database did not keep are noticed', async () => {
  await withBackup('sqlite', async (path, empty) => {
    const losing = {
      names: migrations().names,
      load: async (name: string) => {
        const { statements } = await migrations().load(name);
        const trigger = `create trigger lose before insert on stamps when new.name = 'Zed'
          begin select raise(ignore); end`;
        return {
          statements: (words: Parameters<typeof statements>[0]) =>
            name === '0001-first.ts' ? [...statements(words), trigger] : statements(words),
        };
      },
    };
    const target = { database: empty, files: memoryFiles() };
    await assert.rejects(restoreBackup(path, target, { ...restoring, migrations: losing }), {
      name: 'BackupRefused',
      message: 'stamps has 5 rows and should have 6',
    });
    assert.deepEqual(await tableNames(empty.read), []);
  });
});

test('a restore that is stopped leaves the database and the store empty', async () => {
  await withBackup('sqlite', async (path, empty) => {
    const stop = new AbortController();
    const files = memoryFiles();
    const options = { ...restoring, signal: stop.signal, progress: () => stop.abort() };
    const restored = restoreBackup(path, { database: empty, files }, options);
    await assert.rejects(restored, { name: 'BackupRefused', message: 'stopped' });
    assert.deepEqual(await tableNames(empty.read), []);
    assert.deepEqual(await files.list(''), []);
  });
});

test('a file that the store holds stays, and another under its path is refused', async () => {
  await withBackup('sqlite', async (path, empty) => {
    const files = memoryFiles();
    await files.put('a/b.png', new Uint8Array([1]));
    const restored = restoreBackup(path, { database: empty, files }, restoring);
    await assert.rejects(restored, {
      name: 'BackupRefused',
      message: 'the file store holds another a/b.png: name an empty folder',
    });
    assert.deepEqual(await files.get('a/b.png'), new Uint8Array([1]));
    assert.deepEqual(await tableNames(empty.read), []);
    await files.put('a/b.png', new Uint8Array(60_000).fill(9));
    assert.equal((await restoreBackup(path, { database: empty, files }, restoring)).files, 1);
  });
});

for (const dialect of dialects.filter((each) => each === 'postgres')) {
  test('a text that PostgreSQL cannot keep is named by its line', async () => {
    await withFolder((folder) =>
      withSample('sqlite', 3, async (database) => {
        await database.write((transaction) =>
          sql`update letters set body = ${'a\0b'} where id = 2`.execute(transaction),
        );
        const path = join(folder, 'a.gz');
        await writeBackup(path, sourceOf(database), { at });
        await withEmpty(dialect, async (empty) => {
          const target = { database: empty, files: memoryFiles() };
          await assert.rejects(restoreBackup(path, target, restoring), {
            name: 'BackupRefused',
            message:
              /cannot be restored there: line 4: PostgreSQL keeps no text with the character/,
          });
        });
      }),
    );
  });
}

const integer = fc.maxSafeInteger();
// PostgreSQL keeps no U+0000; every other text survives both.
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', minLength: 5_000, maxLength: 6_000, size: 'max' }),
  )
  .map((given) => given.replaceAll('\0', ''));
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
const real = fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0);
const letters = fc.uniqueArray(fc.tuple(integer, orNull(text), integer, text), {
  selector: ([id]) => id,
  maxLength: 20,
});
const scans = fc.array(fc.tuple(orNull(real), orNull(fc.uint8Array({ maxLength: 40 }))), {
  maxLength: 20,
});

for (const dialect of dialects) {
  test(`whatever a row holds comes back the same, through ${dialect}`, async () => {
    const anything = fc.asyncProperty(letters, scans, async (rows, cells) => {
      await withFolder(async (folder) => {
        const [first, second] = [join(folder, 'first.gz'), join(folder, 'second.gz')];
        await withSample('sqlite', 0, async (database) => {
          const ids = rows.map(([id]) => id);
          await insert(
            database,
            'letters',
            rows.map(([id, body, size, mood]): Row => [id, body, null, size, mood]),
          );
          const answers = ids.length === 0 ? [] : cells;
          await insert(
            database,
            'answers',
            answers.map(([weight, scan], at): Row => {
              const bytes = scan === null ? null : Buffer.from(scan);
              return [ids[at % ids.length] as number, at, weight, bytes];
            }),
          );
          await writeBackup(first, sourceOf(database), { at });
        });
        await withEmpty(dialect, async (empty) => {
          await restoreBackup(first, { database: empty, files: memoryFiles() }, restoring);
          await writeBackup(second, sourceOf(empty), { at });
        });
        assert.deepEqual(await linesOf(second), await linesOf(first));
      });
    });
    await fc.assert(anything, { numRuns: 8 });
  });
}
