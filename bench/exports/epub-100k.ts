// A work of 100,000 words in every format: the EPUB against yazl zipping the same files with
// nothing else to do, the PDF with the start of its process.
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { type Book, htmlFile, writeEpub } from '../../src/features/exports/index.ts';
import { markdownFile } from '../../src/features/exports/markdown-file.ts';
import { textFile } from '../../src/features/exports/text-file.ts';
import { checkChapter } from '../../src/features/works/index.ts';
import { runModule } from '../../src/kit/processes/index.ts';
import { machine, print, printTable, quantile } from '../machine.ts';
import { prose } from '../prose.ts';

const chapters = 25;
const chapterWords = 4_000;
const rounds = 30;
const warming = 5;
const goalMs = 100;

const book = makeLongBook();
print(machine());
const words = chapters * chapterWords;
const first = await writeEpub(book);
const files = unzip(Buffer.from(first));
const bare = await zip(files);
print(`${words} words in ${chapters} chapters, ${files.length} files, ${rounds} rounds in turn\n`);

const times = { epub: [] as number[], peer: [] as number[] };
const hashes = new Set<string>();
for (let round = -warming; round < rounds; round++) {
  const epub = await timed(() => writeEpub(book));
  const peer = await timed(() => zip(files));
  hashes.add(createHash('sha256').update(epub.result).digest('hex'));
  if (round < 0) continue;
  times.epub.push(epub.ms);
  times.peer.push(peer.ms);
}

const others = [];
for (const { name, write, times: most } of otherFormats()) {
  const taken: number[] = [];
  const made = new Set<string>();
  let bytes = 0;
  for (let round = 0; round < most; round++) {
    const file = await timed(async () => Buffer.from(await write(book)));
    taken.push(file.ms);
    bytes = file.result.byteLength;
    made.add(createHash('sha256').update(file.result).digest('hex'));
  }
  if (made.size > 1) process.exitCode = 1;
  const same = made.size === 1 ? 'same bytes' : `${made.size} kinds`;
  others.push([name, (bytes / 1000).toFixed(0), ...row(taken), '', same]);
}

const ratio = quantile(times.epub, 0.5) / quantile(times.peer, 0.5);
printTable(
  ['', 'kB', 'min ms', 'median ms', 'max ms', 'ratio', 'goal'],
  [
    ['EPUB', size(first), ...row(times.epub), ratio.toFixed(2), `${goalMs} ms`],
    ['  yazl, the same files', size(bare), ...row(times.peer), '', ''],
    ...others,
  ],
);
print(`\nthe same bytes each time: ${hashes.size === 1 ? 'yes' : `no, ${hashes.size} kinds`}`);
if (hashes.size > 1) process.exitCode = 1;

type OtherFormat = {
  readonly name: string;
  readonly write: (book: Book) => string | Promise<Uint8Array>;
  readonly times: number;
};

function otherFormats(): OtherFormat[] {
  const pdfProcess = new URL('../../src/pdf-process.ts', import.meta.url);
  const pdf = (one: Book) => runModule(pdfProcess, JSON.stringify(one), { mostMs: 120_000 });
  return [
    { name: 'HTML', write: htmlFile, times: rounds },
    { name: 'Markdown', write: markdownFile, times: rounds },
    { name: 'text', write: textFile, times: rounds },
    { name: 'PDF', write: pdf, times: 3 },
  ];
}

function makeLongBook(): Book {
  const posted = Date.UTC(2026, 0, 1);
  const made = Array.from({ length: chapters }, (_, at) => {
    const nothing = { title: '', summary: '', notes: '', endNotes: '' };
    const source = prose(chapterWords, at + 1);
    const { chapter } = checkChapter({ ...nothing, format: 'html', source });
    if (chapter === null) throw new Error('a chapter was refused');
    return {
      id: 4_294_967_297 + at,
      heading: `The ${at + 1}. Harbour`,
      level: 1 as const,
      opening: null,
      own: null,
      summary: '',
      notes: '',
      endNotes: '',
      html: chapter.text.html,
    };
  });
  return {
    id: 4_294_967_296,
    url: 'http://127.0.0.1:4700/works/4294967296',
    siteUrl: 'http://127.0.0.1:4700',
    title: 'The Long Way Home',
    byline: 'bench',
    creators: [{ name: 'bench', url: null }],
    language: 'en',
    languageName: 'English',
    direction: 'ltr',
    editedAt: posted,
    publishedAt: posted,
    tags: [{ type: 'fandom', names: ['Harbour Lights'] }],
    series: [],
    gifts: [],
    related: [],
    skin: null,
    facts: [{ label: 'Words', value: '100,000' }],
    summary: '<p>For measuring.</p>',
    notes: '',
    endNotes: '',
    isOneShot: false,
    pictures: [],
    chapters: made,
  };
}

type ZippedFile = { readonly path: string; readonly bytes: Buffer; readonly stored: boolean };

/** The files of an archive in their order, by its central directory. */
function unzip(archive: Buffer): ZippedFile[] {
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const count = archive.readUInt16LE(end + 10);
  const unzipped: ZippedFile[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let file = 0; file < count; file++) {
    const stored = archive.readUInt16LE(at + 10) === 0;
    const length = archive.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const local = archive.readUInt32LE(at + 42);
    const nameLength = archive.readUInt16LE(local + 26);
    const start = local + 30 + nameLength + archive.readUInt16LE(local + 28);
    const body = archive.subarray(start, start + length);
    const path = archive.toString('utf8', at + 46, at + 46 + (name ?? 0));
    unzipped.push({ path, bytes: stored ? Buffer.from(body) : inflateRawSync(body), stored });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return unzipped;
}

async function zip(files: readonly ZippedFile[]): Promise<Uint8Array> {
  const archive = new ZipFile();
  for (const { path, bytes, stored } of files) {
    archive.addBuffer(bytes, path, { compress: !stored });
  }
  archive.end();
  const pieces: Buffer[] = [];
  for await (const piece of archive.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function timed(
  work: () => Promise<Uint8Array>,
): Promise<{ readonly ms: number; readonly result: Uint8Array }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

function row(values: readonly number[]): string[] {
  return [0, 0.5, 1].map((share) => quantile(values, share).toFixed(1));
}

function size(bytes: Uint8Array): string {
  return (bytes.byteLength / 1000).toFixed(0);
}
