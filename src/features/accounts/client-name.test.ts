import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientName } from './client-name.ts';

test('a browser and its system are named in two words', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  assert.equal(clientName(firefox), 'Firefox, Linux');
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
  assert.equal(clientName(`Mozilla/5.0 (Windows NT 10.0) ${webkit}`), 'Chrome, Windows');
  assert.equal(clientName(`Mozilla/5.0 (Windows NT 10.0) ${webkit} Edg/140.0`), 'Edge, Windows');
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15';
  assert.equal(
    clientName(`${phone} (KHTML, like Gecko) Version/18.0 Safari/604.1`),
    'Safari, iPhone',
  );
});

test('a program that is no browser keeps the name it gives', () => {
  for (const name of ['curl/8.5.0', 'An e-book maker 4.1', ''])
    assert.equal(clientName(name), name);
});
