import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlProblems } from './html-validate.ts';

const page = (body: string) =>
  `<!DOCTYPE html>
<html lang="en"><head><title>A page</title></head><body>${body}</body></html>`;

test('a valid page has no problems', () => {
  assert.deepEqual(htmlProblems(page('<main><h1>A</h1><p class="u-any Class">b</p></main>')), []);
});

test('a problem names its place and its rule', () => {
  const [problem, ...others] = htmlProblems(page('<h1>A</h1><img src="a.png">'));
  assert.match(problem ?? '', /^2:\d+ wcag\/h37 /);
  assert.deepEqual(others, []);
});

test('the roles that tools look for may stand on a div, and on nothing else', () => {
  const asDiv =
    '<div role="main"><h1>A</h1><div class="userstuff module" role="article">b</div></div>';
  assert.deepEqual(htmlProblems(page(asDiv)), []);
  assert.equal(htmlProblems(page('<h1>A</h1><ul role="article"><li>b</li></ul>')).length, 1);
  assert.equal(htmlProblems(page('<h1>A</h1><div role="navigation">b</div>')).length, 1);
});

test('summary and notes repeat in the whole-work view only, other ids never', () => {
  const twice = (id: string) => page(`<h1>A</h1><div id="${id}">b</div><div id="${id}">c</div>`);
  assert.deepEqual(htmlProblems(twice('summary'), { wholeWorkView: true }), []);
  assert.deepEqual(htmlProblems(twice('notes'), { wholeWorkView: true }), []);
  assert.equal(htmlProblems(twice('summary')).length, 1);
  assert.equal(htmlProblems(twice('chapters'), { wholeWorkView: true }).length, 1);
});
