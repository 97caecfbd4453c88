// An index that has followed any number of acts by the change log knows what one knows that is
// loaded from the database: the log names enough.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { type NamedTag, tagId } from '../../../test/kit/wrangling.ts';
import type { TagId } from '../../shared/ids.ts';
import { createFinding, type Finding } from '../finding/index.ts';
import {
  type Act,
  ActRefused,
  findTagsByIds,
  loneActs,
  pairActs,
  performActs,
  undoActs,
} from '../tags/index.ts';

const names = {
  freeform: ['A', 'B', 'C', 'D', 'E'],
  fandom: ['F', 'G'],
  character: ['K', 'L'],
  relationship: ['K/L'],
} as const;

const all: readonly NamedTag[] = Object.entries(names).flatMap(([type, some]) =>
  some.map((name) => `${type}:${name}` as NamedTag),
);

// Mostly the same few, so that acts meet.
const place = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 3 }) },
  { weight: 1, arbitrary: fc.nat({ max: all.length - 1 }) },
);
const wish = fc.record({
  kind: fc.constantFrom(
    ...loneActs,
    ...pairActs,
    'canonise',
    'canonise',
    'add-metatag',
    'add-metatag',
    'synonym',
    'undo',
  ),
  tag: place,
  target: place,
});

test('an index that follows acts by the change log equals one that is loaded anew', async (t) => {
  const app = await makeApp(t);
  for (const [type, some] of Object.entries(names)) {
    for (const name of some) {
      const fandom = type === 'fandom' ? [name] : ['F'];
      await placeTestWork(app, { tags: { fandom, [type]: [name] } });
    }
  }
  const ids: TagId[] = [];
  for (const name of all) ids.push(await tagId(app, name));
  const following = createFinding(app.parts);
  await following.index();
  const done: number[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { maxLength: 12, size: 'max' }), async (list) => {
      for (const each of list) await attempt(app, each, ids, done);
      const anew = createFinding(app.parts);
      assert.deepEqual(await known(following, app, ids), await known(anew, app, ids));
      await anew.close();
    }),
    { numRuns: 150, seed: 3 },
  );
  await following.close();
});

type Wish = { readonly kind: string; readonly tag: number; readonly target: number };

async function attempt(app: TestApp, wished: Wish, ids: readonly TagId[], done: number[]) {
  const doing = { ids: app.parts.ids, at: 1, by: null, movers: [] };
  const { kind, tag, target } = wished;
  const isPair = (pairActs as readonly string[]).includes(kind);
  const act = { kind, tag: ids[tag], ...(isPair ? { target: ids[target] } : {}) } as Act;
  try {
    const [ended] = await app.parts.database.write((transaction) => {
      if (kind === 'undo') return undoActs(transaction, [done.at(-1 - (tag % 3)) ?? 0], doing);
      return performActs(transaction, [act], doing);
    });
    if (ended !== undefined) done.push(ended.act.id);
  } catch (refusal) {
    if (!(refusal instanceof ActRefused)) throw refusal;
  }
}

async function known(finding: Finding, app: TestApp, ids: readonly TagId[]) {
  const { tags, parents, children } = await finding.index();
  const viewer = await app.member('cho');
  const works = await finding.count(viewer, ids);
  const stored = await findTagsByIds(app.parts.database.read, ids);
  const sorted = (some: Iterable<TagId> | undefined) => [...(some ?? [])].sort();
  return ids.map((id, at) => {
    const tag = tags.get(id);
    assert.equal(tag?.status, stored.get(id)?.status);
    return {
      status: tag?.status,
      synonymOf: tag?.synonymOf,
      works: works[at],
      parents: sorted(parents.get(id)),
      children: sorted(children.get(id)),
    };
  });
}
