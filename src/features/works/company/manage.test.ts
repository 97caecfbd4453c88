// Many works at once: changed after a look at what changes, deleted, orphaned.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { drawPicture, sendPicture } from '../../../../test/kit/pictures.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import type { Fields, Visit } from '../../../../test/kit/visitor.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { hidePerson } from '../../accounts/index.ts';
import { settleWorksOfPerson } from '../index.ts';
import { acceptInvitation, inviteCreators } from './actions/creators.ts';

const address = '/users/ada/works/manage';

type Named = { readonly id: WorkId };

async function choose(app: TestApp, works: readonly Named[], act: string): Promise<Visit> {
  const ada = await app.as('ada');
  const list = await ada.get(address);
  return ada.submit(list, address, { works: works.map(({ id }) => String(id)), do: act });
}

async function send(app: TestApp, page: Visit, works: readonly Named[], fields: Fields) {
  const ada = await app.as('ada');
  return ada.submit(page, address, { works: works.map(({ id }) => String(id)), ...fields });
}

async function facts(app: TestApp, { id }: Named): Promise<string> {
  const page = await app.guest().get(`/works/${id}`);
  return page.markup.withClass('work meta group')[0]?.text ?? `${page.status}`;
}

eachDatabase((database) => {
  describe('works changed together', () => {
    it('are shown with what would change, and then changed', async (test) => {
      const app = await makeApp(test, { database });
      const one = await postWork(app, 'ada', { title: 'One', freeforms: ['Tea', 'Boats'] });
      const two = await postWork(app, 'ada', { title: 'Two', freeforms: ['tea'] });
      const other = await postWork(app, 'ada', { title: 'Other', freeforms: ['Tea'] });
      const both = [one, two];
      const form = await choose(app, both, 'edit');
      const change = {
        'remove[freeform]': 'Tea',
        'add[freeform]': 'Storms, Boats',
        rating: 'Mature',
        seriesNew: 'Weather',
      };
      const preview = await send(app, form, both, { ...change, do: 'preview' });
      assert.match(preview.text, /One.*Two/s);
      assert.match(preview.text, /Storms/);
      assert.match(await facts(app, one), /Tea/);
      const done = await send(app, preview, both, { do: 'apply' });
      assert.match(done.body, /2 works are changed\./);
      const guest = app.guest();
      for (const { id } of both) {
        const page = await guest.get(`/works/${id}?view_adult=true`);
        const shown = page.markup.withClass('work meta group')[0]?.text ?? '';
        assert.match(shown, /Mature/);
        assert.match(shown, /Boats ?Storms|Storms ?Boats/);
        assert.doesNotMatch(shown, /tea/i);
        assert.match(shown, /of Weather/);
      }
      assert.match(await facts(app, other), /Tea/);
      const again = await choose(app, both, 'edit');
      const nothing = await send(app, again, both, { ...change, do: 'preview' });
      assert.match(nothing.text, /Nothing would change/);
    });

    it('keep the pictures of their notes', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const one = await postWork(app, 'ada', { title: 'One' });
      const list = await sendPicture(ada, one, await drawPicture(), { alt: 'A lamp' });
      const picture = list.markup.all('img').find((each) => each.attribute('alt') === 'A lamp');
      const src = picture?.attribute('src') ?? '';
      const edit = await ada.get(`/works/${one.id}/edit`);
      await ada.submit(edit, `/works/${one.id}`, { notes: `<img src="${src}" alt="A lamp">` });
      const form = await choose(app, [one], 'edit');
      const change = { 'add[freeform]': 'Storms', do: 'preview' };
      await send(app, await send(app, form, [one], change), [one], { do: 'apply' });
      const page = await ada.get(`/works/${one.id}`);
      assert.match(page.text, /Storms/);
      const shown = page.markup.all('img').map((each) => each.attribute('src'));
      assert.deepEqual(shown, [src]);
    });

    it('are all left as they were when one of them cannot be', async (test) => {
      const app = await makeApp(test, { database });
      const one = await postWork(app, 'ada', { title: 'One', fandoms: ['Tides', 'Tea'] });
      const two = await postWork(app, 'ada', { title: 'Two', fandoms: ['Tea'] });
      const form = await choose(app, [one, two], 'edit');
      for (const act of ['preview', 'apply']) {
        const sent = { 'remove[fandom]': 'Tea', do: act };
        const refused = await send(app, form, [one, two], sent);
        assert.equal(refused.status, 422);
        assert.match(refused.text, /Two: Name at least one fandom/);
      }
      assert.match(await facts(app, one), /Tea/);
    });

    it('are one’s own: others’ are passed over', async (test) => {
      const app = await makeApp(test, { database });
      const own = await postWork(app, 'ada', { title: 'Own' });
      const others = await postWork(app, 'ben', { title: 'Others' });
      const form = await choose(app, [own, others], 'edit');
      assert.match(form.text, /Change 1 work/);
      await send(app, form, [own, others], { readers: 'members', do: 'apply' });
      assert.match((await app.guest().get(`/works/${others.id}`)).text, /Tea by|They had tea/);
      const page = await app.guest().get(`/works/${own.id}`);
      assert.match(page.text, /only available to registered users/);
    });
  });

  describe('works deleted together', () => {
    it('can each be had back', async (test) => {
      const app = await makeApp(test, { database });
      const works = [await postWork(app, 'ada', { title: 'One' }), await postWork(app, 'ada', {})];
      const asked = await choose(app, works, 'delete');
      const list = await send(app, asked, works, { do: 'delete-now' });
      assert.match(list.body, /2 works are deleted\./);
      assert.equal((await app.guest().get(`/works/${works[0]?.id}`)).status, 410);
      const ada = await app.as('ada');
      assert.equal((await ada.get('/users/ada')).link('One'), list.link('One'));
      for (const path of [`/works/${works[0]?.id}`, `/works/${works[0]?.id}/edit`]) {
        const gone = await ada.get(path);
        assert.equal(gone.status, 410, path);
        assert.equal(gone.link('Have “One” back?'), list.link('One'));
      }
      const ben = await (await app.as('ben')).get(`/works/${works[0]?.id}`);
      assert.doesNotMatch(ben.body, /undelete|One/);
      await ada.submit(await ada.get(list.link('One')), '/undelete', {});
      assert.equal((await app.guest().get(`/works/${works[0]?.id}`)).status, 200);
    });
  });

  describe('an orphaned work', () => {
    it('stays for readers, and leads to its creator no more', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Left Behind' });
      const asked = await choose(app, [work], 'orphan');
      await send(app, asked, [work], { do: 'orphan-now', name: 'drop' });
      const page = await app.guest().get(`/works/${work.id}`);
      assert.equal(page.markup.withClass('byline heading')[0]?.text, 'orphan_account');
      const ada = await app.as('ada');
      assert.equal((await ada.get(`/works/${work.id}/edit`)).status, 403);
      assert.doesNotMatch((await app.guest().get('/users/ada/works')).text, /Left Behind/);
      assert.match((await app.guest().get('/users/orphan_account/works')).text, /Left Behind/);
      const { userId } = await app.member('ada');
      const kept = await app.parts.database.read
        .selectFrom('works')
        .select('id')
        .where('created_by', '=', userId)
        .execute();
      assert.deepEqual(kept, []);
    });

    it('keeps the name where that is wished, and its co-creators', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Duet' });
      const ben = await app.member('ben');
      await inviteCreators(app.parts, await app.member('ada'), work.id, ['ben']);
      await acceptInvitation(app.parts, ben, work.id, null);
      const asked = await choose(app, [work], 'orphan');
      await send(app, asked, [work], { do: 'orphan-now', name: 'keep' });
      const page = await app.guest().get(`/works/${work.id}`);
      const names = page.markup.withClass('byline heading')[0]?.text;
      assert.equal(names, 'ada (orphan_account), ben');
      assert.equal((await (await app.as('ben')).get(`/works/${work.id}/edit`)).status, 200);
    });

    it('takes the series along in which no work of its creator is left', async (test) => {
      const app = await makeApp(test, { database });
      const first = await postWork(app, 'ada', { title: 'A' });
      const works = [first, await postWork(app, 'ada', {})];
      const form = await choose(app, works, 'edit');
      await send(app, form, works, { seriesNew: 'Tides', do: 'apply' });
      const series = (await app.guest().get(`/works/${first.id}`)).link('Tides');
      const ada = await app.as('ada');
      const one = await choose(app, [first], 'orphan');
      await send(app, one, [first], { do: 'orphan-now' });
      assert.equal((await ada.get(`${series}/edit`)).status, 200);
      const rest = works.slice(1);
      await send(app, await choose(app, rest, 'orphan'), rest, { do: 'orphan-now' });
      assert.equal((await ada.get(`${series}/edit`)).status, 403);
    });

    it('is not made of what a moderator has hidden with its creator', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Hushed' });
      const asked = await choose(app, [work], 'orphan');
      const { userId } = await app.member('ada');
      await app.parts.database.write(async (transaction) => {
        await hidePerson(transaction, userId, app.clock.now());
        await settleWorksOfPerson(transaction, userId, app.clock.now());
      });
      const refused = await send(app, asked, [work], { do: 'orphan-now' });
      assert.equal(refused.status, 403);
      assert.equal((await app.guest().get(`/works/${work.id}`)).status, 404);
    });
  });
});
