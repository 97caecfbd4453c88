import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Visit } from '../../../../test/kit/visitor.ts';
import { readPlainText } from '../readers/plain-text.ts';

const story =
  'Title: Cold Tea Rating: General Audiences Summary: Two people and a pot. Chapter 1: Rain ' +
  'Mira was late. “You said eight,” said Tobias. “I said about eight.” She shook the rain out of ' +
  'her hair. “Is there tea?” “There was,” he said. * * * Nobody spoke of it again. Chapter 2 The ' +
  'fog had gone. A/N: Thanks for reading!';

/** What stands in the hidden fields and the selects, as a browser would send it. */
function pressed(page: Visit, label: RegExp): string {
  const button = page.markup
    .all('button')
    .find((one) => label.test(one.attribute('aria-label') ?? '') && one.text !== '');
  return button?.attribute('value') ?? '';
}

eachDatabase((database) => {
  test('a text in one line becomes a draft with chapters, notes and paragraphs', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const given = await ada.get(
      (await ada.get('/works/new')).link('Rescue a text that lost its paragraphs'),
    );
    const found = await ada.submit(given, '/works/rescue', { text: story });
    assert.equal(found.status, 200);
    assert.match(found.text, /1 scene break, 2 chapter headings, 1 note, 3 header lines/);
    assert.deepEqual(htmlProblems(found.body), []);
    const made = await ada.submit(found, '/works/rescue', { do: 'draft' });
    assert.match(made.path, /^\/works\/\d+\/edit$/);
    const read = await ada.get(made.path.replace('/edit', '?view_full_work=true'));
    for (const words of ['Cold Tea', 'Two people and a pot.', 'Rain', 'Thanks for reading!']) {
      assert.ok(read.text.includes(words), words);
    }
    assert.match(read.body, /<p>“You said eight,” said Tobias\./);
  });
});

test('a break is made and taken away by one press, without script', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const given = await ada.get('/works/rescue');
  const found = await ada.submit(given, '/works/rescue', { text: story });
  const broken = (page: Visit) =>
    page.markup.all('button').filter((one) => one.attribute('aria-pressed') === 'true').length;
  const place = pressed(found, /Break here/);
  const turned = await ada.submit(found, '/works/rescue', { turn: place });
  assert.equal(Math.abs(broken(turned) - broken(found)), 1);
  const again = await ada.submit(turned, '/works/rescue', { turn: place });
  assert.equal(broken(again), broken(found));
});

test('what a header line or a note took is given back, and a heading joined', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const greedy =
    'Title: Cold Tea Summary: Two people and a pot. It rained all day. Mira was late. Chapter 1 ' +
    'She sat down with Volume 2 of it. A/N: Sorry! Thanks for reading. He ran. Then he stopped.';
  let page = await ada.submit(await ada.get('/works/rescue'), '/works/rescue', { text: greedy });
  const press = async (words: string) => {
    const place = String(greedy.indexOf(words));
    assert.ok(page.body.includes(`name="turn" value="${place}"`), words);
    page = await ada.submit(page, '/works/rescue', { turn: place });
  };
  await press('It rained');
  await press('He ran');
  await press('Chapter 1');
  assert.match(page.text, /no chapter headings, 2 notes, 2 header lines/);
  assert.deepEqual(htmlProblems(page.body), []);
  page = await ada.submit(page, '/works/rescue', {
    [`kind-${greedy.indexOf('He ran')}`]: 'paragraph',
  });
  const made = await ada.submit(page, '/works/rescue', { do: 'draft' });
  const work = await ada.get(made.path.replace('/edit', '?view_full_work=true'));
  assert.match(work.body, /<p>Two people and a pot\.<\/p>/);
  assert.match(work.body, /<p>It rained all day\. Mira was late\. Chapter 1<\/p>/);
  assert.match(work.body, /<p>He ran\. Then he stopped\.<\/p>/);
});

test('what a part is can be changed, and is kept while other things are', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const found = await ada.submit(await ada.get('/works/rescue'), '/works/rescue', { text: story });
  const from = story.indexOf('* * *');
  const changed = await ada.submit(found, '/works/rescue', { [`kind-${from}`]: 'note' });
  assert.match(changed.text, /no scene breaks, 2 chapter headings, 2 notes/);
  const later = await ada.submit(changed, '/works/rescue', { turn: pressed(changed, /Break/) });
  assert.match(later.text, /no scene breaks, 2 chapter headings, 2 notes/);
  const other = await ada.submit(later, '/works/rescue', { text: `${story} More.`, do: 'again' });
  assert.match(other.text, /1 scene break, 2 chapter headings/);
});

test('a file in an old encoding is read, and one that is no text is refused', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const send = async (bytes: Uint8Array) => {
    const page = await ada.get('/works/rescue');
    const token = page.form('/works/rescue').all('input')[0]?.attribute('value') ?? '';
    const data = new FormData();
    data.append('authenticity_token', token);
    data.append('text', '');
    data.append('look', 'missing');
    data.append('file', new File([bytes as BlobPart], 'story.txt'));
    const body = new Response(data);
    const headers = { 'content-type': body.headers.get('content-type') ?? '' };
    return ada.send('POST', '/works/rescue', await body.arrayBuffer(), { headers });
  };
  const old = await send(Buffer.from('\x93No.\x94 He left them all and went home.', 'latin1'));
  assert.match(old.text, /“No\.”/);
  const broken = await send(Uint8Array.from({ length: 400 }, (_, at) => at % 31));
  assert.equal(broken.status, 422);
});

test('a file that lost its shape comes in rescued, one that has it as it stands', () => {
  const flat = readPlainText(Buffer.from(`${story} `.repeat(3)));
  assert.equal(flat.title, 'Cold Tea');
  assert.ok(flat.chapters.length > 1);
  assert.ok((flat.chapters[0]?.source.split('\n\n').length ?? 0) > 4);
  const whole = readPlainText(Buffer.from('One went out. “No,” he said.\n\nTwo came in. “Yes.”'));
  assert.equal(whole.chapters[0]?.source, 'One went out. “No,” he said.\n\nTwo came in. “Yes.”');
});
