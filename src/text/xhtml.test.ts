import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serialiseXhtml } from './xhtml.ts';

test('void elements are closed, attributes have values, languages are said twice', () => {
  assert.equal(
    serialiseXhtml('<p lang="fr">a<br>b</p><hr><details open><summary>c</summary></details>'),
    '<p lang="fr" xml:lang="fr">a<br/>b</p><hr/>' +
      '<details open="open"><summary>c</summary></details>',
  );
});

test('a path of the archive becomes a whole address, or plain words where there is none', () => {
  const html = '<p><a href="/works/1" rel="nofollow ugc noopener">a</a><q cite="/b">c</q></p>';
  assert.equal(serialiseXhtml(html), '<p>a<q>c</q></p>');
  assert.equal(
    serialiseXhtml(html, { siteUrl: 'https://archive.example/' }),
    '<p><a href="https://archive.example/works/1" rel="nofollow ugc noopener">a</a>' +
      '<q cite="https://archive.example/b">c</q></p>',
  );
});

test('headings begin at the rank the book has room for', () => {
  assert.equal(serialiseXhtml('<h4>a</h4><h6>b</h6>', { firstHeading: 2 }), '<h2>a</h2><h4>b</h4>');
  assert.equal(serialiseXhtml('<h6>a</h6>', { firstHeading: 6 }), '<h6>a</h6>');
});

test('markup that has not been cleaned is cleaned first', () => {
  assert.equal(serialiseXhtml('a &nbsp;&eacute;<b>c<script>'), '<p>a \u00a0é<b>c</b></p>');
});
