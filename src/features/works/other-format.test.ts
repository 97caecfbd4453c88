import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { inOtherFormat } from './other-format.ts';
import { otherFormatUrl } from './urls.ts';

test('plain paragraphs are the same in every format', () => {
  const typed = 'One.\n\nTwo,\nbroken.';
  for (const from of ['html', 'markdown', 'text'] as const) {
    const turned = inOtherFormat(typed, from, 'text');
    assert.ok('text' in turned);
    assert.deepEqual(turned.lost, []);
  }
  assert.deepEqual(inOtherFormat('<p>One.</p><p>Two,<br>broken.</p>', 'html', 'text'), {
    text: typed,
    lost: [],
  });
});

test('Markdown loses nothing, plain text what is named', () => {
  const html = '<p class="u-centre">A <em>b</em> <a href="https://a.example/">c</a></p>';
  const turned = inOtherFormat(html, 'html', 'markdown');
  assert.ok('text' in turned);
  assert.deepEqual(turned.lost, []);
  const plain = inOtherFormat(html, 'html', 'text');
  assert.ok('text' in plain);
  assert.deepEqual([...plain.lost].sort(), ['classes', 'emphasis', 'links']);
});

test('pictures go along, and plain text names their loss', () => {
  const file = `/works/1/images/${'0a'.repeat(16)}.jpg`;
  const html = `<p>A <img src="${file}" alt="boat" loading="lazy"> b</p>`;
  assert.deepEqual(inOtherFormat(html, 'html', 'markdown'), {
    text: `A ![boat](${file}) b`,
    lost: [],
  });
  assert.deepEqual(inOtherFormat(`![boat](${file})`, 'markdown', 'html'), {
    text: `<p><img src="${file}" alt="boat" loading="lazy"></p>`,
    lost: [],
  });
  const plain = inOtherFormat(html, 'html', 'text');
  assert.ok('text' in plain && plain.lost.includes('other'));
});

test('Markdown becomes the HTML that readers see', () => {
  assert.deepEqual(inOtherFormat('# A\n\n**b**', 'markdown', 'html'), {
    text: '<h4>A</h4>\n<p><strong>b</strong></p>',
    lost: [],
  });
});

test('a form’s script is answered, and what cannot be read is refused by name', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const form = await ada.get('/works/new');
  const inputs = form.markup.all('input');
  const token = inputs.find((one) => one.attribute('name') === 'authenticity_token');
  const send = (text: string) =>
    ada.post(otherFormatUrl, {
      authenticity_token: token?.attribute('value') ?? '',
      text,
      from: 'html',
      to: 'text',
    });
  const answer = await send('<p>a <b>b</b></p>');
  assert.deepEqual(JSON.parse(answer.body), { text: 'a b', lost: ['emphasis'] });
  assert.equal((await send('<div>'.repeat(500))).status, 422);
});
