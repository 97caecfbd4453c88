// A wrangling act is true in the next query of every process, and two at once never tear the model.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { Visitor } from '../../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../../test/kit/works.ts';
import { canonical, tagId, wrangle } from '../../../../test/kit/wrangling.ts';
import type { TagId } from '../../../shared/ids.ts';
import { ActRefused, findTagsByIds, performActs, undoActs } from '../index.ts';

const doing = (app: TestApp) => ({
  ids: app.parts.ids,
  at: app.clock.now(),
  by: null,
  movers: [],
});

eachDatabase((database) => {
  describe('a wrangling act', () => {
    it('is true in the next list of every process, and so is its undoing', async (test) => {
      const app = await makeApp(test, { database });
      await placeTestWork(app, { work: { title: 'Low Water' }, tags: { freeform: ['Tea'] } });
      await canonical(app, 'freeform:Hot Drinks', 'freeform:Drinks', 'freeform:Tea');
      const other = await app.another();
      const visitors = [app.guest(), new Visitor(other.fetch)];
      const listed = async (name: string) => {
        const found: boolean[] = [];
        for (const visitor of visitors) {
          const { text } = await visitor.get(`/tags/${encodeURIComponent(name)}/works`);
          found.push(text.includes('Low Water'));
        }
        return found;
      };
      const ids = {
        tea: await tagId(app, 'freeform:Tea'),
        hot: await tagId(app, 'freeform:Hot Drinks'),
        wide: await tagId(app, 'freeform:Drinks'),
      };
      const [nowhere, everywhere] = [
        [false, false],
        [true, true],
      ];
      assert.deepEqual(await listed('Hot Drinks'), nowhere);
      const merge = await wrangle(app, { kind: 'synonym', tag: ids.tea, target: ids.hot });
      assert.deepEqual(await listed('Hot Drinks'), everywhere);
      const above = await wrangle(app, { kind: 'add-metatag', tag: ids.hot, target: ids.wide });
      assert.deepEqual(await listed('Drinks'), everywhere);
      await app.parts.database.write((transaction) =>
        undoActs(transaction, [above, merge], doing(app)),
      );
      assert.deepEqual(await listed('Drinks'), nowhere);
      assert.deepEqual(await listed('Hot Drinks'), nowhere);
      assert.deepEqual(await listed('Tea'), everywhere);
      await wrangle(app, { kind: 'rename', tag: ids.tea, name: 'Black Tea' });
      assert.deepEqual(await listed('Black Tea'), everywhere);
      const renamed = await visitors[1]?.get('/tags/Tea/works', { follow: false });
      assert.equal(renamed?.status, 301);
      for (const visitor of visitors) {
        const found = await visitor.get('/api/v1/works?include=freeform:tea');
        assert.equal(found.json<{ total: number }>().total, 1);
      }
    });

    it('of two that merge opposite ways at once is one, and the other is refused', async (test) => {
      const app = await makeApp(test, { database });
      await canonical(app, 'freeform:A', 'freeform:B');
      const [a, b] = [await tagId(app, 'freeform:A'), await tagId(app, 'freeform:B')];
      const merge = (tag: typeof a, target: typeof a) =>
        app.parts.database.write((transaction) =>
          performActs(transaction, [{ kind: 'synonym', tag, target }], doing(app)),
        );
      const ended = await Promise.allSettled([merge(a, b), merge(b, a)]);
      const lost = ended.filter((one) => one.status === 'rejected');
      assert.equal(lost.length, 1);
      assert.ok(lost[0]?.reason instanceof ActRefused);
      const tags = await findTagsByIds(app.parts.database.read, [a, b]);
      assert.deepEqual([...tags.values()].map((tag) => tag.status).sort(), [
        'canonical',
        'synonym',
      ]);
    });

    it('of many that would close a circle of metatags at once leaves none', async (test) => {
      const app = await makeApp(test, { database });
      const ids: TagId[] = [];
      for (const name of ['A', 'B', 'C', 'D'] as const) {
        await canonical(app, `freeform:${name}`);
        ids.push(await tagId(app, `freeform:${name}`));
      }
      const acts = ids.map((tag, at) => {
        const target = ids[(at + 1) % ids.length] as TagId;
        return app.parts.database.write((transaction) =>
          performActs(transaction, [{ kind: 'add-metatag', tag, target }], doing(app)),
        );
      });
      const ended = await Promise.allSettled(acts);
      const lost = ended.filter((one) => one.status === 'rejected');
      assert.deepEqual(
        lost.map((one) => one.reason instanceof ActRefused && one.reason.status),
        [409],
      );
    });
  });
});
