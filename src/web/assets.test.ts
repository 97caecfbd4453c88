import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { loadAssets } from './assets.ts';

const root = join(import.meta.dirname, '../..');
const cacheFolder = mkdtempSync(join(tmpdir(), 'inkstead-assets-'));
after(() => rmSync(cacheFolder, { recursive: true, force: true }));
const assets = await loadAssets({ root, cacheFolder });

const plain = (name: string) => Buffer.from(assets.respond(assets.href(name))!.body).toString();
const sent = (name: string) => assets.respond(assets.href(name), 'br')!.body.length;

test('an address names the content, so that it may be kept for ever', () => {
  assert.match(assets.href('site.css'), /^\/assets\/[0-9A-Z]{8}-site\.css$/);
  const { headers, type } = assets.respond(assets.href('site.css'))!;
  assert.equal(headers['Cache-Control'], 'public, max-age=31536000, immutable');
  assert.equal(type, 'text/css; charset=utf-8');
});

test('a file is compressed as the client accepts it', () => {
  const address = assets.href('site.css');
  const as = (coding: string) => assets.respond(address, coding)!;
  const whole = as('').body;
  assert.deepEqual(brotliDecompressSync(as('gzip, deflate, br').body), Buffer.from(whole));
  assert.equal(as('gzip, deflate, br').headers['Content-Encoding'], 'br');
  assert.deepEqual(gunzipSync(as('gzip;q=0.8, br;q=0').body), Buffer.from(whole));
  assert.equal(as('identity').headers['Content-Encoding'], undefined);
  assert.equal(as('br').headers['Vary'], 'Accept-Encoding');
});

test('fonts are sent as they are, being compressed already', () => {
  const font = assets.respond(assets.href('literata-latin-wght-normal.woff2'), 'br')!;
  assert.equal(font.headers['Content-Encoding'], undefined);
  assert.equal(font.type, 'font/woff2');
});

test('the service worker stands above all addresses, under one name, and nobody keeps it', () => {
  const { headers, type, body } = assets.respond('/worker.js')!;
  assert.equal(headers['Cache-Control'], 'no-cache');
  assert.match(String(headers['Content-Security-Policy']), /default-src 'none'/);
  assert.equal(type, 'text/javascript; charset=utf-8');
  assert.deepEqual(body, assets.respond(assets.href('worker.js'))!.body);
});

test('nothing but assets is found, wherever the address points', () => {
  for (const path of ['/assets/', '/assets/nothing.css', '/assets/../package.json', '/works']) {
    assert.equal(assets.respond(path), null, path);
  }
  assert.throws(() => assets.href('nothing.css'), /no asset named nothing\.css/);
});

test('the second start reads what the first has kept, and both are the same', async () => {
  const again = await loadAssets({ root, cacheFolder });
  assert.equal(again.href('site.css'), assets.href('site.css'));
  assert.deepEqual(
    Buffer.from(again.respond(again.href('site.css'))!.body),
    Buffer.from(assets.respond(assets.href('site.css'))!.body),
  );
  assert.equal(readdirSync(cacheFolder).length, 1);
});

test('without a cache folder the same files are built', async () => {
  const fresh = await loadAssets({ root, cacheFolder: null });
  assert.equal(fresh.href('enhance.js'), assets.href('enhance.js'));
});

test('the styles of a reading page stay within 15 kB as sent', () => {
  assert.ok(sent('site.css') <= 11_000, `site.css: ${sent('site.css')} bytes`);
});

test('the script of a reading page stays within 5 kB as sent, with all that it may load', () => {
  // What a work page asks for: the menus, the reading bar, the folded tags, a flash.
  const pieces = ['enhance.js', 'menu.js', 'fold.js', 'reading-bar.js', 'forget.js'];
  const bytes = pieces.reduce((sum, name) => sum + sent(name), 0);
  assert.ok(bytes <= 3500, `${bytes} bytes`);
});

test('the sheet fetches nothing from elsewhere', () => {
  const addresses = [...plain('site.css').matchAll(/url\(([^)]*)\)/g)].map(
    ([, address]) => address,
  );
  assert.ok(addresses.length > 10);
  for (const address of addresses) assert.match(address!, /^"?(\/assets\/|data:)/);
});
