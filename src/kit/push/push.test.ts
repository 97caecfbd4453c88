import assert from 'node:assert/strict';
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { seededRandom } from '../ids/index.ts';
import { memoryLog } from '../log/index.ts';
import { fixedClock, hourMs } from '../time/index.ts';
import { encryptPush, messageBytesMax } from './encrypt.ts';
import { httpsPush, pushKeysOf } from './index.ts';
import { isPublicAddress, publicLookup } from './public-address.ts';
import { vapidHeader } from './vapid.ts';

const bytes = (word: string) => Buffer.from(word, 'base64url');

test('a message is encrypted as the example of RFC 8291 says', () => {
  const browser = {
    publicKey: bytes(
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    ),
    auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
  };
  const secrets = {
    salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
    privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
  };
  const message = Buffer.from('When I grow up, I want to be a watermelon');
  const expected = [
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml',
    'mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT',
    'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  ];
  const made = Buffer.from(encryptPush(browser, message, secrets)).toString('base64url');
  assert.equal(made, expected.join(''));
  const long = Buffer.alloc(messageBytesMax + 1);
  assert.throws(() => encryptPush(browser, long, secrets), RangeError);
});

test('the archive signs with a key made from its own, for one service and half a day', () => {
  const keys = pushKeysOf(new Uint8Array(32).fill(3));
  assert.equal(pushKeysOf(new Uint8Array(32).fill(3)).publicKey, keys.publicKey);
  assert.notEqual(pushKeysOf(new Uint8Array(32).fill(4)).publicKey, keys.publicKey);
  const endpoint = new URL('https://push.example/one/two?three');
  const said = vapidHeader(keys, endpoint, 'https://archive.example', 0);
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(said) ?? [];
  assert.equal(key, keys.publicKey);
  assert.deepEqual(JSON.parse(bytes(head).toString()), { typ: 'JWT', alg: 'ES256' });
  assert.deepEqual(JSON.parse(bytes(claims).toString()), {
    aud: 'https://push.example',
    exp: (12 * hourMs) / 1000,
    sub: 'https://archive.example',
  });
  const options = { key: createPublicKey(keys.privateKey), dsaEncoding: 'ieee-p1363' } as const;
  assert.ok(verify('sha256', Buffer.from(`${head}.${claims}`), options, bytes(signature)));
});

test('only addresses of the public internet are spoken to', () => {
  for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111', '2a00:1450::1']) {
    assert.ok(isPublicAddress(address), address);
  }
  const others4 = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254'];
  const rest4 = ['0.0.0.0', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1'];
  const others6 = ['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1'];
  const rest6 = ['64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'fe80::1%eth0'];
  for (const address of [...others4, ...rest4, ...others6, ...rest6, 'localhost', '']) {
    assert.ok(!isPublicAddress(address), address);
  }
});

test('a name is spoken to only where all its addresses are public', () => {
  const found: (readonly string[])[] = [];
  for (const addresses of [['8.8.8.8'], ['8.8.8.8', '10.0.0.1'], ['::1'], []]) {
    const listed = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const look = publicLookup((_name, _options, tell) => tell(null, listed));
    look('push.example', {}, (error, address) =>
      found.push([String(address), error?.message ?? '']),
    );
  }
  const refused = ['', 'push.example is not of the public internet'];
  assert.deepEqual(found, [['8.8.8.8', ''], refused, refused, refused]);
});

const wishes = {
  contact: 'https://archive.example',
  keys: pushKeysOf(new Uint8Array(32).fill(3)),
  clock: fixedClock(0),
  random: seededRandom('push'),
  log: memoryLog().log,
};

/** A browser's own keys, and what it gives away of them. */
function browser(endpoint: string) {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(bytes('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94'));
  const auth = 'BTBZMqHH6r4Tts7J_aSIgg';
  return { pair, target: { endpoint, publicKey: pair.getPublicKey('base64url'), auth } };
}

test('an endpoint that is not https, or not of the public internet, is refused', async () => {
  const push = httpsPush(wishes);
  const accepts = (endpoint: string) => push.accepts(browser(endpoint).target);
  assert.ok(accepts('https://push.example.org/x'));
  for (const endpoint of [
    'http://push.example.org/x',
    'https://localhost/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://push.example.org:8443/x',
    'https://name:word@push.example.org/x',
    'file:///etc/passwd',
    'x',
    `https://push.example.org/${'x'.repeat(1000)}`,
  ]) {
    assert.ok(!accepts(endpoint), endpoint);
    assert.equal(await push.send(browser(endpoint).target, 'x'), 'gone', endpoint);
  }
  const { target } = browser('https://push.example.org/x');
  assert.ok(!push.accepts({ ...target, publicKey: 'AAAA' }));
  assert.ok(!push.accepts({ ...target, auth: 'AAAA' }));
});

test('a service takes the message, says that the browser is gone, or fails', async (t) => {
  const taken: { headers: Record<string, unknown>; body: Buffer }[] = [];
  const server = createServer(async (request, answer) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    taken.push({ headers: request.headers, body });
    const status = Number(request.url?.slice(1));
    answer.writeHead(status, { location: '/201' });
    answer.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const only = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const push = httpsPush({ ...wishes, only });
  const said: string[] = [];
  for (const status of [201, 410, 404, 429, 500, 307]) {
    said.push(await push.send(browser(`${only}/${status}`).target, 'Hello, Ben'));
  }
  assert.deepEqual(said, ['sent', 'gone', 'gone', 'failed', 'failed', 'failed']);
  assert.equal(taken.length, 6);
  const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = taken;
  assert.equal(headers['content-encoding'], 'aes128gcm');
  assert.match(String(headers['authorization']), /^vapid t=/);
  assert.equal(read(browser(''), body), 'Hello, Ben');
  assert.ok(!push.accepts(browser('http://127.0.0.1:1/201').target));
});

/** As a browser reads it. */
function read({ pair, target }: ReturnType<typeof browser>, body: Buffer): string {
  const [salt, point] = [body.subarray(0, 16), body.subarray(21, 86)];
  const sealed = body.subarray(86);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), point]);
  const derive = (from: Uint8Array, with_: Uint8Array, of: Uint8Array | string, size: number) =>
    new Uint8Array(hkdfSync('sha256', from, with_, of, size));
  const secret = derive(pair.computeSecret(point), bytes(target.auth), info, 32);
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  assert.equal(plain.at(-1), 2);
  return plain.subarray(0, -1).toString();
}
