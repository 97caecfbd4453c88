// Suggestions while typing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { canonical, metatag, parent, synonym, tagId } from '../../../test/kit/wrangling.ts';

eachDatabase((database) => {
  test('suggestions are names with their numbers as text', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(app, 'fandom:Tidewater Chronicles');
    const answer = await app.guest().get('/autocomplete/fandom?term=tide');
    assert.equal(answer.response.headers.get('content-type'), 'application/json; charset=utf-8');
    const id = String(await tagId(app, 'fandom:Tidewater Chronicles'));
    assert.deepEqual(JSON.parse(answer.body), [{ id, name: 'Tidewater Chronicles' }]);
  });

  test('a name is offered by its beginning and by the beginning of any word', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(app, 'character:Éowyn of the Marsh', 'character:Odile Marsh', 'character:Bea');
    const guest = app.guest();
    assert.deepEqual(await names(guest, 'character', 'marsh'), [
      'Odile Marsh',
      'Éowyn of the Marsh',
    ]);
    assert.deepEqual(await names(guest, 'character', 'EOW'), ['Éowyn of the Marsh']);
    assert.deepEqual(await names(guest, 'character', 'of the m'), ['Éowyn of the Marsh']);
    assert.deepEqual(await names(guest, 'character', 'rsh'), []);
    assert.deepEqual(await names(guest, 'character', ''), []);
    assert.deepEqual(await names(guest, 'character', ' , '), []);
  });

  test('words are found in any order, each in a word of its own', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(app, 'character:Mary Marsh', 'character:Mary Poole', 'character:Odile Marsh');
    const guest = app.guest();
    assert.deepEqual(await names(guest, 'character', 'mar odi'), ['Odile Marsh']);
    assert.deepEqual(await names(guest, 'character', 'mary m'), ['Mary Marsh']);
    assert.deepEqual(await names(guest, 'character', 'm mary'), ['Mary Marsh']);
  });

  test('a mistyped word finds names after those that begin so', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(app, 'character:Odile Marsh', 'character:Beatrice Marsh', 'character:Odlien');
    const guest = app.guest();
    assert.deepEqual(await names(guest, 'character', 'odli'), ['Odlien', 'Odile Marsh']);
    assert.deepEqual(await names(guest, 'character', 'parsh odi'), ['Odile Marsh']);
    assert.deepEqual(await names(guest, 'character', 'Baetrcie'), ['Beatrice Marsh']);
    assert.deepEqual(await names(guest, 'character', 'Beetles'), []);
    assert.deepEqual(await names(guest, 'character', 'odx'), []);
  });

  test('the very name comes first, whatever is used more', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(app, 'freeform:Tea', 'freeform:Tea Cosies');
    await postWork(app, 'ada', { freeforms: ['Tea Cosies'] });
    assert.deepEqual(await names(app.guest(), 'freeform', 'tea'), ['Tea', 'Tea Cosies']);
  });

  test('who asks for counts is told of works, and of the synonym that fits', async (t) => {
    const app = await makeApp(t, { database });
    await synonym(app, 'freeform:Slowburn', 'freeform:Gradual Love');
    await postWork(app, 'ada', { freeforms: ['Slowburn'] });
    const id = String(await tagId(app, 'freeform:Gradual Love'));
    const offered = (term: string) => suggestions(app.guest(), 'freeform', `${term}&counts=1`);
    const known = { id, name: 'Gradual Love', works: 1 };
    assert.deepEqual(await offered('slow'), [{ ...known, matched: 'Slowburn' }]);
    assert.deepEqual(await offered('slwobur'), [{ ...known, matched: 'Slowburn' }]);
    assert.deepEqual(await offered('grad'), [{ ...known, matched: null }]);
  });

  test('a synonym that no work shows leads on unnamed', async (t) => {
    const app = await makeApp(t, { database });
    await synonym(app, 'freeform:Slowburn', 'freeform:Gradual Love');
    const [offered] = await suggestions(app.guest(), 'freeform', 'slow&counts=1');
    assert.deepEqual(offered, { ...offered, name: 'Gradual Love', works: 0, matched: null });
  });

  test('nothing unseen is offered for a slip either', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { freeforms: ['Whispered', 'Muffled'], hidden: true });
    await postWork(app, 'ben', { freeforms: ['Whispered'], hidden: true });
    await postWork(app, 'ben', { freeforms: ['Drafted Words'], post: false });
    await synonym(app, 'freeform:Muffled', 'freeform:Quiet');
    for (const term of ['whispreed', 'mufled', 'drafetd']) {
      for (const visitor of [app.guest(), await app.as('eli'), await app.as('cho')]) {
        assert.deepEqual(await names(visitor, 'freeform', term), [], term);
      }
    }
    assert.deepEqual(await names(await app.as('dee'), 'freeform', 'whispreed'), ['Whispered']);
  });

  test('a name in a script without spaces is offered from any of its signs', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(app, 'character:苔の子');
    assert.deepEqual(await names(app.guest(), 'character', '子'), ['苔の子']);
  });

  test('each field is offered its own type, the field of any tag all of them', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(
      app,
      'fandom:Marsh',
      'character:Marsh',
      'freeform:Marsh',
      'relationship:Marsh/Sea',
    );
    for (const type of ['fandom', 'character', 'freeform']) {
      assert.deepEqual(await names(app.guest(), type, 'marsh'), ['Marsh'], type);
    }
    assert.deepEqual(await names(app.guest(), 'relationship', 'sea'), ['Marsh/Sea']);
    assert.equal((await names(app.guest(), 'tag', 'marsh')).length, 4);
    assert.equal((await app.guest().get('/autocomplete/medium?term=bo')).status, 404);
  });

  test('canonical tags come first, by their uses, then what two creators use', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(app, 'freeform:Teapots', 'freeform:Teacups', 'freeform:Teabags');
    const freeforms = ['Teacups', 'Tea Time'];
    await postWork(app, 'ada', { freeforms });
    await postWork(app, 'ben', { freeforms: [...freeforms, 'Teabags'] });
    await postWork(app, 'eli', { freeforms: ['Tea Time', 'Tea for one'] });
    assert.deepEqual(await names(app.guest(), 'freeform', 'tea'), [
      'Teacups',
      'Teabags',
      'Teapots',
      'Tea Time',
    ]);
  });

  test('a synonym leads to its canonical, also one that nobody has used', async (t) => {
    const app = await makeApp(t, { database });
    await synonym(app, 'freeform:Slowburn', 'freeform:Slow Burn');
    const [offered] = await suggestions(app.guest(), 'freeform', 'slowb');
    const id = String(await tagId(app, 'freeform:Slow Burn'));
    assert.deepEqual(offered, { id, name: 'Slow Burn' });
    assert.deepEqual(await names(app.guest(), 'freeform', 'slow'), ['Slow Burn']);
  });

  test('a synonym that stands only on works unseen leads nowhere', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { freeforms: ['Hushed'], hidden: true });
    await synonym(app, 'freeform:Hushed', 'freeform:Quiet');
    assert.deepEqual(await names(app.guest(), 'freeform', 'hush'), []);
    assert.deepEqual(await names(await app.as('ada'), 'freeform', 'hush'), ['Quiet']);
  });

  test('what one person made is offered to them and wranglers until another uses it', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { freeforms: ['Goats in boats'] });
    await postWork(app, 'ada', { freeforms: ['Goats in boats'] });
    const offered = () => offeredTo(app, 'goats');
    assert.deepEqual(await offered(), { ada: true, ben: false, cho: true, guest: false });
    await postWork(app, 'ben', { freeforms: ['Goats in boats'] });
    assert.deepEqual(await offered(), { ada: true, ben: true, cho: true, guest: true });
  });

  test('a wrangler is offered nothing from works that they may not see', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { freeforms: ['Goats in boats'], hidden: true });
    await postWork(app, 'ben', { freeforms: ['Goats in boats'], hidden: true });
    const offered = { ada: true, ben: true, cho: false, guest: false };
    assert.deepEqual(await offeredTo(app, 'goats'), offered);
  });

  test('a draft’s new tag is offered to its creator alone', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { freeforms: ['Goats in boats'], post: false });
    const offered = { ada: true, ben: false, cho: false, guest: false };
    assert.deepEqual(await offeredTo(app, 'boats'), offered);
  });
});

test('at most fifteen are offered', async (t) => {
  const app = await makeApp(t);
  for (let at = 0; at < 16; at++) await canonical(app, `freeform:Marsh ${at}`);
  assert.equal((await names(app.guest(), 'freeform', 'marsh')).length, 15);
});

test('tags below the fandoms named come first', async (t) => {
  const app = await makeApp(t);
  await parent(app, 'fandom:Tidewater', 'character:Oda Marsh');
  await canonical(app, 'character:Oda Hill');
  await postWork(app, 'ada', { characters: ['Oda Hill'] });
  const fandom = await tagId(app, 'fandom:Tidewater');
  assert.deepEqual(await names(app.guest(), 'character', 'oda'), ['Oda Hill', 'Oda Marsh']);
  assert.deepEqual(await names(app.guest(), 'character', `oda&fandom=${fandom}`), [
    'Oda Marsh',
    'Oda Hill',
  ]);
});

test('fandoms are named by number or name, and those they belong to count', async (t) => {
  const app = await makeApp(t);
  await metatag(app, 'fandom:Tides', 'fandom:Tides (Film)');
  await parent(app, 'fandom:Tides', 'character:Oda Marsh');
  await parent(app, 'character:Oda Marsh', 'relationship:Oda Marsh/Bea');
  await canonical(app, 'character:Oda Hill', 'relationship:Oda Hill/Bea');
  await synonym(app, 'fandom:Tides Movie', 'fandom:Tides (Film)');
  await postWork(app, 'ada', { characters: ['Oda Hill'], relationships: ['Oda Hill/Bea'] });
  for (const fandom of ['Tides', 'tides (film)', 'Tides Movie', 'Nowhere,Tides']) {
    const chosen = `oda&fandoms=${fandom}`;
    assert.equal((await names(app.guest(), 'character', chosen))[0], 'Oda Marsh', fandom);
    assert.equal((await names(app.guest(), 'relationship', chosen))[0], 'Oda Marsh/Bea', fandom);
  }
  assert.equal((await names(app.guest(), 'character', 'oda&fandoms=Nowhere'))[0], 'Oda Hill');
});

test('the form beside a tag’s works says whose works they are', async (t) => {
  const app = await makeApp(t);
  await canonical(app, 'fandom:Tides');
  const id = String(await tagId(app, 'fandom:Tides'));
  const form = async (path: string) =>
    (await app.guest().get(path)).markup.find((element) => element.id === 'work-filters');
  assert.equal((await form('/tags/Tides/works'))?.attribute('data-fandoms'), id);
  assert.equal((await form('/works'))?.attribute('data-fandoms') ?? null, null);
});

async function offeredTo(app: TestApp, term: string) {
  const offered = async (visitor: Visitor) => (await names(visitor, 'tag', term)).length > 0;
  return {
    ada: await offered(await app.as('ada')),
    ben: await offered(await app.as('ben')),
    cho: await offered(await app.as('cho')),
    guest: await offered(app.guest()),
  };
}

type Suggestion = { readonly id: string; readonly name: string };

async function suggestions(visitor: Visitor, of: string, term: string): Promise<Suggestion[]> {
  const { body } = await visitor.get(`/autocomplete/${of}?term=${encodeURI(term)}`);
  return JSON.parse(body) as Suggestion[];
}

async function names(visitor: Visitor, of: string, term: string): Promise<string[]> {
  return (await suggestions(visitor, of, term)).map(({ name }) => name);
}
