// A small archive, its saved index, and what is wrong with a copy of that, for tests.
import assert from 'node:assert/strict';
import { buildCopy, type IndexCopy } from '../../src/features/finding/index/index-copy.ts';
import { differencesOf } from '../../src/features/finding/index/index-differences.ts';
import { IndexLife } from '../../src/features/finding/index/index-life.ts';
import { type LargeFiles, memoryLargeFiles } from '../../src/kit/files/index.ts';
import { memoryLog } from '../../src/kit/log/index.ts';
import type { TagId } from '../../src/shared/ids.ts';
import type { TestApp } from './app.ts';
import { postWork } from './post-work.ts';
import { metatag, parent, synonym } from './wrangling.ts';

/** Files of an index, in memory. */
export type MemoryFiles = ReturnType<typeof memoryLargeFiles>;

/** A process on the archive with these files; `said` is its log. */
export function processOn(app: TestApp, files: LargeFiles) {
  const { log, lines } = memoryLog();
  const life = new IndexLife({ ...app.parts, indexFiles: files, log });
  return { life, said: () => lines.map((line) => JSON.stringify(line)).join('\n') };
}

/** What is different from the database, and from a copy built of it. */
export async function faultsOf(app: TestApp, copy: IndexCopy): Promise<unknown[]> {
  const { read } = app.parts.database;
  const faults: unknown[] = [];
  const comparing = { reader: read, refresh: async () => {}, progress: () => {} };
  for await (const fault of differencesOf(copy, comparing)) faults.push(fault);
  const fresh = await buildCopy(read, { generation: 0, now: app.clock.now() });
  assert.deepEqual(stateOf(copy), stateOf(fresh));
  return faults;
}

/** All that a copy holds, to be compared. */
export function stateOf(copy: IndexCopy): unknown {
  const documents = [...copy.engine.documents()].map((each) => {
    return { ...each, terms: [...each.terms].sort((a, b) => a - b) };
  });
  const { creators } = copy.works;
  return {
    documents: documents.sort((a, b) => a.id - b.id),
    terms: [...copy.engine.terms()].sort((a, b) => a.id - b.id),
    pseuds: [...creators.pseuds.listed()],
    anonymous: new Map(creators.saved()),
    tags: new Map([...copy.tags.byId.keys()].map((id) => [id, familyOf(copy, id)])),
    position: copy.engine.position,
  };
}

function familyOf({ tags }: IndexCopy, id: TagId): unknown {
  const [parents, children] = [tags.parents.get(id), tags.children.get(id)];
  const tag = tags.byId.get(id);
  const named = new Set(tags.names.named(tag?.lookKey ?? ''));
  return { tag, parents, children, named, short: tags.ofShortWord('rating', 'teen') };
}

/** Three works, a synonym, a metatag and a parent. */
export async function smallArchive(app: TestApp): Promise<void> {
  await postWork(app, 'ada', { title: 'Lamp', freeforms: ['Slow Burn', 'Tea'] });
  await postWork(app, 'ben', { title: 'Öl', freeforms: ['slow burning'], language: 'de' });
  await postWork(app, 'ada', { title: 'Mask', anonymous: true, restricted: true });
  await synonym(app, 'freeform:slow burning', 'freeform:Slow Burn');
  await metatag(app, 'freeform:Drinks', 'freeform:Tea');
  await parent(app, 'fandom:Tidewater Chronicles', 'freeform:Tea');
}

/** An index of the small archive in files. */
export async function savedArchive(app: TestApp): Promise<MemoryFiles> {
  await smallArchive(app);
  const files = memoryLargeFiles();
  const { life } = processOn(app, files);
  await life.follow();
  assert.equal(await life.save(), true);
  return files;
}

/** The files as they are, for another try. */
export function copyOf(files: MemoryFiles): MemoryFiles {
  const copy = memoryLargeFiles();
  for (const [name, bytes] of files.kept) copy.kept.set(name, bytes.slice());
  return copy;
}

/** What the log says of an index that is not taken, and of one that is. */
export const refused = /the saved index (is not used|cannot be read)/;
export const loaded = /the saved index is loaded/;
