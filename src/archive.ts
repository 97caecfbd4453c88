// Opens the archive that the settings name: the data folder, the database at its newest schema,
// files, mail and secrets. Used by the server and by every command beside it.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { leftOutOfBackups } from './features/site/index.ts';
import { type MigrationBackup, migrateWithBackup } from './kit/backup/index.ts';
import { productVersion, type Settings } from './kit/config/index.ts';
import {
  type DataFolderPaths,
  folderFiles,
  folderLargeFiles,
  prepareDataFolder,
} from './kit/files/index.ts';
import { randomIds, systemRandom } from './kit/ids/index.ts';
import { createRedrawer } from './kit/images/index.ts';
import { findOrMakeKey } from './kit/keys/index.ts';
import type { Log } from './kit/log/index.ts';
import { type Mail, outboxMail, smtpMail } from './kit/mail/index.ts';
import { httpsPush, noPush, type Push, pushKeysOf } from './kit/push/index.ts';
import { type Database, findOrMakeSecret, openDatabaseAt } from './kit/sql/index.ts';
import { startThread } from './kit/threads/index.ts';
import { systemClock } from './kit/time/index.ts';
import { CommandFailed } from './shared/command.ts';
import type { Parts } from './shared/parts.ts';

/** What draws pictures anew, on its own. */
const imageProcess = new URL('image-process.ts', import.meta.url);
const engineThread = new URL('engine-thread.ts', import.meta.url);

export type Archive = {
  readonly parts: Parts;
  readonly folder: DataFolderPaths;
  readonly migrated: MigrationBackup;
  close(): Promise<void>;
};

/** What cannot be opened is said in one line, by throwing `CommandFailed`. */
export async function openArchive(settings: Settings, log: Log): Promise<Archive> {
  const prepared = await prepareDataFolder(settings.data, settings.files);
  if (!prepared.ok) throw new CommandFailed(prepared.problem);
  const folder = prepared.paths;
  const database = await open(settings, folder);
  const files = folderFiles(folder.files);
  const at = systemClock.now();
  const source = { database, ...leftOutOfBackups, product: productVersion() };
  const migrated = await migrateWithBackup(source, join(folder.root, 'backups'), { at });
  const { applied, backup } = migrated;
  if (backup !== null) log.info({ backup }, 'backed up before migrating');
  if (applied.length > 0) log.info({ migrations: applied.length }, 'migrated');
  const sealKey = settings.key ?? (await openKey(folder));
  const parts: Parts = {
    database,
    files,
    indexFiles: folderLargeFiles(folder.index, () => systemClock.now()),
    engineThreads: {
      most: settings.searchThreads ?? Math.max(1, availableParallelism() - 1),
      start: (on) => startThread(engineThread, on),
    },
    redrawImage: createRedrawer(imageProcess),
    mail: openMail(settings, folder),
    clock: systemClock,
    ids: randomIds(systemRandom),
    random: systemRandom,
    log,
    settings,
    sealKey,
    push: openPush(settings, sealKey, log),
    secret: await findOrMakeSecret(database, systemRandom, 'signing'),
  };
  return { parts, folder, migrated, close: () => database.close() };
}

async function open(settings: Settings, folder: DataFolderPaths): Promise<Database> {
  const url = settings.databaseUrl;
  try {
    const database = await openDatabaseAt(url ?? folder.database);
    // A pool connects on first use: what is wrong with the address should be said now.
    await database.read.introspection.getSchemas();
    return database;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const which = url === null ? folder.database : 'PostgreSQL (INKSTEAD_DATABASE_URL)';
    throw new CommandFailed(`The database cannot be opened: ${which}: ${why}`);
  }
}

async function openKey(folder: DataFolderPaths): Promise<Uint8Array> {
  try {
    return await findOrMakeKey(folder.keys, systemRandom);
  } catch (error) {
    throw new CommandFailed(`The key cannot be read: ${(error as Error).message}`);
  }
}

function openPush(settings: Settings, sealKey: Uint8Array, log: Log): Push {
  const { push, url, mailFrom } = settings;
  if (push === 'off') return noPush;
  const address = /<([^<>]*)>/.exec(mailFrom)?.[1] ?? mailFrom;
  const contact = url.startsWith('https:') ? url : `mailto:${address}`;
  const only = push === 'on' ? {} : { only: push };
  const keys = pushKeysOf(sealKey);
  return httpsPush({ contact, keys, clock: systemClock, random: systemRandom, log, ...only });
}

function openMail(settings: Settings, folder: DataFolderPaths): Mail {
  const { smtpUrl, mailFrom } = settings;
  if (smtpUrl !== null) return smtpMail(smtpUrl, mailFrom);
  return outboxMail(folder.outbox, systemClock, systemRandom, mailFrom);
}
