import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { returnPath } from './return-path.ts';

test('log-in returns to paths of this site, with query and fragment', () => {
  assert.equal(returnPath('/works/1?view_adult=true#c'), '/works/1?view_adult=true#c');
  assert.equal(returnPath('/'), '/');
});

test('log-in never leads to another site', () => {
  const elsewhere = [
    '',
    'works',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    '/\t/elsewhere.example',
    '\n//elsewhere.example',
    'javascript:alert(1)',
  ];
  for (const given of elsewhere) assert.equal(returnPath(given), null, JSON.stringify(given));
});

test('log-in does not return to log-in or log-out', () => {
  assert.equal(returnPath('/users/login?return_to=/'), null);
  assert.equal(returnPath('/users/logout'), null);
  assert.equal(returnPath('/users/./logout'), null);
  assert.equal(returnPath('/users/loginna'), '/users/loginna');
});

test('whatever is given, the answer resolves to this site', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', ':', '@', '?', '#', 'a', '%2f', '\t', ' ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const path = returnPath(`/${pieces.join('')}`);
      if (path === null) return;
      assert.equal(new URL(path, 'http://site.example').host, 'site.example');
      assert.ok(!path.startsWith('//'));
    }),
  );
});
