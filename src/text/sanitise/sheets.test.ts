import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostElementsOfPage } from '../limits.ts';
import { applySheets, readSheets } from './sheets.ts';
import { nodesBelow } from './source-node.ts';
import { parseSource } from './source-tree.ts';

function stylesOf(markup: string, sheets: readonly string[]): string[] {
  const root = parseSource(markup, mostElementsOfPage);
  applySheets(root, readSheets(sheets));
  const attributes = [...nodesBelow(root)].flatMap((node) => node.attributes);
  return attributes.flatMap(({ name, value }) => (name === 'style' ? [value] : []));
}

test('of what sheets say of a class the last holds; comments and other blocks say nothing', () => {
  const sheet =
    '/* .a {font-style: oblique} */ @media screen { .a{font-style:normal} } ' +
    'p.a{font-weight:bold} .a, .b{font-style:italic} p.b{font-weight:bold} /* .a{font-weight:100}';
  assert.deepEqual(stylesOf('<i class="a b">x</i>', [sheet]), ['font-style:italic;']);
  const paragraph = '<p class="a" style="font-style: normal">x</p>';
  assert.deepEqual(stylesOf(paragraph, [sheet]), ['font-weight:bold;font-style: normal']);
});

test('what a sheet begins and never ends is passed once, however often it does', () => {
  const beginnings = ['a', '/* ', '{', '.a{', '.a,', '<!--', ' '];
  for (const one of beginnings) {
    const sheet = `.b{font-style:italic}${one.repeat(390_000 / one.length)}`;
    assert.deepEqual(stylesOf('<p class="b">x</p>', [sheet]), ['font-style:italic;']);
  }
});

test('an element takes each property once, however often a sheet says it', () => {
  const long = `.a{font-style:${'x'.repeat(200)}}`;
  const often = Array.from({ length: 9_000 }, (_, at) => `t${at}.a,.a{font-style:italic}`).join('');
  const markup = '<p class="a">x</p>'.repeat(2_000);
  const styles = stylesOf(markup, [long, often]);
  assert.equal(styles.length, 2_000);
  assert.ok(styles.every((one) => one === 'font-style:italic;'));
});
