// Pictures in texts: those that the caller knows are shown, all others are links.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText, countWords, type FindPicture, markdownOf, serialiseXhtml } from '../index.ts';

const boat = '/works/1/images/boat.jpg';
const pictures: FindPicture = (address) =>
  address === boat ? { address, size: { width: 800, height: 600 }, alt: 'A boat' } : null;

function cleaned(html: string, find: FindPicture = pictures): string {
  const made = cleanText(html, 'html', 'chapter', find);
  assert.ok(made.ok);
  return made.html;
}

const shown = (alt: string, width = 800, height = 600) =>
  `<img src="${boat}" alt="${alt}" width="${width}" height="${height}" loading="lazy">`;

test('a known picture is shown with its words, its size, and nothing else', () => {
  const typed = `<img id=x onerror="x()" style="width:9px" srcset="/y 2x" src=${boat}>`;
  assert.equal(cleaned(typed), `<p>${shown('A boat')}</p>`);
  assert.equal(
    cleaned(`<img src="${boat}" alt="Two &quot;boats&quot;">`),
    `<p>${shown('Two &quot;boats&quot;')}</p>`,
  );
});

test('words that are there and empty say that it is decoration', () => {
  assert.equal(cleaned(`<img src="${boat}" alt=" ">`), `<p>${shown('')}</p>`);
});

test('a smaller width is kept, a larger one is not', () => {
  assert.equal(cleaned(`<img src="${boat}" width="400">`), `<p>${shown('A boat', 400, 300)}</p>`);
  assert.equal(cleaned(`<img src="${boat}" width="4000">`), `<p>${shown('A boat')}</p>`);
});

test('an unknown picture is a link, and so is every picture where none is shown', () => {
  const others = [
    '/works/2/images/boat.jpg',
    'https://example.org/a.jpg',
    'data:image/png;base64,AA',
  ];
  for (const src of [...others, `//example.org${boat}`, `https://example.org${boat}`]) {
    assert.doesNotMatch(cleaned(`<img src="${src}" alt="x">`), /<img/, src);
  }
  const none = cleanText(`<img src="${boat}">`, 'html', 'chapter');
  assert.ok(none.ok && !none.html.includes('<img'));
  const summary = cleanText(`<img src="${boat}">`, 'html', 'summary', pictures);
  assert.ok(summary.ok && !summary.html.includes('<img'));
});

test('a link around a picture with words stays, around decoration it goes', () => {
  assert.match(cleaned(`<a href="/x"><img src="${boat}"></a>`), /<a [^>]*><img/);
  assert.doesNotMatch(cleaned(`<a href="/x"><img src="${boat}" alt=""></a>`), /<a/);
});

test('Markdown shows pictures, and is written with them', () => {
  const made = cleanText(`One ![A *red* boat](${boat}) two.`, 'markdown', 'chapter', pictures);
  assert.ok(made.ok);
  assert.equal(made.html, `<p>One ${shown('A red boat')} two.</p>`);
  assert.equal(markdownOf(made.html), `One ![A red boat](${boat}) two.`);
});

test('pictures are no words, and stand in XML with their words even when these are empty', () => {
  assert.equal(countWords(cleaned(`One <img src="${boat}" alt="three four five"> two`)), 2);
  const picture = () => 'boat.jpg';
  const xhtml = serialiseXhtml(cleaned(`<img src="${boat}" alt="">`), { picture });
  assert.match(xhtml, /<img [^>]*alt="" [^>]*\/>/);
});

test('whatever is typed around pictures, cleaning it again changes nothing', () => {
  const piece = fc.constantFrom(
    `<img src="${boat}">`,
    `<img src="${boat}" alt="" width="30">`,
    '<img src="/works/2/images/x.jpg" alt="far">',
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<a href="/x">',
    '</a>',
    '<pre>',
    '</pre>',
    '<figure>',
    '<figcaption>',
    '</figure>',
    '<ul><li>',
    '</ul>',
    '<ruby>',
    '<rt>',
    '</ruby>',
    '<table><tr><td>',
    '</table>',
    '<h3>',
    '</h3>',
    '<br>',
    ' ',
    '\n\n',
    'word',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const once = cleaned(pieces.join(''));
      assert.equal(cleaned(once), once);
      for (const [tag] of once.matchAll(/<img[^>]*>/g)) {
        assert.match(tag, /^<img src="\/works\/1\/images\/boat\.jpg" alt="[^"]*" width="\d+" /);
      }
    }),
    { numRuns: 1_000 },
  );
});
