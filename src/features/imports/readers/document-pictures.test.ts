// What documents show of pictures that lie in them, and what of hostile ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docx, odt } from '../../../../test/kit/import-files.ts';
import { sourceOfBytes, type ZipEntry } from '../../../kit/archive/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import { pictureBroughtBytesMax } from '../limits.ts';
import { readWorkOfFile } from './read-file.ts';

const gif = (seed: string) => Buffer.from(`GIF89a${seed}`);
const media: readonly ZipEntry[] = [
  { path: 'word/media/lamp.gif', bytes: gif('lamp') },
  { path: 'word/media/gull.gif', bytes: gif('gull') },
  { path: 'word/media/lies.png', text: '<html>' },
  { path: 'word/media/sketch.emf', bytes: Buffer.from([1, 0, 0, 0]) },
  { path: 'word/media/huge.png', bytes: Buffer.alloc(pictureBroughtBytesMax + 1, 'x') },
];
const related = {
  lamp: 'media/lamp.gif',
  gull: '/word/media/gull.gif',
  lies: 'media/lies.png',
  sketch: 'media/sketch.emf',
  huge: 'media/huge.png',
  out: '../../../../etc/passwd',
  far: 'https://elsewhere.example/a.png',
};
const drawing = (id: string, words: string, more = '') =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${words}">${more}</wp:docPr>
<a:graphic><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="a.png"/></pic:nvPicPr><pic:blipFill>
<a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>`;
const oldDrawing = (id: string, words: string) =>
  `<w:r><w:pict><v:shape alt="${words}"><v:imagedata r:id="${id}"/></v:shape></w:pict></w:r>`;

async function readDocument(name: string, bytes: Promise<Uint8Array>): Promise<BroughtWork> {
  return readWorkOfFile(name, sourceOfBytes(await bytes));
}

const textOf = ({ chapters }: BroughtWork) => chapters.map(({ source }) => source).join('');
const named = ({ pictures = [] }: BroughtWork, seed: string) =>
  pictures.find(({ bytes }) => Buffer.from(bytes).equals(gif(seed)))?.name;

test('pictures of a Word document come along with their words', async () => {
  const decorative = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>';
  const chart =
    '<w:r><w:drawing><wp:docPr descr="A chart of tides"/><c:chart r:id="c"/></w:drawing></w:r>';
  const body = `<w:p><w:r><w:t>Look:</w:t></w:r>${drawing('lamp', 'A &quot;lamp&quot;')}</w:p>
<w:p>${oldDrawing('gull', 'A gull')}${drawing('lamp', '', decorative)}${chart}</w:p>
<w:p><w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r></w:p><w:p><w:r><w:t>Then.</w:t></w:r></w:p>`;
  const work = await readDocument('a.docx', docx(body, media, related));
  const [lamp, gull] = [named(work, 'lamp'), named(work, 'gull')];
  const text = textOf(work);
  assert.equal(work.pictures?.length, 2);
  assert.match(text, new RegExp(`Look:<img src="picture:${lamp}" alt="A &quot;lamp&quot;">`));
  assert.match(text, new RegExp(`<img src="picture:${gull}" alt="A gull">`));
  assert.match(text, new RegExp(`<img src="picture:${lamp}">`));
  assert.match(text, /<img alt="A chart of tides">/);
  assert.match(text, /<hr>\s*<p>Then/);
  const said = work.decisions.join(' ');
  assert.match(said, /2 pictures come along.* One picture was left out; the words for it stay/);
});

test('a Word document whose pictures mean harm comes in without them', async () => {
  const hostile = ['lies', 'sketch', 'huge', 'out', 'far', 'none', 'r1'];
  const shown = hostile.map((id) => drawing(id, `It is ${id}`)).join('');
  const linked = drawing('x', 'Linked').replace('r:embed="x"', 'r:link="r1"');
  const body = `<w:p><w:r><w:t>Words.</w:t></w:r>${shown}${linked}</w:p>`;
  const work = await readDocument('a.docx', docx(body, media, related));
  assert.equal(work.pictures, undefined);
  assert.match(work.decisions.join(' '), /8 pictures were left out/);
  for (const id of hostile) assert.match(textOf(work), new RegExp(`<img alt="It is ${id}">`));
  assert.doesNotMatch(textOf(work), /src=|elsewhere|passwd/);
});

test('pictures of a document of LibreOffice come along, words after them and all', async () => {
  const files = [
    { path: 'Pictures/lamp.gif', bytes: gif('lamp') },
    { path: 'Pictures/gull.gif', bytes: gif('gull') },
    { path: 'Pictures/gull.svg', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  ];
  const frame = (inside: string) => `<draw:frame svg:width="5cm">${inside}</draw:frame>`;
  const image = (href: string) => `<draw:image xlink:href="${href}"><text:p/></draw:image>`;
  const lamp = `${image('Pictures/lamp.gif')}<svg:title>Lamp</svg:title><svg:desc>A
 lit lamp</svg:desc>`;
  const gull = `${image('Pictures/gull.svg')}${image('./Pictures/gull.gif')}<svg:title>A gull
</svg:title>`;
  const body = `${frame(image('https://elsewhere.example/a.png'))}
<text:p>Look: ${frame(lamp)} so.</text:p>
<text:p>${frame(`<draw:text-box><text:p>${frame(gull)}Under it</text:p></draw:text-box>`)}</text:p>
<text:p>${frame(`${image('../../etc/passwd')}<svg:desc>Far</svg:desc>`)}
${frame(`<draw:object xlink:href="./Object 1"/><svg:desc>A sum</svg:desc>`)}</text:p>`;
  const work = await readDocument('a.odt', odt(body, files));
  const text = textOf(work);
  assert.match(
    text,
    new RegExp(`Look: <img src="picture:${named(work, 'lamp')}" alt="A lit lamp"> so`),
  );
  assert.match(text, new RegExp(`<img src="picture:${named(work, 'gull')}" alt="A gull">Under it`));
  assert.match(text, /<img alt="Far"> *<img alt="A sum">/);
  assert.doesNotMatch(text, /elsewhere|passwd|svg/);
  const said = work.decisions.join(' ');
  assert.match(said, /2 pictures come along.* 3 pictures were left out/);
});

test('rich text comes in without its pictures and says how to bring them', async () => {
  const source = Buffer.from('{\\rtf1\\ansi Words.{\\pict\\pngblip 89504e47}\\par}');
  const work = await readDocument('a.rtf', Promise.resolve(source));
  assert.match(work.decisions.join(' '), /One picture was left out: none come in from RTF/);
});
