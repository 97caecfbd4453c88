// Who may take a work home, and how the file travels.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { placeTestWork, soundChapter } from '../../../test/kit/works.ts';
import { addChapter } from '../works/index.ts';

describe('a download', () => {
  it('is an attachment that is trusted with nothing, whatever name was asked for', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, { work: { title: 'Tea "for"\u202e two/ツ' } });
    for (const name of ['x.epub', 'Tea_for_two.epub?updated_at=1', '..%2F..%2Fetc.epub']) {
      const { response } = await app.guest().get(`/downloads/${id}/${name}`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'application/epub+zip');
      const disposition = response.headers.get('content-disposition') ?? '';
      assert.match(disposition, /^attachment; filename="Tea for two\.epub"; filename\*=UTF-8''/);
      assert.doesNotMatch(decodeURIComponent(disposition), /[\u202e/]/);
      assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox; default-src/);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    }
  });

  it('of a format that is not built is not found', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app);
    for (const name of ['x.pdf', 'x.mobi', 'x', 'epub']) {
      assert.equal((await app.guest().get(`/downloads/${id}/${name}`)).status, 404, name);
    }
  });

  it('of a restricted work is kept from guests and from shared caches', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, { work: { restricted: true } });
    const guest = await app.guest().get(`/downloads/${id}/x.epub`, { follow: false });
    assert.equal(guest.response.headers.get('location'), `/works/${id}`);
    const member = await (await app.as('ben')).get(`/downloads/${id}/x.epub`);
    assert.equal(member.status, 200);
    assert.equal(member.response.headers.get('cache-control'), 'private, no-store');
  });

  it('of a draft is for its creator alone', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, { post: false });
    assert.equal((await app.guest().get(`/downloads/${id}/x.html`)).status, 404);
    assert.equal((await (await app.as('ben')).get(`/downloads/${id}/x.html`)).status, 404);
    assert.equal((await (await app.as('ada')).get(`/downloads/${id}/x.html`)).status, 200);
  });

  it('of a posted work leaves its draft chapters out, for its creator too', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app);
    const chapter = { ...soundChapter, source: '<p>Not yet for anybody.</p>' };
    await addChapter(app.parts, await app.member('ada'), id, { chapter, post: false });
    const file = await (await app.as('ada')).get(`/downloads/${id}/x.html`);
    assert.doesNotMatch(file.body, /Not yet for anybody/);
  });

  it('names nobody for an anonymous work', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app);
    await app.parts.database.write((transaction) =>
      transaction.updateTable('works').set({ anonymous: 1 }).where('id', '=', id).execute(),
    );
    const file = await app.guest().get(`/downloads/${id}/x.html`);
    assert.match(file.body, /by Anonymous/);
    assert.doesNotMatch(file.body, /\bada\b/);
  });
});

describe('the HTML file', () => {
  it('is one valid page that asks for nothing else', async (test) => {
    const app = await makeApp(test);
    const source = '<p>See <a href="/works/1">this</a> & "that".</p><h2>Two</h2><p>End.</p>';
    const id = await placeTestWork(app, {
      work: { summary: '<p>Short.</p>', endNotes: '<p>Thanks.</p>', expectedChapters: 2 },
      chapters: [{ title: 'One', source }, { title: 'Two' }],
    });
    const { body } = await app.guest().get(`/downloads/${id}/x.html`);
    assert.deepEqual(htmlProblems(body), []);
    assert.doesNotMatch(body, /<script|<link|src=/);
    assert.match(body, /href="http:\/\/127\.0\.0\.1:4700\/works\/1"/);
    for (const words of ['Short.', 'Thanks.', 'Chapter 1: One', 'Chapter 2: Two']) {
      assert.ok(body.includes(words), words);
    }
  });
});
