// What is typed and not saved: kept for its writer alone, offered again, gone when it is saved.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import type { Fields, Visit, Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { countDiskUse } from '../accounts/index.ts';
import { findWork } from './index.ts';

const json = { headers: { accept: 'application/json' } };

function fieldOf(page: Visit, name: string): string {
  const isIt = (one: { attribute(name: string): string | undefined }) =>
    one.attribute('name') === name;
  const area = page.markup.all('textarea').find(isIt);
  if (area !== undefined) return area.rawText.replace(/^\n/, '');
  return page.markup.all('input').find(isIt)?.attribute('value') ?? '';
}

/** Sends the form of a page to be saved for now, as the script does. */
async function keep(visitor: Visitor, page: Visit, fields: Fields): Promise<Visit> {
  const names = ['window', 'kind', 'work', 'chapter'].map((name) => `autosave_${name}`);
  const own = [...names, 'authenticity_token', 'revision'];
  const standing = Object.fromEntries(own.map((name) => [name, fieldOf(page, name)]));
  return visitor.post('/autosave', { ...standing, ...fields }, json);
}

async function startedWork(visitor: Visitor): Promise<Visit> {
  const page = await visitor.get('/works/new');
  const fields = { title: 'Half a Story', 'chapter[text]': '<p>Once upon a time</p>' };
  assert.equal((await keep(visitor, page, fields)).status, 200);
  return page;
}

eachDatabase((database) => {
  describe('what is saved for now', () => {
    it('is offered above the form, and put back into it', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      await startedWork(ada);
      const again = await ada.get('/works/new');
      assert.match(again.text, /not saved for good; kept 2026-03-01 12:00 UTC: Once upon a time/);
      assert.equal(fieldOf(again, 'title'), '');
      const back = await ada.get(again.link('Put it back'));
      assert.equal(fieldOf(back, 'title'), 'Half a Story');
      assert.equal(fieldOf(back, 'chapter[text]'), '<p>Once upon a time</p>');
      assert.doesNotMatch(back.text, /not saved for good/);
      assert.deepEqual(htmlProblems(again.body), []);
    });

    it('is one row for a window, however often it is saved', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const page = await startedWork(ada);
      const answer = await keep(ada, page, { title: 'A Whole Story' });
      assert.deepEqual(answer.json(), { savedAt: '2026-03-01T12:00:00.000Z' });
      const again = await ada.get('/works/new');
      assert.equal(again.links.filter((link) => link.includes('?autosave=')).length, 1);
      const back = await ada.get(again.link('Put it back'));
      assert.equal(fieldOf(back, 'title'), 'A Whole Story');
    });

    it('is compared with what is saved, and can be thrown away', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const id = await placeTestWork(app);
      const work = await ada.get(`/works/${id}`);
      const form = await ada.get(work.link('Edit this chapter'));
      const text = '<p>The lamp was out. The cat approved.</p>';
      assert.equal((await keep(ada, form, { text, format: 'html' })).status, 200);
      const again = await ada.get(form.path);
      const both = await ada.get(again.link('See both'));
      assert.match(both.body, /<del><span class="landmark">Removed: <\/span>lit<\/del>/);
      assert.match(both.body, /<ins><span class="landmark">Added: <\/span>out<\/ins>/);
      assert.deepEqual(htmlProblems(both.body), []);
      const gone = await ada.submit(both, '/drop', {});
      assert.match(gone.body, /thrown away/);
      assert.doesNotMatch(gone.text, /not saved for good/);
    });

    it('is gone when the form is saved for good', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const id = await placeTestWork(app);
      const form = await ada.get(`/works/${id}/edit`);
      assert.equal((await keep(ada, form, { title: 'Another' })).status, 200);
      const saved = await ada.submit(form, `/works/${id}`, { title: 'Another' });
      assert.equal(saved.status, 200);
      assert.doesNotMatch((await ada.get(form.path)).text, /not saved for good/);
      const left = await app.parts.database.read.selectFrom('autosaves').selectAll().execute();
      assert.deepEqual(left, []);
    });

    it('outlives its chapter, as a version of its writer’s alone', async (test) => {
      const app = await makeApp(test, { database, env: { INKSTEAD_DISK_SHARE: '1' } });
      const ada = await app.as('ada');
      const id = await placeTestWork(app, { chapters: [{ title: 'One' }, { title: 'Two' }] });
      const member = await app.member('ada');
      const { work } = await findWork(app.parts.database.read, member, id);
      const action = `/works/${id}/chapters/${work?.chapters[1]?.id}`;
      const form = await ada.get(`${action}/edit`);
      const typed = { title: 'Two', format: 'html', text: '<p>Typed on.</p>' };
      assert.equal((await keep(ada, form, typed)).status, 200);
      const gone = await ada.submit(await ada.get(`${action}/delete`), `${action}/delete`, {});
      assert.equal(gone.status, 200);
      const left = await app.parts.database.read.selectFrom('autosaves').selectAll().execute();
      assert.deepEqual(left, []);
      // Whatever else has taken the room meanwhile.
      await app.parts.database.write((transaction) =>
        countDiskUse(transaction, member.userId, 2 ** 21),
      );
      const back = await ada.submit(
        await ada.get(`/works/${id}/history`),
        `${action}/undelete`,
        {},
      );
      assert.match(back.text, /The lamp was lit/);
      assert.match((await ada.get(`${action}/history`)).text, /Typed, not saved/);
      assert.match((await ada.get(`${action}/history/2`)).text, /Typed on/);
    });

    it('outlives a log-out, and a process', async (test) => {
      const app = await makeApp(test, { database });
      await startedWork(await app.as('ada'));
      const other = await app.another();
      test.after(() => other.close());
      const { Visitor } = await import('../../../test/kit/visitor.ts');
      const { openSession } = await import('../accounts/index.ts');
      const session = await openSession(app.parts, (await app.member('ada')).userId);
      const later = new Visitor(other.fetch, session);
      assert.match((await later.get('/works/new')).text, /Once upon a time/);
    });

    it('is shown to nobody else, and kept in nobody else’s work', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const ben = await app.as('ben');
      const page = await startedWork(ada);
      const window = fieldOf(page, 'autosave_window');
      assert.equal((await ben.get(`/autosave/${window}`)).status, 404);
      assert.doesNotMatch((await ben.get(`/works/new?autosave=${window}`)).body, /Half a Story/);
      const id = await placeTestWork(app);
      const own = await ben.get('/works/new');
      const claim = { autosave_kind: 'work', autosave_work: String(id), title: 'Mine' };
      const refused = await keep(ben, own, claim);
      assert.equal(refused.status, 403);
      assert.match(refused.response.headers.get('content-type') ?? '', /problem\+json/);
    });

    it('needs the form’s token', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const page = await ada.get('/works/new');
      const forged = await keep(ada, page, { authenticity_token: 'x', title: 'Y' });
      assert.equal(forged.status, 403);
    });

    it('is refused beyond a person’s share, and what was kept before stays', async (test) => {
      const app = await makeApp(test, { database, env: { INKSTEAD_DISK_SHARE: '1' } });
      const ada = await app.as('ada');
      const page = await startedWork(ada);
      const noise = Buffer.from(app.parts.random.bytes(1_100_000)).toString('base64');
      const refused = await keep(ada, page, { 'chapter[text]': noise });
      assert.equal(refused.status, 413);
      assert.match(String(refused.json()['detail']), /has reached 1 MB/);
      assert.match((await ada.get('/works/new')).text, /Once upon a time/);
    });
  });

  it('without script the button saves for now and shows the form again', async (test) => {
    const app = await makeApp(test, { database });
    const ada = await app.as('ada');
    const page = await ada.get('/works/new');
    const button = page.markup.all('button').find((one) => one.text === 'Save for now');
    assert.equal(button?.attribute('formaction'), '/autosave');
    const names = ['window', 'kind', 'work', 'chapter'].map((name) => `autosave_${name}`);
    const own = [...names, 'authenticity_token'];
    const standing = Object.fromEntries(own.map((name) => [name, fieldOf(page, name)]));
    const kept = await ada.post('/autosave', { ...standing, title: 'By Hand', do: 'keep' });
    assert.match(kept.body, /Saved for now\. Only you can see it/);
    assert.equal(fieldOf(kept, 'title'), 'By Hand');
    assert.equal(fieldOf(kept, 'autosave_window'), standing['autosave_window']);
  });
});
