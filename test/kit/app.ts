// The whole app on a fresh database, with a clock, ids and chance that a test controls, and a
// named cast: ada writes, ben reads, cho wrangles, dee moderates, eli is the one to be kept out.
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '../../src/app.ts';
import { createPerson, openSession } from '../../src/features/accounts/index.ts';
import { readSettings, type Settings } from '../../src/kit/config/index.ts';
import { type LargeFiles, memoryFiles, memoryLargeFiles } from '../../src/kit/files/index.ts';
import { seededRandom, sequentialIdsForTests } from '../../src/kit/ids/index.ts';
import { memoryLog } from '../../src/kit/log/index.ts';
import { memoryMail } from '../../src/kit/mail/index.ts';
import { memoryPush } from '../../src/kit/push/index.ts';
import type { Database } from '../../src/kit/sql/index.ts';
import { fixedClock } from '../../src/kit/time/index.ts';
import type { Parts } from '../../src/shared/parts.ts';
import type { Member, Role } from '../../src/shared/viewer.ts';
import { loadAssets, unbuiltAssets } from '../../src/web/assets.ts';
import { type DatabaseKind, freshDatabase } from './database.ts';
import { Visitor } from './visitor.ts';

/** The clock of every test starts here: 2026-03-01 12:00 UTC. */
export const testStart = Date.UTC(2026, 2, 1, 12);

export type CastName = 'ada' | 'ben' | 'cho' | 'dee' | 'eli';

const castRoles: Readonly<Record<CastName, readonly Role[]>> = {
  ada: [],
  ben: [],
  cho: ['wrangler'],
  dee: ['moderator'],
  eli: [],
};

export type TestApp = {
  readonly app: App;
  readonly parts: Parts;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly mail: ReturnType<typeof memoryMail>;
  readonly push: ReturnType<typeof memoryPush>;
  readonly logLines: ReturnType<typeof memoryLog>['lines'];
  /** A guest with an empty cookie jar. */
  guest(): Visitor;
  /** A logged-in member of the cast, made on first use. */
  as(name: CastName): Promise<Visitor>;
  /** The same person as an action takes them. */
  member(name: CastName): Promise<Member>;
  /** A second server process on the same database. */
  another(): Promise<App>;
};

/** A test, or a file with its `{ after }`: what is opened is closed at its end. */
export type Ending = { after(act: () => Promise<void>): void };

export type AppWishes = {
  readonly database?: DatabaseKind;
  /** Settings by their environment names. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the search index is saved; for each process a memory of its own if absent. */
  readonly indexFiles?: LargeFiles;
  /** For browsers: styles and scripts with files behind their addresses. */
  readonly assets?: 'built';
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the app for one test or file; it is taken down at the end. */
export async function makeApp(test: Ending, wishes: AppWishes = {}): Promise<TestApp> {
  const fresh = await freshDatabase(wishes.database ?? 'sqlite');
  const clock = fixedClock(testStart);
  const random = seededRandom(`inkstead ${wishes.database ?? 'sqlite'}`);
  const mail = memoryMail();
  const push = memoryPush();
  const { log, lines } = memoryLog();
  const ids = sequentialIdsForTests();
  const settings = testSettings(wishes.env ?? {});
  const files = memoryFiles(clock);
  const partsOn = (database: Database): Parts => ({
    database,
    files,
    indexFiles: wishes.indexFiles ?? memoryLargeFiles(),
    // Heavier questions than a test asks are answered on threads.
    engineThreads: { most: 0, start: noThread },
    // In this process: one of its own for each picture would be most of a test's time.
    redrawImage: async (bytes) => (await import('../../src/kit/images/redraw.ts')).redraw(bytes),
    mail,
    push,
    clock,
    ids,
    random,
    log,
    settings,
    secret: new Uint8Array(32).fill(7),
    sealKey: new Uint8Array(32).fill(8),
  });
  const parts = partsOn(fresh.database);
  const assets = await assetsFor(wishes);
  const app = await createApp(parts, assets);
  const sendMail = app.chores.find(({ name }) => name === 'send mail');
  // What a visitor has caused is on its way when they look into their mail.
  const fetch: typeof app.fetch = async (request, connection) => {
    const answer = await app.fetch(request, connection);
    if (request.method !== 'GET') await sendMail?.run();
    return answer;
  };
  const opened: Database[] = [];
  test.after(async () => {
    await app.close();
    for (const database of opened) await database.close();
    await fresh.close();
  });
  const cast = new Map<CastName, Promise<Known>>();
  const known = (name: CastName): Promise<Known> => {
    let person = cast.get(name);
    if (person === undefined) {
      person = bring(parts, name);
      cast.set(name, person);
    }
    return person;
  };
  return {
    app,
    parts,
    clock,
    mail,
    push,
    logLines: lines,
    guest: () => new Visitor(fetch),
    as: async (name) => new Visitor(fetch, (await known(name)).session),
    member: async (name) => (await known(name)).member,
    async another() {
      const database = await fresh.openAgain();
      opened.push(database);
      return createApp(partsOn(database), unbuiltAssets);
    },
  };
}

function noThread(): never {
  throw new Error('a test started a thread');
}

type Known = { readonly member: Member; readonly session: string };

/** Without the log-in form: hashing a password for each test would be most of its time. */
async function bring(parts: Parts, login: CastName): Promise<Known> {
  const member = await parts.database.write((transaction) =>
    createPerson(transaction, {
      login,
      email: `${login}@example.org`,
      passwordHash: null,
      roles: castRoles[login],
      ids: parts.ids,
      now: parts.clock.now(),
    }),
  );
  return { member, session: await openSession(parts, member.userId) };
}

async function assetsFor({ assets }: AppWishes) {
  return assets === 'built' ? loadAssets({ root, cacheFolder: null }) : unbuiltAssets;
}

function testSettings(env: Readonly<Record<string, string>>): Settings {
  const read = readSettings({ env, dataFolderDefault: '/nowhere', readFile: () => null });
  if (!read.ok) throw new Error(read.problem);
  return read.settings;
}
