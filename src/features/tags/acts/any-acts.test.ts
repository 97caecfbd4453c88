// Whatever wranglers do in whatever order, the model stays sound, and undoing all of it, the newest
// first, gives back what was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { type NamedTag, tagId } from '../../../../test/kit/wrangling.ts';
import type { TagId } from '../../../shared/ids.ts';
import {
  type Act,
  ActRefused,
  listMetatagEdges,
  listParentEdges,
  listTagsAfter,
  loneActs,
  pairActs,
  performActs,
  undoActs,
} from '../index.ts';

const names: readonly NamedTag[] = [
  ...(['A', 'B', 'C', 'D', 'E'] as const).map((name) => `freeform:${name}` as const),
  ...(['F', 'G'] as const).map((name) => `fandom:${name}` as const),
  ...(['K', 'L'] as const).map((name) => `character:${name}` as const),
  'relationship:K/L',
];

type Wish =
  | { readonly undo: number }
  | { readonly kind: Act['kind']; readonly tag: number; readonly target: number };

const place = fc.nat({ max: names.length - 1 });
const wishes = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(...loneActs, ...pairActs, ...pairActs, 'canonise', 'rename'),
      tag: place,
      target: place,
    }),
  },
  { weight: 1, arbitrary: fc.record({ undo: fc.nat({ max: 30 }) }) },
) as fc.Arbitrary<Wish>;

test('acts and undos keep the model sound, and undoing all gives it back', async (t) => {
  const app = await makeApp(t);
  const ids: TagId[] = [];
  for (const name of names) ids.push(await tagId(app, name));
  let renames = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(wishes, { maxLength: 40, size: 'max' }), async (list) => {
      const before = await model(app);
      const done: number[] = [];
      for (const wish of list) {
        const act = await attempt(app, wish, ids, done, () => `R${renames++}`);
        if (act !== null) done.push(act);
        assertSound(await model(app));
      }
      const doing = { ids: app.parts.ids, at: 1, by: null, movers: [] };
      for (const act of done.toReversed()) {
        await app.parts.database
          .write((transaction) => undoActs(transaction, [act], doing))
          .catch((refusal: unknown) => {
            // Undone in between, and what undid it is undone already.
            if (!(refusal instanceof ActRefused) || !/undone already/.test(refusal.message)) {
              throw refusal;
            }
          });
        assertSound(await model(app));
      }
      assert.deepEqual(await model(app), before);
    }),
    { numRuns: 50, seed: 7 },
  );
});

/** Does what is wished for, if it can be done; answers with the act's number. */
async function attempt(
  app: TestApp,
  wish: Wish,
  ids: readonly TagId[],
  done: readonly number[],
  newName: () => string,
): Promise<number | null> {
  const doing = { ids: app.parts.ids, at: 1, by: null, movers: [] };
  try {
    const [ended] = await app.parts.database.write((transaction) => {
      if ('undo' in wish) {
        const act = done[wish.undo % Math.max(1, done.length)] ?? 0;
        return undoActs(transaction, [act], doing);
      }
      const [tag, target] = [ids[wish.tag], ids[wish.target]];
      const act = { kind: wish.kind, tag, target, name: newName() } as Act;
      if (wish.kind !== 'rename') Reflect.deleteProperty(act, 'name');
      if (!(pairActs as readonly string[]).includes(wish.kind)) {
        Reflect.deleteProperty(act, 'target');
      }
      return performActs(transaction, [act], doing);
    });
    return ended?.act.id ?? null;
  } catch (refusal) {
    if (refusal instanceof ActRefused) return null;
    throw refusal;
  }
}

async function model({ parts }: TestApp) {
  const { read } = parts.database;
  const tags = await listTagsAfter(read, 2 ** 32 - 1, 1000);
  const lines = (edges: readonly object[]) => edges.map((edge) => JSON.stringify(edge)).sort();
  return {
    tags,
    parents: lines(await listParentEdges(read)),
    metatags: lines(await listMetatagEdges(read)),
  };
}

function assertSound({ tags, parents, metatags }: Awaited<ReturnType<typeof model>>): void {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  for (const tag of tags) {
    if (tag.synonymOf === null) continue;
    const target = byId.get(tag.synonymOf);
    assert.equal(target?.status, 'canonical', `what ${tag.name} is a synonym of`);
    assert.equal(target?.type, tag.type);
  }
  for (const line of parents) {
    const { parent, child } = JSON.parse(line) as { parent: TagId; child: TagId };
    assert.equal(byId.get(parent)?.status, 'canonical', 'a parent');
    assert.notEqual(byId.get(child)?.status, 'synonym', 'a child');
  }
  const above = new Map<TagId, TagId[]>();
  for (const line of metatags) {
    const { metatag, subtag } = JSON.parse(line) as { metatag: TagId; subtag: TagId };
    for (const end of [metatag, subtag]) assert.equal(byId.get(end)?.status, 'canonical');
    above.set(subtag, [...(above.get(subtag) ?? []), metatag]);
  }
  for (const tag of byId.keys()) assert.ok(!reaches(above, tag), 'a circle of metatags');
}

function reaches(above: ReadonlyMap<TagId, readonly TagId[]>, from: TagId): boolean {
  const seen = new Set(above.get(from) ?? []);
  for (const tag of seen) for (const next of above.get(tag) ?? []) seen.add(next);
  return seen.has(from);
}
