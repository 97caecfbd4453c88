// Addresses that nobody means well with: malformed ids and names, broken encodings, odd questions.
// Each is answered with one clear page or problem document, and changes nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveRole } from '../../src/features/accounts/index.ts';
import type { Route } from '../../src/web/routes.ts';
import { eachDatabase } from '../kit/database.ts';
import type { Visit, Visitor } from '../kit/visitor.ts';
import { everything, makeToken, type Scene, setScene } from './scene.ts';

/** Ada with every role besides, so that a malformed address is all that can be refused. */
type Insider = {
  readonly scene: Scene;
  readonly visitor: Visitor;
  readonly formToken: string;
  readonly bearer: string;
};

async function insider(scene: Scene): Promise<Insider> {
  const { parts } = scene.app;
  const { userId } = await scene.app.member('ada');
  for (const role of ['admin', 'moderator', 'wrangler'] as const) {
    await giveRole(parts, { userId, role, actorId: null, reason: 'a test' });
  }
  const bearer = await makeToken(scene.app, userId, ['read', 'write', 'admin']);
  const { visitor, formToken } = scene.caller('ada');
  return { scene, visitor, formToken, bearer };
}

function call({ visitor, formToken, bearer }: Insider, route: Route, path: string): Promise<Visit> {
  if (route.access === 'tokens') {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    return visitor.send(route.method, path, route.method === 'GET' ? undefined : '{}', { headers });
  }
  const body = new URLSearchParams({ authenticity_token: formToken }).toString();
  const sent = route.method === 'GET' ? undefined : body;
  return visitor.send(route.method, path, sent, { follow: false });
}

const numbered = /^:(id|chapterId|pseudId)$/;

const malformedIds = [
  '0',
  '-1',
  '+1',
  '01',
  '1e3',
  '1.0',
  '0x10',
  '9007199254740992',
  '99999999999999999999',
  '1%20',
  '%00',
  '1%00',
  '%F0%9F%98%80',
  '%EF%BC%91',
  'NaN',
  '__proto__',
  'x'.repeat(4000),
];

test('a malformed id is not found, wherever an address has one', async (t) => {
  const scene = await setScene(t);
  const asker = await insider(scene);
  const before = await everything(scene.app);
  let tried = 0;
  for (const route of scene.app.app.routes) {
    const parts = route.path.split('/');
    for (const [at, part] of parts.entries()) {
      // A tag's address is its name; its own tests try it.
      if (!numbered.test(part) || route.path.startsWith('/tags')) continue;
      for (const id of malformedIds) {
        const path = addressOf(scene, parts.with(at, id));
        const { status, body } = await call(asker, route, path);
        assert.equal(status, 404, `${route.method} ${path}`);
        assert.doesNotMatch(body, /\n {4}at /, 'a stack trace shows');
        tried += 1;
      }
    }
  }
  assert.ok(tried > 400);
  assert.deepEqual(await everything(scene.app), before);
});

/** Fills in what is still named by a colon. */
function addressOf({ work, pseud }: Scene, parts: readonly string[]): string {
  const values: Readonly<Record<string, string | number>> = {
    login: 'ada',
    id: work.id,
    chapterId: work.chapters[1]?.id ?? 0,
    step: 'archive',
    type: 'media',
    pseudId: pseud,
    name: 'work.epub',
  };
  const filled = parts.map((part) =>
    part.startsWith(':') ? String(values[part.slice(1)] ?? 'x') : part,
  );
  return filled.join('/');
}

const hostileNames = [
  '%00',
  'a%00b',
  "'%20or%201=1--",
  '%F0%9F%98%80',
  '%20',
  '%E2%80%AE',
  '__proto__',
  'constructor',
  '%2F',
  '%5C..%5C',
  '*s**a*',
  'x'.repeat(4000),
];

eachDatabase((database) => {
  // What is not looked up is the same on both.
  const names = database === 'sqlite' ? hostileNames : hostileNames.slice(0, 4);

  test('a name that nobody has is no defect, wherever an address has one', async (t) => {
    const scene = await setScene(t, { database });
    const asker = await insider(scene);
    for (const route of scene.app.app.routes) {
      if (!route.path.includes(':')) continue;
      for (const name of names) {
        const path = route.path.replace(/:\w+/g, () => name);
        const { status } = await call(asker, route, path);
        assert.ok(status < 500, `${route.method} ${path}: ${status}`);
      }
    }
    assert.deepEqual(defects(scene), []);
  });
});

test('no question in an address is a defect', async (t) => {
  const scene = await setScene(t);
  const asker = await insider(scene);
  for (const route of scene.app.app.routes.filter(({ method }) => method === 'GET')) {
    const path = addressOf(scene, route.path.split('/'));
    for (const query of isAsked(path) ? [...eachQuery, ...allQueries] : allQueries) {
      const { status } = await call(asker, route, `${path}?${query}`);
      assert.ok(status < 500, `${path}?${query.slice(0, 80)}: ${status}`);
    }
  }
  assert.deepEqual(defects(scene), []);
});

/** Every parameter that any page or call knows, by ones. */
const parameters = [
  'page',
  'q',
  'sort',
  'limit',
  'after',
  'include',
  'exclude',
  'type',
  'term',
  'token',
  'chapters',
  'return_to',
  'view_adult',
  'tag_id',
  'work_search[query]',
  'work_search[sort_column]',
  'work_search[words_from]',
  'work_search[date_from]',
  'include_work_search[fandom_ids][]',
  'exclude_work_search[freeform_ids][]',
  '__proto__',
  'constructor[prototype][x]',
];

const hostileValues = ['a%00b', '-1', '1e309', '%22%3E%3Cscript%3E', '__proto__', '(((%22:,;'];

const allQueries = [
  ...hostileValues.map((value) => parameters.map((name) => `${name}=${value}`).join('&')),
  '%ff=%ff&q=%&&=&q&q',
];

const eachQuery = [
  ...parameters.map((name, at) => `${name}=${hostileValues[at % hostileValues.length]}`),
  ...parameters.map((name, at) => `${name}=${hostileValues[(at + 3) % hostileValues.length]}`),
  `q=${'('.repeat(3000)}`,
];

/** Where the parameters are read one by one, and the first that is wrong may end the reading. */
function isAsked(path: string): boolean {
  return /^\/(works|tags|autocomplete|api)/.test(path) && !/\/[0-9]+/.test(path);
}

test('an address that is not UTF-8 is refused with a page, and changes nothing', async (t) => {
  const scene = await setScene(t);
  const asker = await insider(scene);
  const before = await everything(scene.app);
  for (const broken of ['%', '%f', '%zz', '%ff', '%ED%A0%80', '%C0%AF']) {
    for (const route of scene.app.app.routes) {
      if (!route.path.includes(':')) continue;
      const path = route.path.replace(/:\w+/g, () => broken);
      const { status } = await call(asker, route, path);
      assert.equal(status, 400, `${route.method} ${path}`);
    }
  }
  const page = await scene.app.guest().get('/works/%ff');
  assert.match(page.text, /The address is not valid\./);
  assert.equal((await scene.app.guest().get('/api/v1/works/%ff')).json()['status'], 400);
  assert.deepEqual(await everything(scene.app), before);
});

test('two dots lead nowhere outside the site', async (t) => {
  const { app } = await setScene(t);
  for (const path of ['/../etc/passwd', '/assets/../../package.json', '/assets/%2e%2e/%2e%2e/x']) {
    assert.equal((await app.guest().get(path)).status, 404, path);
  }
  for (const path of ['/assets/..%2f..%2fpackage.json', '/downloads/..%2f..%2fx/work.epub']) {
    assert.equal((await app.guest().get(path)).status, 404, path);
  }
});

test('a method that an address does not take is refused, with those it takes', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const before = await everything(scene.app);
  const body = new URLSearchParams({ authenticity_token: formToken }).toString();
  const gone = await visitor.send('DELETE', `/works/${scene.work.id}`, body);
  assert.equal(gone.status, 405);
  assert.equal(gone.response.headers.get('allow'), 'GET, POST');
  const odd = await visitor.send('PROPFIND', '/works/new', undefined);
  assert.ok(odd.status === 403 || odd.status === 405);
  const asPatch = await visitor.send('POST', '/policy', `${body}&_method=patch`);
  assert.equal(asPatch.status, 405);
  assert.deepEqual(await everything(scene.app), before);
});

function defects({ app }: Scene): unknown[] {
  return app.logLines.filter(({ level }) => level === 'error').map(({ fields }) => fields);
}
