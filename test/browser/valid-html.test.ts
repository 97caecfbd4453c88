// Every page is valid HTML, and no link of the archive is dead. No browser is needed for that.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { makeApp } from '../kit/app.ts';
import { htmlProblems } from '../kit/html-validate.ts';
import type { Visit } from '../kit/visitor.ts';
import { fillArchive, type Who } from './archive.ts';
import { listPageKinds } from './page-kinds.ts';

const app = await makeApp({ after });
const archive = await fillArchive(app);

test('every kind of page is valid HTML', async () => {
  const problems: string[] = [];
  for (const { name, path, who, send, status, wholeWork } of await listPageKinds(archive)) {
    const visitor = await archive.visitor(who);
    const asked = await visitor.get(path);
    const shown = send === undefined ? asked : await visitor.submit(asked, send, {});
    if (shown.status !== status) problems.push(`${name}: answers ${shown.status}, not ${status}`);
    problems.push(...validity(shown, wholeWork).map((problem) => `${name}: ${problem}`));
  }
  assert.deepEqual(problems, []);
});

test('the page of every work is valid HTML, and the whole of it on one page', async () => {
  const problems: string[] = [];
  const dee = await app.as('dee');
  for (const id of archive.workIds) {
    const path = `/works/${id}?view_full_work=true&view_adult=true`;
    problems.push(...validity(await dee.get(path), true).map((problem) => `${path}: ${problem}`));
  }
  assert.deepEqual(problems, []);
});

for (const who of ['guest', 'ada', 'cho', 'dee', 'flo'] as const) {
  test(`no link that ${who} meets is dead`, async () => {
    const { dead, followed } = await follow(who);
    assert.deepEqual(dead, []);
    assert.ok(followed > 100, `followed ${followed} links only`);
  });
}

test('a member meets no dead link at works and tags that guests may not know', async () => {
  const ben = await app.as('ben');
  const tags = new Set<string>();
  for (const id of archive.restrictedIds) {
    const links = (await ben.get(`/works/${id}`)).links;
    for (const link of links) if (link.startsWith('/tags/')) tags.add(link);
  }
  const dead: string[] = [];
  for (const works of tags) {
    const pages = [works, works.replace(/\/works$/, '')];
    for (const page of pages) {
      const visit = await ben.get(page);
      const feeds = visit.links.filter((link) => link.endsWith('.atom'));
      for (const feed of feeds) {
        if ((await ben.get(feed)).status !== 200) dead.push(`${feed} from ${page}`);
      }
    }
  }
  assert.ok(tags.size > 5);
  assert.deepEqual(dead, []);
});

function validity(visit: Visit, wholeWorkView: boolean): string[] {
  return htmlProblems(visit.body, { wholeWorkView });
}

/** Follows links from the home page, a few of each shape. */
async function follow(who: Who): Promise<{ dead: string[]; followed: number }> {
  const visitor = await archive.visitor(who);
  const shapes = new Map<string, number>();
  const seen = new Set(['/']);
  const waiting = [{ path: '/', from: '' }];
  const dead: string[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const visit = await visitor.get(next.path);
    if (visit.status >= 400) dead.push(`${visit.status} ${next.path} from ${next.from}`);
    if (!/^text\/html/.test(visit.response.headers.get('content-type') ?? '')) continue;
    for (const link of visit.links) {
      const path = link.replace(/#.*/, '');
      const shape = shapeOf(path);
      const count = shapes.get(shape) ?? 0;
      if (!path.startsWith('/') || seen.has(path) || count >= linksOfShape) continue;
      seen.add(path);
      shapes.set(shape, count + 1);
      waiting.push({ path, from: next.path });
    }
  }
  return { dead, followed: seen.size };
}

// Shapes grow with what pages can be asked for: more of each would tell little and last minutes.
const linksOfShape = 3;

/** What is left of an address without what tells one work, tag or person from another. */
function shapeOf(path: string): string {
  const [address = '', query = ''] = path.split('?');
  // What a file is made of is chosen by its query; three of each format are enough.
  if (address.startsWith('/downloads/')) return address.replace(/\/\d+\/.*\./, '/*.');
  const names = [...new URLSearchParams(query).keys()].map((name) => name.replace(/\d+/g, ''));
  const words = address.split('/').map((word, at, all) => {
    const isName = ['users', 'pseuds', 'tags', 'media', 'people'].includes(all[at - 1] ?? '');
    const isFixed = /^(login|logout|register|search|new)$/.test(word);
    return (isName && !isFixed) || /\d/.test(word) ? '*' : word;
  });
  return `${words.join('/')}?${[...new Set(names)].join('&')}`;
}
