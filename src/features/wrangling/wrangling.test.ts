// The wrangling desk, as a wrangler without script meets it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { Fields, Visit, Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { canonical, parent, tagId } from '../../../test/kit/wrangling.ts';
import { addMember } from '../../../test/security/scene.ts';

const fandom = 'Harbour Lights';

/** Works of one canonical fandom, each with these freeforms. */
async function harbour(app: TestApp, ...freeforms: string[][]): Promise<number> {
  for (const tags of freeforms) {
    await placeTestWork(app, { tags: { fandom: [fandom], freeform: tags } });
  }
  await canonical(app, `fandom:${fandom}`);
  return tagId(app, `fandom:${fandom}`);
}

function waiting(page: Visit): string[] {
  return page.markup
    .all('span')
    .filter((one) => one.attribute('class') === 'name')
    .map((one) => one.text);
}

async function queueOf(cho: Visitor, fandomId: number, type = 'freeform'): Promise<Visit> {
  return cho.get(`/wrangling/queue?fandom=${fandomId}&type=${type}`);
}

eachDatabase((database) => {
  const start = (test: Parameters<typeof makeApp>[0]) => makeApp(test, { database });

  describe('the queue of a fandom', () => {
    it('is emptied by forms, looked at first, and filled again by undo', async (test) => {
      const app = await start(test);
      const id = await harbour(app, ['Kettles', 'Tea'], ['Kettles', 'Boats'], ['Kettles']);
      const cho = await app.as('cho');
      const queue = await queueOf(cho, id);
      assert.deepEqual(waiting(queue), ['Kettles', 'Tea', 'Boats']);
      const tags = [];
      for (const name of ['Kettles', 'Tea', 'Boats'] as const) {
        tags.push(String(await tagId(app, `freeform:${name}`)));
      }
      const asked = { act: 'canonise-in', target: fandom };
      const preview = await cho.submit(queue, '/wrangling/acts', { ...asked, tag: tags });
      assert.match(preview.text, /This touches 3 works, 0 saved filters and 0 people/);
      assert.deepEqual(waiting(await queueOf(cho, id)).length, 3, 'looking changes nothing');
      const done = await cho.submit(preview, '/wrangling/acts', { confirm: '1', tag: tags });
      assert.match(done.body, /Done: 6 acts/);
      assert.match(done.text, /No freeforms wait here/);
      const tag = await cho.get('/tags/Kettles');
      assert.match(tag.text, /Harbour Lights/);
      await cho.submit(done, '/wrangling/undo', {});
      assert.equal(waiting(await queueOf(cho, id)).length, 3);
    });

    it('shows nothing that stands on drafts alone, and lets nobody act upon it', async (test) => {
      const app = await start(test);
      const id = await harbour(app, ['Tea']);
      await placeTestWork(app, {
        post: false,
        tags: { fandom: [fandom], freeform: ['Secret Plans'] },
      });
      await placeTestWork(app, {
        work: { restricted: true },
        tags: { fandom: [fandom], freeform: ['For Members'] },
      });
      const secret = await tagId(app, 'freeform:Secret Plans');
      const cho = await app.as('cho');
      const queue = await queueOf(cho, id);
      assert.deepEqual(waiting(queue).sort(), ['For Members', 'Tea']);
      assert.equal((await cho.get(`/wrangling/tags/${secret}`)).status, 404);
      assert.equal((await cho.get(`/wrangling/history?tag=${secret}`)).status, 404);
      assert.doesNotMatch((await cho.get('/wrangling/tags?name=secret')).body, /Secret Plans/);
      const attempts: Fields[] = [
        { act: 'canonise', tag: String(secret) },
        { quick: `canonise:${secret}` },
        { act: 'synonym', tag: String(await tagId(app, 'freeform:Tea')), target: 'secret plans' },
      ];
      for (const sent of attempts) {
        const refused = await cho.submit(queue, '/wrangling/acts', sent);
        assert.equal(refused.status, 422);
        assert.doesNotMatch(refused.body, /Secret Plans/);
      }
    });

    it('offers what is spelt alike, and no name that only shares a word', async (test) => {
      const app = await start(test);
      const names = ['Foud Family', 'found  families', 'Found Family (Pigeons)', 'Family Dinner'];
      const id = await harbour(app, names);
      await canonical(app, 'freeform:Found Family', 'freeform:Dinner');
      const cho = await app.as('cho');
      const rows = (await queueOf(cho, id)).markup
        .all('li')
        .filter((one) => one.attribute('class') === 'entry')
        .map((one) => [
          /^[\w ()]+?(?= 1 work)/.exec(one.text)?.[0],
          one.text.includes('Synonym of'),
        ]);
      assert.deepEqual(rows, [
        ['Foud Family', true],
        ['found families', true],
        ['Found Family (Pigeons)', true],
        ['Family Dinner', false],
      ]);
    });

    it('says what each tag occurs with, and offers it as a parent or a synonym', async (test) => {
      const app = await start(test);
      const tags = { fandom: [fandom] };
      for (let work = 0; work < 3; work++) {
        await placeTestWork(app, { tags: { ...tags, relationship: ['Ada/Ben'] } });
      }
      await placeTestWork(app, {
        tags: { ...tags, fandom: ['Elsewhere'], relationship: ['Ben/Ada'] },
      });
      await placeTestWork(app, { tags: { ...tags, relationship: ['Ben/Ada'] } });
      await parent(app, `fandom:${fandom}`, 'relationship:Ada/Ben');
      await canonical(app, 'character:Ada');
      const id = await tagId(app, `fandom:${fandom}`);
      const cho = await app.as('cho');
      const queue = await queueOf(cho, id, 'relationship');
      assert.match(queue.text, /Synonym of “Ada\/Ben” spelt alike/);
      assert.match(queue.text, /Below “Harbour Lights” on 1 of 2 works/);
      assert.match(queue.text, /Below “Ada” named in it/);
      const [tag, target] = [
        await tagId(app, 'relationship:Ben/Ada'),
        await tagId(app, 'relationship:Ada/Ben'),
      ];
      await cho.submit(queue, '/wrangling/acts', { quick: `synonym:${tag}:${target}` });
      const works = await app.guest().get('/tags/Ada*s*Ben/works');
      assert.match(works.text, /5 Works/);
    });
  });

  describe('a form of the desk', () => {
    it('comes back with what was typed, and can make the tag that is missing', async (test) => {
      const app = await start(test);
      const id = await harbour(app, ['Tea', 'Hot Tea']);
      const cho = await app.as('cho');
      const tag = String(await tagId(app, 'freeform:Hot Tea'));
      const sent = { act: 'synonym', target: 'Hot Drinks', tag };
      const refused = await cho.submit(await queueOf(cho, id), '/wrangling/acts', sent);
      assert.equal(refused.status, 422);
      assert.match(refused.body, /name="target"[^>]* value="Hot Drinks"/);
      assert.match(refused.text, /There is no tag “Hot Drinks”/);
      await cho.submit(refused, '/wrangling/acts', { make: '1' });
      const page = await cho.get(`/wrangling/tags/${tag}`);
      assert.match(page.text, /synonym · Hot Drinks/);
    });

    it('asks before it moves what stands with a canonical', async (test) => {
      const app = await start(test);
      await harbour(app, ['Tea']);
      await canonical(app, 'freeform:Tea', 'freeform:Drinks');
      const cho = await app.as('cho');
      const page = await cho.get(`/wrangling/tags/${await tagId(app, 'freeform:Tea')}`);
      const asked = await cho.submit(page, '/wrangling/acts', {
        act: 'synonym',
        target: 'Drinks',
      });
      assert.equal(asked.status, 422, 'no tag was ticked');
      const tag = String(await tagId(app, 'freeform:Tea'));
      const shown = await cho.submit(page, '/wrangling/acts', {
        act: 'synonym',
        target: 'Drinks',
        tag,
      });
      assert.match(shown.text, /This touches 1 work/);
      const done = await cho.submit(shown, '/wrangling/acts', { confirm: '1' });
      assert.match(done.body, /Done/);
    });
  });

  describe('history', () => {
    it('tells who did what, and an undo that is refused names what stands on it', async (test) => {
      const app = await start(test);
      await harbour(app, ['Tea', 'Hot Tea']);
      const cho = await app.as('cho');
      const [tea, hot] = [await tagId(app, 'freeform:Tea'), await tagId(app, 'freeform:Hot Tea')];
      const page = await cho.get(`/wrangling/tags/${tea}`);
      await cho.submit(page, '/wrangling/acts', { quick: `canonise:${tea}` });
      await cho.submit(page, '/wrangling/acts', { quick: `synonym:${hot}:${tea}` });
      const history = await cho.get('/wrangling/history?by=cho');
      assert.match(history.text, /cho made “Hot Tea” a synonym of “Tea”.*cho made “Tea” canonical/);
      const first = history.markup
        .all('input')
        .filter((one) => one.attribute('name') === 'act')
        .map((one) => one.attribute('value') ?? '')
        .at(-1);
      const refused = await cho.submit(history, '/wrangling/undo', { act: first ?? '' });
      assert.equal(refused.status, 409);
      assert.match(refused.text, /A later act stands on this one.*“Hot Tea” a synonym of “Tea”/);
      await cho.submit(refused, '/wrangling/undo', {});
      assert.match((await cho.get('/wrangling/history')).text, /cho undid: made “Hot Tea”/);
    });
  });

  describe('wranglers', () => {
    it('sign up for fandoms, and go along when one becomes a synonym', async (test) => {
      const app = await start(test);
      const id = await harbour(app, ['Tea']);
      await canonical(app, 'fandom:Port Lights');
      const cho = await app.as('cho');
      const fandoms = await cho.get('/wrangling/fandoms');
      const unknown = await cho.submit(fandoms, '/wrangling/fandoms', {
        fandom: 'Nowhere',
        do: 'join',
      });
      assert.equal(unknown.status, 422);
      assert.match(unknown.body, /value="Nowhere"/);
      await cho.submit(fandoms, '/wrangling/fandoms', { fandom, do: 'join' });
      assert.match((await cho.get('/wrangling')).text, /Harbour Lights.*freeforms 1/);
      const port = await tagId(app, 'fandom:Port Lights');
      const preview = await cho.submit(await cho.get(`/wrangling/tags/${id}`), '/wrangling/acts', {
        quick: `synonym:${id}:${port}`,
      });
      assert.match(preview.text, /1 person/);
      const done = await cho.submit(preview, '/wrangling/acts', { confirm: '1' });
      assert.match((await cho.get('/wrangling')).text, /Your fandoms Port Lights/);
      await cho.submit(done, '/wrangling/undo', {});
      assert.match((await cho.get('/wrangling')).text, /Your fandoms Harbour Lights/);
    });

    it('leave each other notes on a tag, and each deletes only their own', async (test) => {
      const app = await start(test);
      await harbour(app, ['Tea']);
      const cho = await app.as('cho');
      const { visitor: gil } = await addMember(app, 'gil', ['wrangler']);
      const address = `/wrangling/tags/${await tagId(app, 'freeform:Tea')}`;
      const page = await cho.get(address);
      const empty = await cho.submit(page, '/notes', { note: ' ' });
      assert.equal(empty.status, 422);
      const long = await cho.submit(page, '/notes', { note: 'x'.repeat(2001) });
      assert.match(long.body, /x{2001}/);
      const noted = await cho.submit(page, '/notes', { note: 'Green or black?' });
      assert.match(noted.text, /Green or black\? cho, 2026-03-01/);
      const id = /name="delete" value="(\d+)"/.exec(noted.body)?.[1] ?? '';
      const read = await gil.get(address);
      assert.match(read.text, /Green or black\?/);
      assert.doesNotMatch(read.body, /name="delete"/);
      assert.equal((await gil.submit(read, '/notes', { delete: id })).status, 404);
      await cho.submit(noted, '/notes', { delete: id });
      assert.doesNotMatch((await gil.get(address)).text, /Green or black/);
    });
  });
});
