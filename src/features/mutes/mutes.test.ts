// What is muted stays out of a reader's lists, counted and openable, and touches nobody else's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { type Fields, type Visit, Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { canonical, metatag, synonym, tagId } from '../../../test/kit/wrangling.ts';

function titles(page: Visit): string[] {
  const blurbs = page.markup.root.withClass('blurb');
  return blurbs.map((blurb) => blurb.all('h4')[0]?.all('a')[0]?.text ?? '').sort();
}

/** The line below a list's heading. */
function withheld(page: Visit): string {
  return page.markup.root.withClass('withheld')[0]?.text ?? '';
}

/** Sends one of the forms for something more to mute. */
async function mute(reader: Visitor, fields: Fields): Promise<Visit> {
  const page = await reader.get('/mutes');
  const token = page.form('/mutes').all('input')[0]?.attribute('value') ?? '';
  return reader.post('/mutes', { authenticity_token: token, ...fields });
}

/** Three works: ada's with tea, ada's with late-night tea, ben's of another fandom in German. */
async function library(app: TestApp) {
  await placeTestWork(app, { work: { title: 'One' }, tags: { freeform: ['Tea'] } });
  await placeTestWork(app, { work: { title: 'Two' }, tags: { freeform: ['Cuppa'] } });
  await placeTestWork(app, {
    by: 'ben',
    work: { title: 'Three', language: 'de', summary: 'Of cats and kings.' },
    tags: { fandom: ['Quiet Orbits'], freeform: ['Night Tea'] },
    chapters: [{ source: `<p>${'word '.repeat(50)}</p>` }],
  });
  await canonical(app, 'freeform:Tea', 'freeform:Night Tea', 'fandom:Quiet Orbits');
  await canonical(app, 'fandom:Harbour Lights');
  await synonym(app, 'freeform:Cuppa', 'freeform:Tea');
  await metatag(app, 'freeform:Tea', 'freeform:Night Tea');
}

eachDatabase((database) => {
  test('a muted tag keeps out its synonyms and subtags, in lists, counts and facets', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    assert.equal(titles(await eli.get('/works')).length, 3);
    const done = await mute(eli, { kind: 'tag', tag_name: 'Night Tea' });
    assert.match(done.body, /Muted\. Your lists leave it out/);
    const list = await eli.get('/works');
    assert.deepEqual(titles(list), ['One', 'Two']);
    assert.match(list.text, /^Works 2 Works/);
    assert.equal(withheld(list), 'Muted: 1 work, by Night Tea (1). Show them');
    assert.doesNotMatch(list.text, /Quiet Orbits/, 'a facet of a work that is kept out');
    await mute(eli, { kind: 'tag', tag_name: 'Tea' });
    const none = await eli.get('/works');
    assert.match(none.text, /^Works 0 Works/);
    assert.equal(withheld(none), 'Muted: 3 works, by Tea (3), Night Tea (1). Show them');
    assert.deepEqual(htmlProblems(none.body), []);
    assert.equal(titles(await app.guest().get('/works')).length, 3);
    assert.equal(withheld(await (await app.as('ben')).get('/works')), '');
  });

  test('a tag can be muted in one fandom alone', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    await mute(eli, { kind: 'tag', tag_name: 'Tea', fandom_name: 'Harbour Lights' });
    assert.deepEqual(titles(await eli.get('/works')), ['Three']);
    const mutes = await eli.get('/mutes');
    assert.match(mutes.text, /Tea \(only in Harbour Lights\)/);
  });

  test('several tags are muted at once, or none of them', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    assert.equal((await mute(eli, { kind: 'tag', tag_name: 'Night Tea, Nonsense' })).status, 422);
    assert.match((await eli.get('/mutes')).text, /muted nothing yet/);
    await mute(eli, { kind: 'tag', tag_name: 'Night Tea, Cuppa' });
    assert.deepEqual(titles(await eli.get('/works')), []);
  });

  test('people, phrases, languages and lengths can be muted', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    const without = async (fields: Fields) => {
      await mute(eli, fields);
      const left = titles(await eli.get('/works'));
      const mutes = await eli.get('/mutes');
      assert.match((await eli.submit(mutes, '/delete', {})).body, /Unmuted/);
      return left;
    };
    assert.deepEqual(await without({ kind: 'person', person: 'ben' }), ['One', 'Two']);
    assert.deepEqual(await without({ kind: 'phrase', phrase: 'cats and kings' }), ['One', 'Two']);
    assert.deepEqual(await without({ kind: 'phrase', phrase: 'night tea' }), ['One', 'Two']);
    assert.deepEqual(await without({ kind: 'language', language: 'de' }), ['One', 'Two']);
    assert.deepEqual(await without({ kind: 'words', words_rule: 'shorter', words: '20' }), [
      'Three',
    ]);
    assert.deepEqual(await without({ kind: 'words', words_rule: 'longer', words: '20' }), [
      'One',
      'Two',
    ]);
    assert.equal(titles(await eli.get('/works')).length, 3);
  });

  test('what is muted can be opened in the list, and says why it is', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    await mute(eli, { kind: 'tag', tag_name: 'Night Tea' });
    const opened = await eli.get(
      (await eli.get('/works?work_search[complete]=T')).link('Show them'),
    );
    assert.equal(titles(opened).length, 3);
    const marked = opened.markup.all('li').filter((one) => /Muted Night Tea/.test(one.text));
    assert.equal(marked.length, 1);
    const closed = await eli.get(opened.link('Mute again'));
    assert.deepEqual(titles(closed), ['One', 'Two']);
  });

  test('a work offers what can be muted about it', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    const list = await eli.get('/works');
    const choice = await eli.get(list.links.find((href) => href.startsWith('/mutes/new')) ?? '');
    assert.deepEqual(htmlProblems(choice.body), []);
    assert.match(choice.text, /This work: Three.*Works by ben.*All works in Deutsch.*Night Tea/s);
    const done = await eli.submit(choice, '/mutes', {});
    assert.match(done.body, /Muted\. Your lists/);
    assert.deepEqual(titles(await eli.get('/works')), ['One', 'Two']);
    assert.match(withheld(await eli.get('/works')), /Muted: 1 work, by a work you muted \(1\)/);
    assert.match(done.text, /Works Three/);
  });

  test('a tag and a person can be muted from their pages', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    for (const [page, link] of [
      ['/tags/Tea', 'Mute this tag'],
      ['/users/ben', 'Mute this person'],
    ] as const) {
      const choice = await eli.get((await eli.get(page)).link(link));
      assert.match((await eli.submit(choice, '/mutes', {})).body, /Muted\. Your lists/);
    }
    assert.deepEqual(titles(await eli.get('/works')), []);
    assert.equal(
      withheld(await eli.get('/works')),
      'Muted: 3 works, by Tea (3), ben (1). Show them',
    );
    assert.doesNotMatch((await app.guest().get('/tags/Tea')).text, /Mute/);
  });

  test('nobody’s own works are kept from them', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const ada = await app.as('ada');
    await mute(ada, { kind: 'tag', tag_name: 'Tea' });
    assert.deepEqual(titles(await ada.get('/works')), ['One', 'Two']);
    assert.deepEqual(titles(await ada.get('/users/ada/works')), ['One', 'Two']);
  });

  test('an anonymous work does not betray its creator to who muted them', async (t) => {
    const app = await makeApp(t, { database });
    const id = await placeTestWork(app, { by: 'ben', work: { title: 'Masked' } });
    await app.parts.database.write(async (transaction) => {
      await transaction.updateTable('works').set({ anonymous: 1 }).where('id', '=', id).execute();
    });
    const eli = await app.as('eli');
    await mute(eli, { kind: 'person', person: 'ben' });
    assert.deepEqual(titles(await eli.get('/works')), ['Masked']);
  });

  test('what cannot be muted is refused with all that was typed', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    const refused = async (fields: Fields, says: RegExp) => {
      const page = await mute(eli, fields);
      assert.equal(page.status, 422);
      assert.match(page.text, says);
      assert.deepEqual(htmlProblems(page.body), []);
      return page;
    };
    const typed = await refused({ kind: 'tag', tag_name: 'Nonsense' }, /no tag “Nonsense”/);
    assert.match(typed.body, /value="Nonsense"/);
    await refused({ kind: 'tag', tag_name: 'Tea', fandom_name: 'Atlantis' }, /no fandom/);
    await refused({ kind: 'person', person: 'nobody_here' }, /nobody with the log-in name/);
    await refused({ kind: 'person', person: 'eli' }, /cannot mute yourself/);
    await refused({ kind: 'phrase', phrase: ' … ' }, /Write the words/);
    await refused({ kind: 'phrase', phrase: 'x'.repeat(101) }, /up to 100 characters/);
    await refused({ kind: 'language', language: 'xx-none' }, /Choose a language/);
    for (const words of ['', '0', '-5', '1e9', 'many']) {
      await refused({ kind: 'words', words_rule: 'shorter', words }, /number of words/);
    }
    await refused({ kind: 'toString' }, /Choose what to mute/);
    await refused({ about: 'tag:9007199254740993' }, /Choose what to mute/);
    assert.match((await eli.get('/mutes')).text, /muted nothing yet/);
  });

  test('a tag that a reader may not meet cannot be tried out by muting it', async (t) => {
    const app = await makeApp(t, { database });
    await placeTestWork(app, { tags: { freeform: ['Secret Plan'] }, post: false });
    const eli = await app.as('eli');
    assert.equal((await mute(eli, { kind: 'tag', tag_name: 'Secret Plan' })).status, 422);
    const id = await tagId(app, 'freeform:Secret Plan');
    assert.equal((await eli.get(`/mutes/new?tag=${id}`)).status, 404);
    assert.equal((await mute(eli, { about: `tag:${id}` })).status, 422);
  });

  test('only the one who muted can unmute', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    const mutes = await mute(eli, { kind: 'tag', tag_name: 'Tea' });
    const ben = await app.as('ben');
    const address = mutes.form('/delete').attribute('action') ?? '';
    const token = (await ben.get('/mutes')).form('/mutes').all('input')[0]?.attribute('value');
    const tried = await ben.post(address, { authenticity_token: token ?? '' });
    assert.equal(tried.status, 404);
    assert.deepEqual(titles(await eli.get('/works')), []);
  });
});

test('what is muted can be the first that a process is asked for', async (t) => {
  const app = await makeApp(t);
  const work = await placeTestWork(app, { work: { title: 'One' } });
  const eli = await app.as('eli');
  await mute(eli, { about: `work:${work}` });
  const fresh = await app.another();
  const later = new Visitor(fresh.fetch, eli.cookies.get('inkstead_session'));
  const page = await later.get('/mutes');
  assert.equal(page.status, 200);
  assert.match(page.text, /One/);
  await fresh.close();
});
