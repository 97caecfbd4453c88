// Before the schema changes, a back-up is taken; without one nothing changes.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  at,
  dialects,
  migrations,
  namesIn,
  sourceOf,
  withEmpty,
  withFolder,
} from '../../../test/kit/backup-sample.ts';
import { appliedMigrations, migrate } from '../sql/index.ts';
import { migrateWithBackup, verifyBackup } from './index.ts';

for (const dialect of dialects) {
  test(`an archive is backed up before its schema changes (${dialect})`, async () => {
    await withFolder((folder) =>
      withEmpty(dialect, async (database) => {
        await migrate(database, at, migrations(1));
        const backups = join(folder, 'backups');
        const options = { at, migrations: migrations() };
        const done = await migrateWithBackup(sourceOf(database), backups, options);
        assert.deepEqual(done.applied, ['0002-second.ts']);
        assert.deepEqual(await namesIn(backups), ['before-0002-second-2025-01-31T120000.000Z.gz']);
        const { header } = await verifyBackup(done.backup as string);
        assert.deepEqual(header.migrations, ['0001-first.ts']);
        assert.equal(header.files, false);
      }),
    );
  });

  test(`an empty database is migrated without a back-up (${dialect})`, async () => {
    await withFolder((folder) =>
      withEmpty(dialect, async (database) => {
        const options = { at, migrations: migrations() };
        const first = await migrateWithBackup(sourceOf(database), join(folder, 'b'), options);
        assert.deepEqual(first, { applied: migrations().names, backup: null });
        const second = await migrateWithBackup(sourceOf(database), join(folder, 'b'), options);
        assert.deepEqual(second, { applied: [], backup: null });
        assert.deepEqual(await namesIn(folder), []);
      }),
    );
  });
}

test('without room for the back-up nothing is migrated', async () => {
  await withFolder((folder) =>
    withEmpty('sqlite', async (database) => {
      await migrate(database, at, migrations(1));
      const options = { at, migrations: migrations(), freeBytes: async () => 0 };
      const migrating = migrateWithBackup(sourceOf(database), join(folder, 'b'), options);
      await assert.rejects(migrating, { name: 'BackupRefused', message: /^no room: / });
      assert.deepEqual(await appliedMigrations(database), ['0001-first.ts']);
    }),
  );
});
