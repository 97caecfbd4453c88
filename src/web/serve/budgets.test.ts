import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { minuteMs, secondMs } from '../../kit/time/index.ts';

const env = {
  INKSTEAD_PROXY: '127.0.0.1',
  INKSTEAD_PAGE_BUDGET: '6',
  INKSTEAD_QUESTION_BUDGET: '3',
};

/** The statuses of so many pages in a row, each address another: none is kept. */
async function ask(
  who: Visitor,
  count: number,
  path: (at: number) => string,
  address = '203.0.113.7',
): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < count; at++) {
    const headers = { 'x-forwarded-for': address };
    statuses.push((await who.get(path(at), { headers, follow: false })).status);
  }
  return statuses;
}

const page = (at: number) => `/users/login?${at}`;
const question = (at: number) => `/works?${at}`;

test('a guest who asks for too much in a minute waits, by their part of the address', async (t) => {
  const { guest, clock, logLines } = await makeApp(t, { env });
  clock.advance(20 * secondMs);
  assert.deepEqual(await ask(guest(), 8, page), [200, 200, 200, 200, 200, 200, 429, 429]);
  const headers = { 'x-forwarded-for': '203.0.113.7' };
  const refused = await guest().get('/users/login', { headers });
  assert.equal(refused.status, 429);
  assert.equal(refused.response.headers.get('retry-after'), '40');
  assert.deepEqual(htmlProblems(refused.body), []);
  assert.match(refused.text, /Too many requests/);
  assert.deepEqual(await ask(guest(), 1, page, '203.0.113.8'), [200]);
  const lines = logLines.filter(({ message }) => message === 'a visitor has to wait');
  assert.equal(lines.length, 1);
  assert.ok(!JSON.stringify(lines).includes('203.0'));
  clock.advance(minuteMs);
  assert.deepEqual(await ask(guest(), 1, page), [200]);
});

test('lists and searches have a smaller share, which leaves pages to be read', async (t) => {
  const { guest } = await makeApp(t, { env });
  const visitor = guest();
  assert.deepEqual(await ask(visitor, 4, question), [200, 200, 200, 429]);
  assert.deepEqual(await ask(visitor, 2, page), [200, 200]);
});

test('members have their own share, wherever they are', async (t) => {
  const { guest, as } = await makeApp(t, { env });
  await ask(guest(), 7, page);
  const ada = await as('ada');
  const own = () => '/users/ada/preferences';
  assert.deepEqual(await ask(ada, 3, own), [200, 200, 200]);
  assert.deepEqual(await ask(ada, 4, own, '198.51.100.9'), [200, 200, 200, 429]);
});

test('what is kept for guests costs nothing, and IPv6 counts by 64 bits', async (t) => {
  const { guest } = await makeApp(t, { env });
  const same = () => '/works';
  const statuses = await ask(guest(), 12, same);
  assert.deepEqual(new Set(statuses), new Set([200]));
  assert.deepEqual(await ask(guest(), 6, page, '2001:db8:1:2::1').then((all) => all.at(-1)), 200);
  assert.deepEqual(await ask(guest(), 1, page, '2001:db8:1:2:ffff::9'), [429]);
  assert.deepEqual(await ask(guest(), 1, page, '2001:db8:1:3::1'), [200]);
});

test('nothing is counted of this machine and its network, nor where the host says 0', async (t) => {
  const { guest } = await makeApp(t, { env });
  for (const address of ['127.0.0.1', '192.168.1.20', '::1', 'fd00::7']) {
    assert.equal((await ask(guest(), 8, page, address)).at(-1), 200, address);
  }
  const free = { ...env, INKSTEAD_PAGE_BUDGET: '0', INKSTEAD_QUESTION_BUDGET: '0' };
  const unbounded = await makeApp(t, { env: free });
  assert.equal((await ask(unbounded.guest(), 8, question)).at(-1), 200);
});
