// A loader posts works while the server is killed under it, again and again: what was acknowledged
// is there, what was not is there whole or not at all, and the lists say so.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Database, openDatabaseAt, sql } from '../../src/kit/sql/index.ts';
import { withEmptyAddress } from '../kit/backup-sample.ts';
import { type DatabaseKind, eachDatabase } from '../kit/database.ts';
import { type Environment, run, type Server, serve, temporaryFolder } from '../security/running.ts';
import { insideAWrite } from './inside-a-write.ts';

const works = 200;
const atOnce = 8;
/** How many works are acknowledged before each kill; then everything is sent once more. */
const kills = [20, 60, 40];

eachDatabase((kind) => {
  test('a server killed while works are posted loses nothing it acknowledged', async (t) => {
    await withArchive(t, kind, async (env, place) => {
      const token = await makeToken(env);
      const acknowledged = new Map<number, number>();
      for (const most of kills) {
        const server = await serve(env);
        await load(server, token, acknowledged, acknowledged.size + most);
        let last: Promise<void> | null = null;
        const begin = () => {
          last = load(server, token, acknowledged, works);
        };
        await insideAWrite[kind](place, begin, async () => {
          assert.equal((await server.kill()).signal, 'SIGKILL');
          await last;
        });
        assert.ok(acknowledged.size < works, 'everything was posted before the kill');
        await isSound(place, acknowledged);
      }
      const server = await serve(env);
      await listsAreRight(server, token, acknowledged);
      const before = new Map(acknowledged);
      acknowledged.clear();
      await load(server, token, acknowledged, works);
      // What was acknowledged is answered with the same work again, and nothing is there twice.
      for (const [number, id] of before) assert.equal(acknowledged.get(number), id);
      assert.equal(await listsAreRight(server, token, acknowledged), works);
      assert.equal((await server.stop()).code, 0);
      await isSound(place, acknowledged);
    });
  });
});

/** An empty archive, and where its database is. */
async function withArchive(
  t: TestContext,
  kind: DatabaseKind,
  use: (env: Environment, place: string) => Promise<void>,
): Promise<void> {
  const data = temporaryFolder(t);
  rmSync(data, { recursive: true });
  const env = { INKSTEAD_DATA: data };
  if (kind === 'sqlite') return use(env, join(data, 'inkstead.sqlite'));
  return withEmptyAddress((url) => use({ ...env, INKSTEAD_DATABASE_URL: url }, url));
}

async function makeToken(env: Environment): Promise<string> {
  const word = ['--email', 'ada@example.org', '--password', 'lamps along the mole'];
  const made = await run(['user', 'create', 'ada', ...word], env);
  assert.equal(made.code, 0, made.said);
  const given = await run(['token', 'create', '--user', 'ada', '--scopes', 'read,write'], env);
  assert.equal(given.code, 0, given.said);
  return given.output.trim().split('\n').at(-1) as string;
}

/** Posts what is not acknowledged yet, several at once, until that many are or the server dies. */
async function load(
  server: Server,
  token: string,
  acknowledged: Map<number, number>,
  enough: number,
): Promise<void> {
  const waiting = Array.from({ length: works }, (_, at) => at).filter(
    (number) => !acknowledged.has(number),
  );
  const next = async (): Promise<void> => {
    const number = acknowledged.size < enough ? waiting.shift() : undefined;
    if (number === undefined) return;
    const id = await post(server, token, number);
    // Null: the server is gone by now, and what became of the work is to be seen.
    if (id === null) return;
    acknowledged.set(number, id);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

async function post({ url }: Server, token: string, number: number): Promise<number | null> {
  const chapter = (title: string) => ({ title, text: `${title} of ${number}.\n\n`.repeat(300) });
  const answer = await fetch(`${url}/api/v1/works`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `work ${number}`.replace(' ', '-'),
    },
    body: JSON.stringify({
      title: `Work ${number}`,
      language: 'en',
      rating: 'General Audiences',
      warnings: ['No Archive Warnings Apply'],
      fandoms: ['Harbour Lights'],
      freeforms: [`Tens ${Math.floor(number / 10)}`, `Only ${number}`],
      chapters: [chapter('One'), chapter('Two')],
    }),
  }).catch(() => null);
  if (answer === null) return null;
  const body = await answer.text().catch(() => null);
  if (body === null) return null;
  assert.equal(answer.status, 201, body);
  return (JSON.parse(body) as { id: number }).id;
}

/** Looks at the database itself, as the kill has left it. */
async function isSound(place: string, acknowledged: ReadonlyMap<number, number>): Promise<void> {
  const database = await openDatabaseAt(place);
  try {
    const found = await database.read.selectFrom('works').select(['id', 'title']).execute();
    const ids = new Set(found.map(({ id }) => id as number));
    for (const [number, id] of acknowledged) assert.ok(ids.has(id), `work ${number} is lost`);
    // At most what was under way at each kill is there without having been acknowledged.
    assert.ok(found.length <= acknowledged.size + kills.length * atOnce);
    assert.equal(new Set(found.map(({ title }) => title)).size, found.length, 'a work is twice');
    assert.deepEqual(await notWhole(database), []);
    if (database.dialect === 'sqlite') {
      const { rows } = await sql`pragma integrity_check`.execute(database.read);
      assert.deepEqual(rows, [{ integrity_check: 'ok' }]);
    }
  } finally {
    await database.close();
  }
}

/** Works that lack a chapter, a tag, their creator, their counts or their change. */
async function notWhole({ read }: Database): Promise<unknown[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from (
      select works.title, works.words, works.chapters_posted,
        (select count(*) from chapters where work_id = works.id and words = 900) as chapters,
        (select count(*) from work_tags where work_id = works.id) as tags,
        (select count(*) from work_creators where work_id = works.id) as creators,
        (select count(*) from changes where kind = 'work' and subject_id = works.id) as changes,
        (select count(*) from idempotent_answers where subject_id = works.id) as answers
      from works
    ) as counted
    where not (words = 1800 and chapters_posted = 2 and chapters = 2 and tags = 5
      and creators = 1 and changes = 1 and answers = 1)`.execute(read);
  return rows;
}

/** Reads the list to its end; answers with how many works it has. */
async function listsAreRight(
  { url }: Server,
  token: string,
  acknowledged: ReadonlyMap<number, number>,
): Promise<number> {
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(path, { headers });
    assert.equal(answer.status, 200);
    return (await answer.json()) as List;
  };
  const listed = new Map<number, string>();
  let after: string | null = '';
  while (after !== null) {
    const page: List = await ask(`${url}/api/v1/works?limit=100&after=${after}`);
    for (const { id, title } of page.items) listed.set(id, title);
    after = page.next;
  }
  for (const [number, id] of acknowledged) assert.equal(listed.get(id), `Work ${number}`);
  const facets = await ask(`${url}/api/v1/works?facets=1&include=fandom:Harbour%20Lights`);
  assert.equal(facets.total, listed.size);
  for (const { name, count } of facets.facets?.freeform ?? []) {
    const tens = await ask(`${url}/api/v1/works?include=${encodeURIComponent(`freeform:${name}`)}`);
    assert.equal(tens.total, count, name);
  }
  return listed.size;
}

type List = {
  readonly total: number;
  readonly items: readonly { readonly id: number; readonly title: string }[];
  readonly next: string | null;
  readonly facets?: {
    readonly freeform: readonly { readonly name: string; readonly count: number }[];
  };
};
