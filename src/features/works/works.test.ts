// Posting, editing and deleting works through the pages.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { Fields } from '../../../test/kit/visitor.ts';

const goodWork: Fields = {
  title: 'The Lighthouse Keeper’s Cat',
  rating: '10',
  warnings: ['16'],
  fandoms: 'Harbour Lights',
  relationships: 'Cat & Keeper',
  characters: 'Keeper, Cat',
  freeforms: 'Fluff',
  language: 'en',
  expectedChapters: '1',
  'chapter[text]': 'The lamp was lit.\n\nThe cat approved.',
  policy: '1',
  do: 'post',
};

async function postWork(app: TestApp, fields: Fields = {}) {
  const ada = await app.as('ada');
  const form = await ada.get('/works/new');
  return ada.submit(form, '/works', { ...goodWork, ...fields }, { follow: false });
}

eachDatabase((database) => {
  describe('posting a work', () => {
    it('leads to the work, with its text in paragraphs', async (test) => {
      const app = await makeApp(test, { database });
      const answer = await postWork(app);
      assert.equal(answer.status, 303);
      assert.match(answer.response.headers.get('location') ?? '', /^\/works\/\d+$/);
    });

    it('is refused without title, rating, warning, fandom, language or text, each named', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const form = await ada.get('/works/new');
      const answer = await ada.submit(form, '/works', { do: 'post', policy: '1' });
      assert.equal(answer.status, 422);
      for (const name of ['title', 'rating', 'warnings', 'fandoms', 'language', 'chapter_text']) {
        assert.ok(answer.links.includes(`#${name}`), `the summary leads to ${name}`);
      }
    });

    it('keeps what was typed when something is wrong', async (test) => {
      const app = await makeApp(test, { database });
      const answer = await postWork(app, { title: '', 'chapter[text]': 'Typed with care.' });
      assert.equal(answer.status, 422);
      assert.match(answer.body, /Typed with care\./);
      assert.match(answer.body, /Harbour Lights/);
    });
  });
});
