// Which back-ups stay.
import assert from 'node:assert/strict';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { withFolder } from '../../../../test/kit/backup-sample.ts';
import { dayMs, hourMs } from '../../../kit/time/index.ts';
import { backupName, type KeptBackup, pruneBackups, whyKept } from './kept.ts';

// A Sunday.
const now = Date.UTC(2026, 2, 1, 12);

function made(daysAgo: number, hours = 0): KeptBackup {
  const at = now - daysAgo * dayMs - hours * hourMs;
  return { file: backupName(at), kind: 'made', at, bytes: 1 };
}

function whys(backups: readonly KeptBackup[], sound: readonly string[] = []) {
  const kept = whyKept(backups, { days: 3, weeks: 2, now, sound: new Set(sound) });
  return backups.map(({ file }) => kept.get(file));
}

test('the newest of each of the last days and weeks stays, and no other', () => {
  const backups = [made(0), made(0, 2), made(1), made(2), made(2, 1), made(5), made(7), made(30)];
  assert.deepEqual(whys(backups), ['newest', null, 'day', 'day', null, null, 'week', null]);
});

test('days without a back-up count for nothing, so that a pause takes none away', () => {
  const backups = [made(100), made(140), made(141)];
  assert.deepEqual(whys(backups), ['newest', 'day', 'day']);
});

test('the newest that was verified stays, however old', () => {
  const old = made(300);
  const backups = [made(0), made(1), made(2), made(15), old];
  assert.deepEqual(whys(backups, [old.file]).at(-1), 'sound');
  assert.deepEqual(whys(backups).at(-1), null);
});

test('what somebody put there stays, and the last few before upgrades', () => {
  const before = (number: number, daysAgo: number): KeptBackup => {
    const file = `before-000${number}-x-2025.gz`;
    return { file, kind: 'migration', at: now - daysAgo * dayMs, bytes: 1 };
  };
  const own: KeptBackup = { file: 'mine.gz', kind: 'own', at: 0, bytes: 1 };
  const backups = [before(5, 10), before(4, 20), before(3, 30), before(2, 80), before(1, 91), own];
  const stays = 'migration';
  assert.deepEqual(whys(backups), [stays, stays, stays, stays, null, 'own']);
});

test('what somebody names nearly as the server does is theirs, and stays', () =>
  withFolder(async (folder) => {
    const ours = [1, 2, 3, 4].map(
      (number) => `before-000${number}-x-2025-01-0${number}T120000.000Z.gz`,
    );
    const theirs = ['before-2020-move.gz', 'before-2025-01-01.gz', 'archive-2020.gz'];
    for (const [place, name] of [...ours, ...theirs].entries()) {
      await writeFile(join(folder, name), '');
      const at = new Date(now - (100 - place) * dayMs);
      await utimes(join(folder, name), at, at);
    }
    const rules = { days: 3, weeks: 0, now, sound: new Set<string>() };
    assert.deepEqual(await pruneBackups(folder, rules), ours.slice(0, 1));
  }));
