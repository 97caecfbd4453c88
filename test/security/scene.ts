// What the tests of security stand on: an archive with a work of ada's, everybody who may come by,
// each with a session, a form token and an API token, and a way to see whether anything changed.
import { createHash } from 'node:crypto';
import type { TestContext } from 'node:test';
import {
  type ApiScope,
  createPerson,
  createToken,
  identifyToken,
  listPseuds,
  openSession,
  touchToken,
} from '../../src/features/accounts/index.ts';
import { postComment } from '../../src/features/comments/index.ts';
import { takeConsent } from '../../src/features/policies/index.ts';
import { addSeries, findWork, type Work } from '../../src/features/works/index.ts';
import type { PseudId, SeriesId, UserId, WorkId } from '../../src/shared/ids.ts';
import type { Role } from '../../src/shared/viewer.ts';
import { type AppWishes, type CastName, makeApp, type TestApp } from '../kit/app.ts';
import { Visitor } from '../kit/visitor.ts';
import { placeTestWork, type WorkWishes } from '../kit/works.ts';

/** In the order of the access table's columns: flo administers. */
export const callers = ['guest', 'ben', 'ada', 'cho', 'dee', 'flo'] as const;
export type CallerName = (typeof callers)[number];

export type Caller = {
  readonly name: CallerName;
  readonly visitor: Visitor;
  /** The form token of the visitor's session. */
  readonly formToken: string;
  /** A token of the API with every scope; null for the guest. */
  readonly bearer: string | null;
};

export type Scene = {
  readonly app: TestApp;
  readonly work: Work;
  readonly series: SeriesId;
  /** Ada's, on her work; 0 where nobody comments. */
  readonly comment: number;
  /** Ada's one pseud. */
  readonly pseud: PseudId;
  readonly caller: (name: CallerName) => Caller;
};

export type SceneWishes = AppWishes & { readonly work?: WorkWishes };

/** Builds an archive in which ada has posted a work of two chapters, the first of a series. */
export async function setScene(test: TestContext, wishes: SceneWishes = {}): Promise<Scene> {
  const app = await makeApp(test, wishes);
  const ada = await app.member('ada');
  // Kept once it is said, also with a form that is refused then.
  await takeConsent(app.parts, ada, '1');
  const id = await placeTestWork(app, { chapters: [{}, {}], ...wishes.work });
  const { work } = await findWork(app.parts.database.read, ada, id);
  if (work === null) throw new Error('ada does not see her own work');
  const series = await app.parts.database.write((transaction) =>
    addSeries(transaction, app.parts.ids, {
      title: 'Harbour Nights',
      summary: '',
      notes: '',
      by: ada.userId,
      at: app.clock.now(),
      works: [{ id, position: 1 }],
    }),
  );
  const posted = work.posted ? await placeComment(app, id) : null;
  const pseuds = await listPseuds(app.parts.database.read, ada.userId);
  const known = new Map<CallerName, Caller>();
  for (const name of callers) known.set(name, await makeCaller(app, name));
  const caller = (name: CallerName) => known.get(name) as Caller;
  return { app, work, series, comment: posted ?? 0, pseud: pseuds[0]?.id as PseudId, caller };
}

async function placeComment(app: TestApp, work: WorkId): Promise<number> {
  const ada = await app.member('ada');
  const speaker = { kind: 'member', member: ada, as: null } as const;
  const said = { work, chapter: null, parent: null, text: 'More to come.' };
  const posted = await postComment(app.parts, speaker, said);
  if (!posted.ok) throw new Error('ada’s comment was refused');
  return posted.id;
}

/** A member beside the cast. */
export async function addMember(
  app: TestApp,
  login: string,
  roles: readonly Role[] = [],
): Promise<{ readonly visitor: Visitor; readonly userId: UserId }> {
  const { parts } = app;
  const { userId } = await parts.database.write((transaction) =>
    createPerson(transaction, {
      login,
      email: `${login}@example.org`,
      passwordHash: null,
      roles,
      ids: parts.ids,
      now: parts.clock.now(),
    }),
  );
  return { visitor: new Visitor(app.app.fetch, await openSession(parts, userId)), userId };
}

/** The form token that the visitor's session is given. */
export async function formTokenOf(visitor: Visitor): Promise<string> {
  return (await visitor.get('/token_dispenser.json')).json<{ token: string }>().token;
}

async function makeCaller(app: TestApp, name: CallerName): Promise<Caller> {
  if (name === 'guest') {
    const visitor = app.guest();
    return { name, visitor, formToken: await formTokenOf(visitor), bearer: null };
  }
  const scopes: ApiScope[] = ['read', 'write', 'library', 'wrangle'];
  if (name === 'flo') {
    const { visitor, userId } = await addMember(app, name, ['admin']);
    const bearer = await makeToken(app, userId, [...scopes, 'admin']);
    return { name, visitor, formToken: await formTokenOf(visitor), bearer };
  }
  const visitor = await app.as(name satisfies CastName);
  const { userId } = await app.member(name);
  const bearer = await makeToken(app, userId, scopes);
  return { name, visitor, formToken: await formTokenOf(visitor), bearer };
}

/** In use already: that it is used again within the hour writes nothing. */
export async function makeToken(app: TestApp, userId: UserId, scopes: ApiScope[]): Promise<string> {
  const bearer = await createToken(app.parts, userId, scopes, 'test');
  const identity = await identifyToken(app.parts.database.read, bearer);
  if (identity !== null) await touchToken(app.parts, identity);
  return bearer;
}

/** A digest of every row of every table: two are the same when nothing was changed between. */
export async function everything(app: TestApp): Promise<Readonly<Record<string, string>>> {
  const { read } = app.parts.database;
  const digests: Record<string, string> = {};
  for (const { name } of await read.introspection.getTables()) {
    const rows = await read
      .selectFrom(name as 'works')
      .selectAll()
      .execute();
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    digests[name] = `${rows.length} ${createHash('sha256').update(lines.join('\n')).digest('hex')}`;
  }
  return digests;
}
