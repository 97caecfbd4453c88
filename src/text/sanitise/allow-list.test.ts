import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText, type TextField } from '../clean-text.ts';

function clean(source: string, field: TextField = 'chapter'): string {
  const cleaned = cleanText(source, 'html', field);
  assert.ok(cleaned.ok);
  return cleaned.html;
}

/** The one paragraph that the source becomes. */
function line(source: string): string {
  const match = /^<p>(.*)<\/p>$/s.exec(clean(source));
  assert.ok(match, clean(source));
  return match[1]!;
}

const rel = 'rel="nofollow ugc noopener"';

test('formats of the allow-list stay as they are', () => {
  const names =
    'abbr b bdi cite code del dfn em i ins kbd mark q s samp small strong sub sup u var';
  for (const name of names.split(' ')) {
    assert.equal(line(`a <${name}>b</${name}> c`), `a <${name}>b</${name}> c`);
  }
});

test('obsolete markup is rewritten', () => {
  assert.equal(clean('<center>a</center>'), '<div class="u-centre"><p>a</p></div>');
  assert.equal(line('<tt>a</tt>'), '<code>a</code>');
  assert.equal(line('<strike>a</strike>'), '<s>a</s>');
  assert.equal(line('<acronym title="b">a</acronym>'), '<abbr title="b">a</abbr>');
  assert.equal(line('<big>a</big>'), '<span class="u-big">a</span>');
  assert.equal(line('<font color="red" size="7">a</font>'), 'a');
  assert.equal(clean('<xmp><b>a</xmp>'), '<pre>&lt;b&gt;a</pre>');
  assert.equal(clean('<p align="right">a</p>'), '<p class="u-right">a</p>');
  assert.equal(clean('<p align="constructor">a</p>'), '<p>a</p>');
});

test('italics that a word processor wrote as styles are kept as elements', () => {
  assert.equal(line('<span style="font-style:italic; color:red">a</span>'), '<i>a</i>');
  assert.equal(line('<span style="font-weight:700">a</span>'), '<b>a</b>');
  assert.equal(line('<b style="font-weight:normal">a</b>'), 'a');
  assert.equal(line('<span style="text-decoration: underline line-through">a</span>'), '<u>a</u>');
  assert.equal(clean('<p style="text-align:center">a</p>'), '<p class="u-centre">a</p>');
});

test('landmarks and forms become plain divisions', () => {
  assert.equal(clean('<main role="main"><nav>a</nav></main>'), '<div><div><p>a</p></div></div>');
  assert.equal(clean('<form action="/x"><button>a</button></form>'), '<div><p>a</p></div>');
});

test('scripts, styles, drawings and what they hold go', () => {
  const gone = [
    '<script>x()</script>',
    '<style>p{}</style>',
    '<svg><script>x</script><text>x</text></svg>',
    '<math><mi>x</mi></math>',
    '<template><p>x</p></template>',
    '<title>x</title>',
    '<select><option>x</select>',
    '<!-- x -->',
  ];
  for (const source of gone) assert.equal(line(`a${source}b`), 'ab');
});

test('an element nobody knows loses its tags and keeps its words', () => {
  assert.equal(line('<o:p>a</o:p><blink>b</blink><custom-tag>c</custom-tag>'), 'abc');
});

test('only class, dir, lang and title are kept everywhere', () => {
  assert.equal(
    clean(
      '<p id="i" style="x" onclick="y" data-z="1" role="main" aria-label="w" tabindex="1" ' +
        'class="verse" dir="RTL" lang="he" title=" two\n words ">a</p>',
    ),
    '<p class="u-verse" dir="rtl" lang="he" title="two words">a</p>',
  );
});

test('class names get their prefix once, and no others get in', () => {
  assert.equal(
    clean('<p class="verse u-verse 1st x userstuff a.b verse">a</p>'),
    '<p class="u-verse u-userstuff">a</p>',
  );
  assert.equal(clean('<p class="verse">a</p>', 'summary'), '<p>a</p>');
  assert.equal(clean('<p class="verse">a</p>', 'notes'), '<p class="u-verse">a</p>');
});

test('a malformed language or direction goes', () => {
  assert.equal(clean('<p lang="e" dir="up">a</p>'), '<p>a</p>');
  assert.equal(clean('<p lang="zh-Hant-TW">a</p>'), '<p lang="zh-Hant-TW">a</p>');
});

test('links keep http, https, mailto and paths of the archive', () => {
  assert.equal(
    line('<a href="https://a.example/b?c=d&e">x</a>'),
    `<a href="https://a.example/b?c=d&amp;e" ${rel}>x</a>`,
  );
  assert.equal(
    line('<a href=" HTTP://A.example ">x</a>'),
    `<a href="http://a.example/" ${rel}>x</a>`,
  );
  assert.equal(
    line('<a href="mailto:a@b.example">x</a>'),
    `<a href="mailto:a@b.example" ${rel}>x</a>`,
  );
  assert.equal(
    line('<a href="/works/1#notes" rel="me" target="_top">x</a>'),
    `<a href="/works/1#notes" ${rel}>x</a>`,
  );
  assert.equal(line('<a href="//a.example/b">x</a>'), `<a href="https://a.example/b" ${rel}>x</a>`);
});

test('a link to anything else is plain words', () => {
  const addresses = [
    'javascript:x()',
    'java&#10;script:x()',
    '&#1;javascript:x()',
    'JaVaScRiPt:x()',
    'data:text/html,x',
    'vbscript:x',
    'ftp://a.example/b',
    'file:///etc/passwd',
    'page.html',
    '#notes',
    '/\\a.example',
    '\\\\a.example',
    '/.//a.example',
    '/&#9;/a.example/..//b',
    'https://',
    'http://[::1]/',
    '',
  ];
  for (const address of addresses) {
    const html = line(`<a href="${address}">x</a>`);
    if (html !== 'x') assert.match(html, /^<a href="https:\/\/a\.example\//, address);
  }
});

test('addresses are written as e-book readers accept them', () => {
  assert.equal(
    line('<a href="https://me@a.example/ü b?[1]|&quot;#x#y%">x</a>'),
    `<a href="https://a.example/%C3%BC%20b?%5B1%5D%7C%22#x%23y%25" ${rel}>x</a>`,
  );
});

test('a link without words goes, and no link stands in another', () => {
  assert.equal(clean('<a href="/a"> </a><a href="/b"></a>'), '');
  assert.equal(
    clean('<a href="/a">a<table><tr><td><a href="/b">b</a></table></a>'),
    `<p><a href="/a" ${rel}>a</a></p>` +
      `<table><tbody><tr><td><a href="/a" ${rel}>b</a></td></tr></tbody></table>`,
  );
});

test('a picture becomes a link with its words', () => {
  const link = (label: string) =>
    `<a class="u-media" href="https://a.example/b.png" ${rel}>${label}</a>`;
  const source = 'src="https://a.example/b.png"';
  assert.equal(line(`<img ${source} alt="a cat">`), link('a cat'));
  assert.equal(line(`<img ${source} title="a cat">`), link('a cat'));
  assert.equal(line(`<img ${source} alt="">`), link('https://a.example/b.png'));
  assert.equal(line('<img src="b.png" alt="a cat">'), 'a cat');
  assert.equal(
    line(`<a href="/c"><img ${source} alt="a cat"></a>`),
    `<a href="/c" ${rel}>a cat</a>`,
  );
  assert.equal(clean(`<img ${source} width="1" height="1">`), '');
  assert.equal(clean('<img src="data:image/png;base64,x">'), '');
});

test('players, frames and embeds become links', () => {
  const link = (label: string) =>
    `<a class="u-media" href="https://a.example/b" ${rel}>${label}</a>`;
  assert.equal(line('<iframe src="//a.example/b" title="T">x</iframe>'), link('T'));
  assert.equal(line('<video title="T"><source src="https://a.example/b">x</video>'), link('T'));
  assert.equal(line('<audio src="https://a.example/b" title="T"></audio>'), link('T'));
  assert.equal(
    line('<object><param name="movie" value="https://a.example/b"><embed src="x"></object>'),
    link('https://a.example/b'),
  );
  assert.equal(clean('<iframe srcdoc="<p>x">x</iframe>'), '');
});

test('control characters go, half surrogates are replaced, text is NFC', () => {
  assert.equal(line('a\0b\u0007c&#1;d\ufeffe\u0085\ud800f'), 'abcde<br>\ufffdf');
  assert.equal(line('e\u0301 e<x>&#x301;</x>'), '\u00e9 \u00e9');
});

test('a mark that would melt into the tag before it is written as a number', () => {
  const html = line('<b>&#x338;a</b>');
  assert.equal(html, '<b>&#824;a</b>');
  assert.equal(html.normalize('NFC'), html);
});
