// What becomes of a picture that a stranger sends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { drawPicture } from '../../../test/kit/pictures.ts';
import { createRedrawer, imageSideMax, type Redrawn } from './index.ts';
import { redraw } from './redraw.ts';

async function drawn(bytes: Uint8Array): Promise<Extract<Redrawn, { ok: true }>> {
  const made = await redraw(bytes);
  assert.ok(made.ok, JSON.stringify(made));
  return made;
}

test('what a camera wrote beside the picture is gone, and it stands upright', async () => {
  const photo = await drawPicture({ width: 40, height: 30, asFromCamera: true });
  assert.ok(photo.includes('Exif') && photo.includes('The Keeper'));
  const made = await drawn(photo);
  assert.deepEqual([made.width, made.height, made.type], [30, 40, 'image/jpeg']);
  const facts = await sharp(made.bytes).metadata();
  assert.deepEqual([facts.exif, facts.icc, facts.orientation], [undefined, undefined, undefined]);
  assert.ok(!Buffer.from(made.bytes).includes('The Keeper'));
});

test('every kind that is taken becomes a JPEG, or a PNG where it is drawn or clear', async () => {
  const kinds = {
    jpeg: 'image/jpeg',
    webp: 'image/jpeg',
    avif: 'image/jpeg',
    png: 'image/png',
    gif: 'image/png',
  } as const;
  for (const [format, type] of Object.entries(kinds)) {
    const made = await drawn(await drawPicture({ format: format as keyof typeof kinds }));
    assert.equal(made.type, type, format);
  }
  const clear = await drawn(await drawPicture({ format: 'webp', clear: true }));
  assert.equal(clear.type, 'image/png');
});

test('a large picture is made smaller, a small one is left as it is', async () => {
  const large = await drawn(await drawPicture({ width: imageSideMax * 2, height: 100 }));
  assert.deepEqual([large.width, large.height], [imageSideMax, 50]);
  const small = await drawn(await drawPicture({ width: 3, height: 2 }));
  assert.deepEqual([small.width, small.height], [3, 2]);
});

test('what is no picture, and what is too much of one, is refused with its reason', async () => {
  const photo = await drawPicture({ width: 200, height: 200 });
  const pixels = Buffer.from(await drawPicture({ format: 'png' }));
  pixels.writeUInt32BE(50_000, 16);
  pixels.writeUInt32BE(50_000, 20);
  const cases: readonly (readonly [Uint8Array | string, string])[] = [
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'drawing'],
    ['\ufeff<?xml version="1.0"?><svg/>', 'drawing'],
    ['<html><body>hello', 'not-an-image'],
    ['', 'not-an-image'],
    [await drawPicture({ format: 'tiff' }), 'format'],
    [photo.subarray(0, photo.length - 300), 'broken'],
    [Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(99)]), 'broken'],
    [Buffer.from('GIF89a and then something else', 'latin1'), 'broken'],
    [pixels, 'too-large'],
  ];
  for (const [given, problem] of cases) {
    const made = await redraw(typeof given === 'string' ? Buffer.from(given) : given);
    assert.deepEqual(made, { ok: false, problem }, String(given.slice(0, 20)));
  }
});

test('a process of its own draws the same', async () => {
  const inProcess = createRedrawer(new URL('../../image-process.ts', import.meta.url));
  const photo = await drawPicture({ asFromCamera: true });
  const [here, there] = [await redraw(photo), await inProcess(photo)];
  assert.deepEqual({ ...there, bytes: 0 }, { ...here, bytes: 0 });
  assert.ok(here.ok && there?.ok && Buffer.compare(here.bytes, there.bytes) === 0);
  assert.deepEqual(await inProcess(Buffer.from('none')), { ok: false, problem: 'not-an-image' });
});
