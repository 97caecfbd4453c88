// What strangers send: each is refused with one sentence, in bounded memory, and nothing is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { docx, epub, odt, otwHtml } from '../../../test/kit/import-files.ts';
import { type ByteSource, sourceOfBytes, writeZip } from '../../kit/archive/index.ts';
import { filesOf } from './files.ts';
import { FileRefused } from './refused-file.ts';

type Told = { readonly file: string; readonly reason: string | null };

/** What becomes of each file of what was sent: the reason it is refused for, or null. */
function tell(name: string, source: ByteSource): Told[] {
  const told: Told[] = [];
  for (const met of filesOf({ name, source })) {
    if (met.kind === 'refused') told.push({ file: met.name, reason: met.reason });
    if (met.kind !== 'file') continue;
    try {
      met.file.digest();
      met.file.read();
      told.push({ file: met.file.name, reason: null });
    } catch (error) {
      assert.ok(error instanceof FileRefused, `${met.file.name}: ${String(error)}`);
      told.push({ file: met.file.name, reason: error.message });
    }
  }
  return told;
}

function refused(name: string, bytes: Uint8Array | string, reason: RegExp): void {
  const [first, ...others] = tell(name, sourceOfBytes(Buffer.from(bytes)));
  assert.deepEqual(others, []);
  assert.match(first?.reason ?? 'it was read', reason);
  assert.match(first?.file ?? '', new RegExp(`^${name.replace('.', '\\.')}`));
}

/** An entry of a zip whose head says what we want. */
type RawEntry = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly says?: { readonly size?: number; readonly flags?: number; readonly method?: number };
  /** Begins where the first one does. */
  readonly overlaps?: boolean;
};

function rawZip(entries: readonly RawEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes, says = {}, overlaps } of entries) {
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(says.flags ?? 0x800, 8);
    head.writeUInt16LE(says.method ?? 8, 10);
    head.writeUInt32LE(crc32(bytes), 16);
    head.writeUInt32LE(packed.length, 20);
    head.writeUInt32LE(says.size ?? bytes.length, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(overlaps ? 0 : offset, 42);
    directory.push(head, name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    files.push(local, name, packed);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const container = {
  path: 'META-INF/container.xml',
  bytes: Buffer.from('<c><rootfile full-path="content.opf"/></c>'),
};
const words = Buffer.from('words');

test('a zip bomb is refused before it is unpacked, in a book and among files', () => {
  const zeros = { path: 'content.opf', bytes: new Uint8Array(30_000_000) };
  refused('bomb.epub', rawZip([container, zeros]), /unpacks to far more than a text does/);
  const lying = { ...zeros, says: { size: 4_000_000_000 } };
  refused('bomb.epub', rawZip([container, lying]), /unpacks to far more/);
  const small = { ...zeros, says: { size: 10 } };
  refused('bomb.epub', rawZip([container, small]), /damaged/);
  const inside = { path: 'a.txt', bytes: new Uint8Array(30_000_000) };
  refused('bomb.zip', rawZip([inside]), /unpacks to far more/);
  const twin = { path: 'b.txt', bytes: words, overlaps: true };
  refused('bomb.zip', rawZip([{ path: 'a.txt', bytes: words }, twin]), /unpacks to far more/);
});

test('a zip in a zip is opened, and one in that is not', async () => {
  const zip = (path: string, bytes: Uint8Array) => writeZip([{ path, bytes }], { modified: 0 });
  const inner = await zip('story.html', Buffer.from(otwHtml()));
  const middle = await zip('inner.zip', inner);
  assert.deepEqual(tell('outer.zip', sourceOfBytes(middle)), [
    { file: 'outer.zip/inner.zip/story.html', reason: null },
  ]);
  const outer = await zip('middle.zip', middle);
  refused('deep.zip', outer, /zip in a zip in a zip/);
});

test('a book of ten thousand parts is refused by their number', () => {
  const parts = Array.from({ length: 10_000 }, (_, at) => ({ path: `p${at}.txt`, bytes: words }));
  refused('many.epub', rawZip([container, ...parts]), /more parts than any book/);
});

test('the parts of a book that lost the list of them are not taken for works', () => {
  const mimetype = { path: 'mimetype', bytes: Buffer.from('application/epub+zip') };
  const part = { path: 'p1.xhtml', bytes: words };
  refused('lost.epub', rawZip([mimetype, part]), /lacks the list of its parts/);
});

test('a file that was cut short, or locked, says so', async () => {
  const whole = Buffer.from(await epub({ parts: [{ path: 'a.xhtml', body: '<p>Words.</p>' }] }));
  for (const share of [0.2, 0.5, 0.9]) {
    refused('cut.epub', whole.subarray(0, Math.floor(whole.length * share)), /cut short/);
  }
  const locked = { path: 'content.opf', bytes: words, says: { flags: 1 } };
  refused('locked.epub', rawZip([container, locked]), /locked with a password/);
  const other = { path: 'content.opf', bytes: words, says: { method: 99 } };
  refused('packed.epub', rawZip([container, other]), /packed in a way/);
  const encryption = '<e><CipherData><CipherReference URI="a.xhtml"/></CipherData></e>';
  const drm = await epub({
    parts: [{ path: 'a.xhtml', body: '<p>Words.</p>' }],
    more: [{ path: 'META-INF/encryption.xml', text: encryption }],
  });
  refused('drm.epub', drm, /locked \(DRM\)/);
  refused('old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /old document of Word/);
});

test('a name that leads outside, and one that is there twice, are refused', () => {
  refused('out.zip', rawZip([{ path: '../../etc/a.txt', bytes: words }]), /leads outside/);
  refused('out.zip', rawZip([{ path: '/a.txt', bytes: words }]), /leads outside/);
  const twice = { path: 'a.txt', bytes: words };
  refused('twice.zip', rawZip([twice, twice]), /two parts of it have one name/i);
});

test('entities that a file declares are refused, in books and documents', async () => {
  const laughs =
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
  const book = await epub({ parts: [{ path: 'a.xhtml', body: '<p>&c;</p>' }], doctype: laughs });
  refused('laughs.epub', book, /entities of its own/);
  const outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
  const document = await docx(`</w:body>${outside}<w:body>`);
  refused('laughs.docx', document, /entities of its own/);
});

test('an ordinary document type is none of that', async () => {
  const doctype =
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/x.dtd">';
  const book = await epub({ parts: [{ path: 'a.xhtml', body: '<p>Words.</p>' }], doctype });
  assert.equal(tell('a.epub', sourceOfBytes(book))[0]?.reason, null);
});

test('a document of 200 MB is refused by its size and never read', () => {
  const source: ByteSource = {
    size: 200_000_000,
    read(offset, length) {
      assert.ok(offset < 100 && length <= 100, 'it was read');
      return Buffer.alloc(length, 0x20);
    },
  };
  const [told] = tell('large.docx', source);
  assert.match(told?.reason ?? '', /more than 50 MB/);
});

test('a book whose order lies is refused and names what is missing', async () => {
  const parts = [{ path: 'a.xhtml', body: '<p>Words.</p>' }];
  const book = await epub({ parts, spine: ['gone.xhtml'] });
  refused('lies.epub', book, /names a part of the text that is not in it: gone\.xhtml/);
});

test('what stands too deep in each other is refused', async () => {
  const deep = `${'<div>'.repeat(10_000)}x`;
  refused('deep.html', deep, /too deep in each other/);
  refused('deep.epub', await epub({ parts: [{ path: 'a.xhtml', body: deep }] }), /too deep/);
  refused('deep.odt', await odt('<text:section>'.repeat(10_000)), /too deep/);
  refused('deep.rtf', `{\\rtf1 ${'{'.repeat(10_000)}`, /too deep/);
  const marks = Array.from({ length: 200 }, (_, at) => `<b id="m${at}">`);
  refused('wide.html', `<p>${marks.join('')}${'<p>x'.repeat(3_000)}`, /more elements than/);
});

test('a picture is no text, whatever it is called', async () => {
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  refused('drawing.html', script, /is a picture/);
  refused('photo.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /is a picture/);
  const body = `<p>Words.</p>${script}<img src="x.png" onerror="alert(1)" alt="A cat"/>`;
  const book = await epub({
    parts: [{ path: 'a.xhtml', body }],
    more: [{ path: 'x.png', text: 'no picture at all' }],
  });
  assert.equal(tell('a.epub', sourceOfBytes(book))[0]?.reason, null);
});

test('an encoding that cannot be told is refused, and so are bytes that are no text', () => {
  const cyrillic = Buffer.from('d1f2e0f0fbe920eceeff20eae0ea20e2f1e5e3e4e0', 'hex');
  refused('unknown.txt', cyrillic, /encoding that could not be told/);
  const noise = Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7) % 32));
  refused('noise.txt', noise, /not a text|encoding/);
  refused('empty.txt', '', /empty/);
  refused('blank.html', '<p> </p>', /no text in it/);
});

test('what takes much memory before it is understood is refused before', () => {
  refused('lines.txt', 'x\n'.repeat(1_000_001), /more lines than any text/);
  refused('lines.md', '\n'.repeat(1_000_001), /more lines than any text/);
  refused('signs.html', '<'.repeat(1_000_001), /more elements than any text/);
  refused('wide.html', `<p ${'a="" '.repeat(450_001)}>x</p>`, /more elements than any text/);
  refused('long.html', `<p>${'a'.repeat(5_000_001)}</p>`, /A paragraph of it has more than/);
  refused('flat.txt', 'One. '.repeat(1_000_001), /more than 5,000,000 characters/);
});

test('a name as long as a novel in the parts of a document is looked through once', async () => {
  const document = await docx(`<w:p ${'x'.repeat(900_000)}/><w:p><w:r><w:t>End.</w:t></w:r></w:p>`);
  assert.equal(tell('long.docx', sourceOfBytes(document))[0]?.reason, null);
});

test('one file that breaks its reader is told of as any other', () => {
  let reads = 0;
  const source: ByteSource = {
    size: 100,
    read(_, length) {
      reads += 1;
      if (length === 100 && reads > 3) throw new RangeError('too much');
      return Buffer.alloc(length, 0x20);
    },
  };
  const [told] = tell('odd.txt', source);
  assert.match(told?.reason ?? '', /was not understood \(RangeError: too much\)/);
});

test('a zip that was named and holds no work at all says so', async () => {
  const sheet = await writeZip([{ path: 'xl/workbook.xml', text: '<x/>' }], { modified: 0 });
  refused('sheet.xlsx', sheet, /Nothing in it is a file of a kind that is read/);
  const parts = ['[Content_Types].xml', 'word/styles.xml'];
  const lost = await writeZip(
    parts.map((path) => ({ path, text: '<x/>' })),
    { modified: 0 },
  );
  refused('lost.docx', lost, /the text of the document is missing/);
});

test('a file whose name lies is known by its bytes', async () => {
  refused('story.epub', 'just words', /not a zip/);
  const html = otwHtml();
  assert.equal(tell('story', sourceOfBytes(Buffer.from(html)))[0]?.reason, null);
  refused('empty.zip', await writeZip([], { modified: 0 }), /a zip that holds nothing/);
});
