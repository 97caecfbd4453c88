import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkSkin, skinCharactersMax } from './index.ts';
import { functions, properties } from './properties.ts';

function kept(source: string): string {
  const checked = checkSkin(source);
  assert.ok(checked.ok, checked.ok ? '' : JSON.stringify(checked.problems));
  return checked.css;
}

function refused(source: string): string[] {
  const checked = checkSkin(source);
  assert.equal(checked.ok, false, checked.ok ? checked.css : '');
  return checked.ok ? [] : checked.problems.map(({ line, reason }) => `${line} ${reason}`);
}

const inside = (selector: string) => kept(`${selector} { color: red }`).split(' {')[0];

test('every selector is led back to the text, and classes to those of the sanitiser', () => {
  assert.equal(inside('p'), '#workskin p');
  assert.equal(inside('#workskin P'), '#workskin p');
  assert.equal(inside('#workskin > .phone'), '#workskin > .u-phone');
  assert.equal(inside('.phone.u-big'), '#workskin .u-phone.u-big');
  assert.equal(inside('.title, .summary p'), '#workskin .title,\n#workskin .summary p');
  assert.equal(inside('p+p~.Ab>*'), '#workskin p + p ~ .u-Ab > *');
  assert.equal(inside('#workskin'), '#workskin');
  assert.equal(inside('p:before'), '#workskin p::before');
  assert.equal(
    inside('li:nth-child( 2N + 1 ):not(.ab, em)'),
    '#workskin li:nth-child(2n+1):not(.u-ab, em)',
  );
});

test('no selector reaches beside the text or by an id', () => {
  for (const selector of [
    '#workskin + p',
    '#workskin ~ p',
    'body',
    'html p',
    ':is(body) p',
    'form',
    'p main',
  ]) {
    assert.deepEqual(refused(`${selector} {}`), ['1 outside'], selector);
  }
  for (const selector of ['#main', 'p #workskin', ':not(#main)', '#workskin#main']) {
    assert.match(refused(`${selector} {}`).join(), /id|selector/, selector);
  }
  for (const selector of ['p[title]', ':root', ':has(p)', 'p::first-line em', ':is(p em)', '> p']) {
    assert.equal(refused(`${selector} {}`).length, 1, selector);
  }
});

test('values are written anew', () => {
  const declared = (typed: string) => /\{\n {2}(.*);\n\}/.exec(kept(`p{${typed}}`))?.[1];
  assert.equal(declared('COLOR:#FFF'), 'color: #fff');
  assert.equal(declared('margin:0 auto!important'), 'margin: 0 auto !important');
  assert.equal(declared('width:calc( 100% - (2*1EM) )'), 'width: calc(100% - (2 * 1em))');
  assert.equal(declared('font:1em/1.5 "A, b",serif'), 'font: 1em / 1.5 "A, b", serif');
  assert.equal(declared('content:"\\201C</style>\'"'), 'content: "“\\3c /style\\3e \\27 "');
  assert.equal(
    declared('background:linear-gradient(90deg,RGB(1 2 3/50%),#12345678)'),
    'background: linear-gradient(90deg, rgb(1 2 3 / 50%), #12345678)',
  );
  assert.equal(
    kept('@media screen and (max-width:40em){p{color:red}}'),
    '@media screen and (max-width: 40em) {\n  #workskin p {\n    color: red;\n  }\n}\n',
  );
});

test('what asks others, leaves its place or is not known is refused with line and reason', () => {
  const cases: readonly [string, string][] = [
    ['p { background: url(https://a.example/b.png); color: red }', '1 function'],
    ['p { background: image-set("a.png" 1x) }', '1 function'],
    ['p { background: "a.png" }', '1 string'],
    ['@import "a.css";', '1 at-rule'],
    ['\n@font-face { font-family: a }', '2 at-rule'],
    ['@keyframes a { from { color: red } }', '1 at-rule'],
    ['@media (width > 3px) { p { color: red } }', '1 media'],
    ['p { position: fixed }', '1 position'],
    ['p { position: sticky }', '1 position'],
    ['p { --a: 1px }', '1 custom-property'],
    ['p { color: var(--a) }', '1 function'],
    ['p { behavior: a }', '1 property'],
    ['p { animation: a 1s }', '1 property'],
    ['p { direction: rtl }', '1 property'],
    ['p { width: 1parsec }', '1 unit'],
    ['p { width: 99999px }', '1 number'],
    ['p { color: #12345 }', '1 colour'],
    ['p { color: -moz-field }', '1 word'],
    ['p { color }', '1 declaration'],
    ['p { color: }', '1 value'],
    ['p { c\\6flor: red }', '1 escape'],
    ['p { color: red', '1 unclosed'],
    ['p { content: "a }', '1 unclosed'],
    ['p { color: rgb(1 2 3 }', '1 unclosed'],
    ['/* a', '1 unclosed'],
    ['p { color: red } }', '1 selector'],
    ['p; em { color: red }', '1 selector'],
    ['{ color: red }', '1 selector'],
    ['<style>', '1 sign'],
    ['#workskin { position: absolute }', '1 whole-text'],
    ['em, #workskin { margin: -9em }', '1 whole-text'],
    ['.x { color: red }', '1 class'],
    [`p{}${' '.repeat(skinCharactersMax)}`, '1 too-long'],
    [`${'p,'.repeat(1_001)}p { color: red }`, '1 too-many-rules'],
  ];
  for (const [source, told] of cases) {
    assert.deepEqual(refused(source), [told], source.slice(0, 60));
  }
});

test('everything wrong is told at once, the first twenty of it', () => {
  assert.deepEqual(refused('p { colour: red;\n width: 1zz }\n@layer a;\nbody { color: red }'), [
    '1 property',
    '2 unit',
    '3 at-rule',
    '4 outside',
  ]);
  assert.equal(refused('p { a: b }\n'.repeat(50)).length, 20);
});

const pieces = fc.oneof(
  fc.constantFrom(
    ...['p', '.phone', '#workskin', '#a', '>', '+', '~', '*', ',', ':', '::', ';', '{', '}', '('],
    ...[')', '[', ']', '"', "'", '\\', '/*', '*/', '//', '<', '&', '!important', '@media', '@a'],
    ...['not(', 'nth-child(2n+1)', 'before', 'hover', 'color:', 'color: red;', 'content:', ' '],
    ...['url(', 'var(', 'calc(', 'rgb(', '1px', '-2em', '50%', '1e9', '--a', '#fff', '\n', '\0'],
    ...['print', 'and', '(max-width: 3em)', 'position:', 'fixed', '“', '\u{1f600}', '\ud800'],
  ),
  fc.string({ maxLength: 4 }),
);
const sheets = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const value = fc.constantFrom(
  ...['red', '1px', '-1.5EM', '"a\\"b"', 'calc(1px + 2%)', 'rgb(1,2,3)', '#AbC', '50%', 'a, b'],
);
const soundSheets = fc
  .array(
    fc.tuple(
      fc.constantFrom('p', '.phone > em', '#workskin', 'li:nth-child(odd)', 'q:before', '.title'),
      fc.constantFrom(...properties),
      fc.array(value, { minLength: 1, maxLength: 3 }),
    ),
    { maxLength: 6 },
  )
  .map((rules) => rules.map(([at, name, is]) => `${at}{${name}:${is.join(' ')}}`).join('\n'));

test('no sheet makes it throw, and what comes out comes out again as it is', () => {
  const property = fc.property(fc.oneof(sheets, soundSheets), (source) => {
    const checked = checkSkin(source);
    if (!checked.ok) return checked.problems.length > 0;
    return kept(checked.css) === checked.css;
  });
  fc.assert(property, { numRuns: 2_000 });
});

test('nothing comes out but what is listed', () => {
  const property = fc.property(fc.oneof(sheets, soundSheets), (source) => {
    const checked = checkSkin(source);
    if (!checked.ok) return;
    assert.doesNotMatch(checked.css, /[<&\0]|@(?!media)|--|\burl\(|\bvar\(|position: fixed/);
    const bare = checked.css.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    for (const line of bare.split('\n')) {
      const name = /^\s*([a-z-]+): .*;$/.exec(line)?.[1];
      if (name !== undefined) assert.ok(properties.has(name), line);
      else assert.match(line, /^(?:|\s*}|@media [^{}]* \{|\s*#workskin\b[^{}]*(?:,| \{))$/);
      const called = name === undefined ? [] : (line.match(/[a-z-]+(?=\()/g) ?? []);
      for (const one of called) assert.ok(functions.has(one), line);
    }
  });
  fc.assert(property, { numRuns: 2_000 });
});
