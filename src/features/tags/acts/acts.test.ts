// Wrangling acts: what each does, what it refuses, and that undo gives back what was.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import {
  canonical,
  metatag,
  type NamedTag,
  parent,
  synonym,
  tagId,
  wrangle,
} from '../../../../test/kit/wrangling.ts';
import {
  type Act,
  ActRefused,
  findFamily,
  findTagByOldName,
  findTagsByIds,
  listActs,
  performActs,
  previewActs,
  type TagMover,
  undoActs,
} from '../index.ts';

const doing = (app: TestApp, movers: readonly TagMover[] = []) => ({
  ids: app.parts.ids,
  at: app.clock.now(),
  by: null,
  movers,
});

function undo(app: TestApp, ...acts: number[]) {
  return app.parts.database.write((transaction) => undoActs(transaction, acts, doing(app)));
}

async function lone(
  app: TestApp,
  kind: Extract<Act, { tag: unknown }>['kind'],
  named: NamedTag,
): Promise<number> {
  return wrangle(app, { kind, tag: await tagId(app, named) } as Act);
}

async function pair(app: TestApp, kind: Act['kind'], named: NamedTag, target: NamedTag) {
  const act = { kind, tag: await tagId(app, named), target: await tagId(app, target) };
  return wrangle(app, act as Act);
}

/** How a tag stands with all its relatives, in words. */
async function standing(app: TestApp, named: NamedTag): Promise<string> {
  const id = await tagId(app, named);
  const { read } = app.parts.database;
  const tag = (await findTagsByIds(read, [id])).get(id);
  const target = tag?.synonymOf ? (await findTagsByIds(read, [tag.synonymOf])).values() : [];
  const of = [...target].map((one) => ` of ${one.name}`).join('');
  const family = Object.entries(await findFamily(read, id))
    .filter(([, tags]) => tags.length > 0)
    .map(([word, tags]) => `; ${word} ${tags.map((one) => one.name).join(', ')}`);
  return `${tag?.status}${of}${family.join('')}`;
}

/** A freeform with everything a tag can have. */
async function relatives(app: TestApp): Promise<void> {
  await parent(app, 'fandom:Harbour', 'freeform:So Much Fluff');
  await metatag(app, 'freeform:Comfort', 'freeform:So Much Fluff');
  await metatag(app, 'freeform:So Much Fluff', 'freeform:Cat Fluff');
  await synonym(app, 'freeform:Much Fluff', 'freeform:So Much Fluff');
  await canonical(app, 'freeform:Fluff');
}

const full = 'canonical; synonyms Much Fluff; parents Harbour; metatags Comfort; subtags Cat Fluff';

eachDatabase((database) => {
  const start = (test: Parameters<typeof makeApp>[0]) => makeApp(test, { database });

  describe('making a tag a synonym', () => {
    it('takes synonyms and relatives to the canonical, and undo brings them back', async (test) => {
      const app = await start(test);
      await relatives(app);
      const act = await pair(app, 'synonym', 'freeform:So Much Fluff', 'freeform:Fluff');
      assert.equal(await standing(app, 'freeform:So Much Fluff'), 'synonym of Fluff');
      assert.equal(
        await standing(app, 'freeform:Fluff'),
        full.replace('Much Fluff', 'Much Fluff, So Much Fluff'),
      );
      await undo(app, act);
      assert.equal(await standing(app, 'freeform:So Much Fluff'), full);
      assert.equal(await standing(app, 'freeform:Fluff'), 'canonical');
    });

    it('needs a canonical of its own type, and not itself', async (test) => {
      const app = await start(test);
      await canonical(app, 'freeform:A', 'character:B');
      for (const target of ['freeform:A', 'character:B', 'freeform:C'] as const) {
        await assert.rejects(pair(app, 'synonym', 'freeform:A', target), { status: 422 });
      }
      assert.equal(await standing(app, 'freeform:A'), 'canonical');
    });

    it('leaves out an edge that would close a circle', async (test) => {
      const app = await start(test);
      await metatag(app, 'freeform:Wide', 'freeform:Middle');
      await metatag(app, 'freeform:Middle', 'freeform:Narrow');
      const act = await pair(app, 'synonym', 'freeform:Wide', 'freeform:Narrow');
      assert.equal(
        await standing(app, 'freeform:Narrow'),
        'canonical; synonyms Wide; metatags Middle',
      );
      await undo(app, act);
      assert.equal(await standing(app, 'freeform:Wide'), 'canonical; subtags Middle');
    });

    it('takes what other features keep by the tag along, and back', async (test) => {
      const app = await start(test);
      const log: string[] = [];
      const mover: TagMover = {
        name: 'favourites',
        touched: async () => ({ filters: 2, people: [] }),
        move: async (_transaction, from, to) => {
          log.push(`move ${from} to ${to}`);
          return ['one', 'two'];
        },
        restore: async (_transaction, kept, from, to) => {
          log.push(`restore ${String(kept)} of ${to} to ${from}`);
        },
      };
      await canonical(app, 'freeform:A', 'freeform:B');
      const [tag, target] = [await tagId(app, 'freeform:A'), await tagId(app, 'freeform:B')];
      const { write, read } = app.parts.database;
      const act = { kind: 'synonym', tag, target } as const;
      assert.equal((await previewActs(read, [act], [mover])).filters, 2);
      assert.deepEqual(log, []);
      const [done] = await write((transaction) =>
        performActs(transaction, [act], doing(app, [mover])),
      );
      const [undone] = await write((transaction) =>
        undoActs(transaction, [done?.act.id ?? 0], doing(app, [mover])),
      );
      await write((transaction) =>
        undoActs(transaction, [undone?.act.id ?? 0], doing(app, [mover])),
      );
      const move = `move ${tag} to ${target}`;
      assert.deepEqual(log, [move, `restore one,two of ${target} to ${tag}`, move]);
    });
  });

  describe('taking a tag’s canonical status', () => {
    it('removes its edges and frees its synonyms, and undo gives all back', async (test) => {
      const app = await start(test);
      await relatives(app);
      const act = await lone(app, 'decanonise', 'freeform:So Much Fluff');
      assert.equal(await standing(app, 'freeform:So Much Fluff'), 'unwrangled');
      assert.equal(await standing(app, 'freeform:Much Fluff'), 'unwrangled');
      await undo(app, act);
      assert.equal(await standing(app, 'freeform:So Much Fluff'), full);
    });

    it('brings back only what nobody has moved since', async (test) => {
      const app = await start(test);
      await relatives(app);
      const act = await lone(app, 'decanonise', 'freeform:So Much Fluff');
      await pair(app, 'synonym', 'freeform:Much Fluff', 'freeform:Fluff');
      await lone(app, 'decanonise', 'freeform:Comfort');
      const [done] = await undo(app, act);
      assert.equal(done?.left, 2);
      assert.equal(
        await standing(app, 'freeform:So Much Fluff'),
        'canonical; parents Harbour; subtags Cat Fluff',
      );
      assert.equal(await standing(app, 'freeform:Much Fluff'), 'synonym of Fluff');
    });
  });

  describe('an act', () => {
    it('sets aside, takes back, frees and makes canonical', async (test) => {
      const app = await start(test);
      const tag = 'freeform:just thoughts' as const;
      await lone(app, 'unwrangleable', tag);
      assert.equal(await standing(app, tag), 'unwrangleable');
      await lone(app, 'wrangleable', tag);
      await synonym(app, tag, 'freeform:Thoughts');
      await lone(app, 'free', tag);
      assert.equal(await standing(app, tag), 'unwrangled');
      await lone(app, 'canonise', tag);
      assert.equal(await standing(app, tag), 'canonical');
    });

    it('is refused where it changes nothing or cannot be', async (test) => {
      const app = await start(test);
      await canonical(app, 'freeform:A', 'fandom:F', 'character:C');
      await synonym(app, 'freeform:S', 'freeform:A');
      await metatag(app, 'freeform:A', 'freeform:B');
      await metatag(app, 'freeform:B', 'freeform:D');
      const refusals: readonly (() => Promise<unknown>)[] = [
        () => lone(app, 'canonise', 'freeform:A'),
        () => lone(app, 'decanonise', 'freeform:S'),
        () => lone(app, 'free', 'freeform:A'),
        () => lone(app, 'unwrangleable', 'freeform:A'),
        () => lone(app, 'wrangleable', 'freeform:A'),
        () => lone(app, 'decanonise', 'rating:Explicit'),
        () => pair(app, 'synonym', 'freeform:S', 'freeform:A'),
        () => pair(app, 'add-parent', 'fandom:F', 'character:C'),
        () => pair(app, 'add-parent', 'freeform:S', 'fandom:F'),
        () => pair(app, 'remove-parent', 'character:C', 'fandom:F'),
        () => pair(app, 'add-metatag', 'freeform:S', 'freeform:A'),
        () => pair(app, 'add-metatag', 'freeform:A', 'freeform:A'),
        () => pair(app, 'add-metatag', 'freeform:A', 'freeform:D'),
        () => pair(app, 'add-metatag', 'freeform:D', 'freeform:B'),
        () => wrangle(app, { kind: 'canonise', tag: 4 as never }),
      ];
      const before = (await listActs(app.parts.database.read, { limit: 100 })).length;
      for (const [at, refusal] of refusals.entries()) {
        await assert.rejects(refusal, ActRefused, `number ${at}`);
      }
      assert.equal((await listActs(app.parts.database.read, { limit: 100 })).length, before);
    });

    it('of several at once is done whole or not at all', async (test) => {
      const app = await start(test);
      await canonical(app, 'freeform:A');
      const ids = [await tagId(app, 'freeform:B'), await tagId(app, 'freeform:A')];
      const acts = ids.map((tag) => ({ kind: 'canonise', tag }) as const);
      const all = app.parts.database.write((transaction) =>
        performActs(transaction, acts, doing(app)),
      );
      await assert.rejects(all, /canonical already/);
      assert.equal(await standing(app, 'freeform:B'), 'unwrangled');
      const [preview] = (await previewActs(app.parts.database.read, acts, [])).acts;
      assert.equal(preview?.problem, null);
    });
  });

  describe('a rename', () => {
    it('keeps the old name leading to the tag, through undo too', async (test) => {
      const app = await start(test);
      const tag = await tagId(app, 'fandom:Harbour');
      const act = await wrangle(app, { kind: 'rename', tag, name: '  Harbour   Nights ' });
      const { read } = app.parts.database;
      assert.equal((await findTagByOldName(read, 'harbour', ['fandom']))?.name, 'Harbour Nights');
      await undo(app, act);
      assert.equal((await findTagsByIds(read, [tag])).get(tag)?.name, 'Harbour');
      assert.equal((await findTagByOldName(read, 'harbour nights', ['fandom']))?.id, tag);
      assert.equal(await findTagByOldName(read, 'harbour', ['fandom']), null);
    });

    it('is refused for a name that cannot be or that another tag bears or bore', async (test) => {
      const app = await start(test);
      const tag = await tagId(app, 'fandom:Harbour');
      const other = await tagId(app, 'fandom:Other');
      await wrangle(app, { kind: 'rename', tag: other, name: 'Another' });
      for (const name of ['', 'a,b', 'x'.repeat(151), 'Harbour', 'OTHER', 'another']) {
        await assert.rejects(wrangle(app, { kind: 'rename', tag, name }), ActRefused, name);
      }
      await wrangle(app, { kind: 'rename', tag, name: 'HARBOUR' });
      assert.equal(await findTagByOldName(app.parts.database.read, 'harbour', ['fandom']), null);
    });
  });

  describe('undo', () => {
    it('of an undo does the act again', async (test) => {
      const app = await start(test);
      await relatives(app);
      const act = await pair(app, 'synonym', 'freeform:So Much Fluff', 'freeform:Fluff');
      const after = await standing(app, 'freeform:Fluff');
      const [undone] = await undo(app, act);
      await undo(app, undone?.act.id ?? 0);
      assert.equal(await standing(app, 'freeform:Fluff'), after);
      const [again, , first] = await listActs(app.parts.database.read, { limit: 3 });
      assert.deepEqual([again?.kind, first?.undoneBy], ['undo', null]);
      await undo(app, act);
      assert.equal(await standing(app, 'freeform:So Much Fluff'), full);
    });

    it('is refused a second time, and for an act that never was', async (test) => {
      const app = await start(test);
      const act = await lone(app, 'canonise', 'freeform:A');
      await undo(app, act);
      await assert.rejects(undo(app, act), { status: 409 });
      await assert.rejects(undo(app, 17), { status: 404 });
    });

    it('is refused with the later acts that stand on it, the newest first', async (test) => {
      const app = await start(test);
      const act = await lone(app, 'canonise', 'freeform:A');
      const first = await pair(app, 'synonym', 'freeform:B', 'freeform:A');
      await canonical(app, 'freeform:Sub');
      const second = await pair(app, 'add-metatag', 'freeform:Sub', 'freeform:A');
      const standingOn = (wanted: readonly number[]) => (refusal: unknown) => {
        assert.ok(refusal instanceof ActRefused);
        assert.deepEqual(
          refusal.standing.map((one) => one.id),
          wanted,
        );
        return true;
      };
      await assert.rejects(undo(app, act), standingOn([second, first]));
      await undo(app, second);
      await assert.rejects(undo(app, act), standingOn([first]));
      await undo(app, first, act);
      assert.equal(await standing(app, 'freeform:A'), 'unwrangled');
    });

    it('is refused where a later act has changed the same tag', async (test) => {
      const app = await start(test);
      await canonical(app, 'freeform:B', 'freeform:C');
      const act = await pair(app, 'synonym', 'freeform:A', 'freeform:B');
      const later = await pair(app, 'synonym', 'freeform:B', 'freeform:C');
      await assert.rejects(
        undo(app, act),
        (refusal) => refusal instanceof ActRefused && refusal.standing[0]?.id === later,
      );
      await undo(app, later, act);
      assert.equal(await standing(app, 'freeform:A'), 'unwrangled');
      assert.equal(await standing(app, 'freeform:B'), 'canonical');
    });

    it('of a rename is refused when another tag has taken the name since', async (test) => {
      const app = await start(test);
      const tag = await tagId(app, 'fandom:Harbour');
      const act = await wrangle(app, { kind: 'rename', tag, name: 'Port' });
      const later = await wrangle(app, { kind: 'rename', tag, name: 'Haven' });
      await assert.rejects(undo(app, act), { status: 409 });
      await undo(app, later, act);
      assert.equal((await findTagsByIds(app.parts.database.read, [tag])).get(tag)?.name, 'Harbour');
    });
  });
});
