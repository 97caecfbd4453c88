import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';

type Icon = { readonly src: string; readonly sizes: string; readonly purpose: string };

type Manifest = {
  readonly name: string;
  readonly start_url: string;
  readonly icons: readonly Icon[];
};

test('the archive can be installed under its own name, with icons that are there', async (t) => {
  const app = await makeApp(t, { assets: 'built' });
  const guest = app.guest();
  const page = await guest.get('/');
  assert.match(page.body, /<link rel="manifest" href="\/manifest.webmanifest">/);
  const manifest = (await guest.get('/manifest.webmanifest')).json<Manifest>();
  assert.equal(manifest.start_url, '/');
  assert.match(page.body, new RegExp(`<title>[^<]*${manifest.name}`));
  const sizes = manifest.icons.map(({ sizes: size, purpose }) => `${size} ${purpose}`);
  assert.deepEqual(sizes, ['192x192 any', '512x512 any', '512x512 maskable', 'any any']);
  for (const { src } of manifest.icons) assert.equal((await guest.get(src)).status, 200, src);
});
