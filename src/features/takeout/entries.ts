// The files of a takeout, one after the other, so that no more than one work is in memory.
import type { ZipEntry } from '../../kit/archive/index.ts';
import type { Files } from '../../kit/files/index.ts';
import { type OwnedRow, type OwnedTable, ownedRows, type Reader } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Member } from '../../shared/viewer.ts';
import { htmlFile, makeBook, textsOf, writeEpub } from '../exports/index.ts';
import { ownPictureFiles, readPictureFiles } from '../works/index.ts';
import { indexFile, type TakenWork } from './index-file.ts';
import { text } from './messages.ts';
import { revisionEntries } from './revisions.ts';
import { takeoutWork } from './work-document.ts';

/** What a takeout is made from. */
export type TakeoutSource = {
  /** One moment of the database. */
  readonly reader: Reader;
  readonly files: Files;
  readonly member: Member;
  readonly owned: readonly OwnedTable[];
  readonly siteUrl: string;
  readonly siteTitle: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** Every file, in an order of its own: works, records, and what explains them. */
export async function* takeoutEntries(source: TakeoutSource): AsyncGenerator<ZipEntry> {
  const { reader, member, siteUrl } = source;
  yield { path: 'README.txt', text: readme(source) };
  const taken: TakenWork[] = [];
  for (const id of await ownWorkIds(source)) {
    const found = await takeoutWork(reader, member, id, siteUrl);
    if (found === null) continue;
    const { work, chapters, parents, skin, document } = found;
    const folder = `works/${work.id}-${slugOf(work.title)}`;
    const pictures = await readPictureFiles(source, id, textsOf(work, chapters), picturesMax);
    const beside = { parents, pictures, skin: skin?.css ?? null };
    const book = makeBook(work, chapters, siteUrl, beside);
    yield { path: `${folder}/work.json`, text: `${JSON.stringify(document, null, 2)}\n` };
    yield { path: `${folder}/work.html`, text: htmlFile(book) };
    yield { path: `${folder}/work.epub`, bytes: await writeEpub(book), stored: true };
    yield* pictureEntries(source, id, folder);
    yield* revisionEntries(reader, member, work, folder);
    taken.push({ folder, title: work.title, posted: work.posted, words: work.words });
  }
  for (const table of source.owned) {
    yield { path: `data/${table.table}.json`, text: await rowsOf(source, table) };
  }
  yield { path: 'index.html', text: indexFile(source, taken) };
}

/** The pictures of a work, and the words for each. */
async function* pictureEntries(
  source: TakeoutSource,
  work: WorkId,
  folder: string,
): AsyncGenerator<ZipEntry> {
  const said: unknown[] = [];
  for await (const { content, ...picture } of ownPictureFiles(source, work)) {
    const { file, alt, decorative, cover } = picture;
    said.push({ file, alt, decorative, cover });
    yield { path: `${folder}/pictures/${file}`, bytes: content, stored: true };
  }
  if (said.length === 0) return;
  yield { path: `${folder}/pictures.json`, text: `${JSON.stringify(said, null, 2)}\n` };
}

/** How many works and drafts a member has. */
export async function countOwnWorks(
  reader: Reader,
  member: Member,
  owned: readonly OwnedTable[],
): Promise<number> {
  return (await ownWorkIds({ reader, member, owned })).length;
}

/** Bytes of pictures in one book of a takeout. */
const picturesMax = 40_000_000;

type Having = Pick<TakeoutSource, 'reader' | 'member' | 'owned'>;

async function ownWorkIds({ reader, member, owned }: Having): Promise<WorkId[]> {
  const works = owned.find(({ table }) => table === 'works');
  const ids: WorkId[] = [];
  if (works === undefined) return ids;
  for await (const rows of ownedRows(reader, works, member.userId)) {
    for (const row of rows) if (row['deleted_at'] === null) ids.push(row['id'] as WorkId);
  }
  return ids;
}

// A line for each row, so that a large file can be read without holding all of it.
async function rowsOf({ reader, member }: TakeoutSource, table: OwnedTable): Promise<string> {
  const lines: string[] = [];
  for await (const rows of ownedRows(reader, table, member.userId)) lines.push(...rows.map(asLine));
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

function asLine(row: OwnedRow): string {
  const cells = Object.entries(row).map(([name, cell]) => [
    name,
    cell instanceof Uint8Array ? { base64: Buffer.from(cell).toString('base64') } : cell,
  ]);
  return JSON.stringify(Object.fromEntries(cells));
}

function readme({ member, siteTitle, siteUrl, now }: TakeoutSource): string {
  const date = new Date(now).toISOString();
  const lines = [
    text.readmeTitle({ login: member.login, site: siteTitle }),
    text.readmeLead({ date, url: siteUrl }),
    text.readmePages(),
    text.readmeWorks(),
    text.readmeData(),
    text.readmeBack(),
  ];
  return `${lines.join('\n\n')}\n`;
}

// Of the letters that every file system takes.
function slugOf(title: string): string {
  const plain = title.normalize('NFD').toLowerCase();
  const slug = plain.replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-');
  return slug.replace(/^-|-$/g, '').slice(0, 40) || 'work';
}
