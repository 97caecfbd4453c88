// The saved index is right or refused, never wrong: loaded, caught up, damaged, strange, half.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import { metatag, parent, synonym } from '../../../../test/kit/wrangling.ts';
import { type LargeFiles, memoryLargeFiles } from '../../../kit/files/index.ts';
import { memoryLog } from '../../../kit/log/index.ts';
import { headPosition, sql } from '../../../kit/sql/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { addCounts, deleteWork } from '../../works/index.ts';
import { buildCopy, type IndexCopy } from './index-copy.ts';
import { differencesOf } from './index-differences.ts';
import { IndexLife } from './index-life.ts';
import { indexContents } from './shape.ts';
import { wishForGeneration } from './store.ts';

type MemoryFiles = ReturnType<typeof memoryLargeFiles>;

/** A process on the archive with these files; `said` is its log. */
function processOn(app: TestApp, files: LargeFiles) {
  const { log, lines } = memoryLog();
  const life = new IndexLife({ ...app.parts, indexFiles: files, log });
  return { life, said: () => lines.map((line) => JSON.stringify(line)).join('\n') };
}

/** What is different from the database, and from a copy built of it. */
async function faultsOf(app: TestApp, copy: IndexCopy): Promise<unknown[]> {
  const { read } = app.parts.database;
  const faults: unknown[] = [];
  const comparing = { reader: read, refresh: async () => {}, progress: () => {} };
  for await (const fault of differencesOf(copy, comparing)) faults.push(fault);
  const fresh = await buildCopy(read, { generation: 0, now: app.clock.now() });
  assert.deepEqual(stateOf(copy), stateOf(fresh));
  return faults;
}

function stateOf(copy: IndexCopy): unknown {
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

async function smallArchive(app: TestApp): Promise<void> {
  await postWork(app, 'ada', { title: 'Lamp', freeforms: ['Slow Burn', 'Tea'] });
  await postWork(app, 'ben', { title: 'Öl', freeforms: ['slow burning'], language: 'de' });
  await postWork(app, 'ada', { title: 'Mask', anonymous: true, restricted: true });
  await synonym(app, 'freeform:slow burning', 'freeform:Slow Burn');
  await metatag(app, 'freeform:Drinks', 'freeform:Tea');
  await parent(app, 'fandom:Tidewater Chronicles', 'freeform:Tea');
}

/** An index of the small archive in files. */
async function savedArchive(app: TestApp): Promise<MemoryFiles> {
  await smallArchive(app);
  const files = memoryLargeFiles();
  const { life } = processOn(app, files);
  await life.follow();
  assert.equal(await life.save(), true);
  return files;
}

/** The files as they are, for another try. */
function copyOf(files: MemoryFiles): MemoryFiles {
  const copy = memoryLargeFiles();
  for (const [name, bytes] of files.kept) copy.kept.set(name, bytes.slice());
  return copy;
}

const refused = /the saved index (is not used|cannot be read)/;
const loaded = /the saved index is loaded/;

eachDatabase((database) => {
  test('a process takes the index that another saved, and it is right', async (context) => {
    const app = await makeApp(context, { database });
    const files = await savedArchive(app);
    const { life, said } = processOn(app, files);
    await life.follow();
    assert.match(said(), loaded);
    assert.deepEqual(await faultsOf(app, life.copy), []);
    assert.equal(life.copy.engine.position, await headPosition(app.parts.database.read));
  });

  test('a saved index is caught up with everything that came after it', async (context) => {
    const app = await makeApp(context, { database });
    const files = await savedArchive(app);
    const work = await postWork(app, 'eli', { title: 'New', language: 'fr', freeforms: ['Tea'] });
    const gone = await postWork(app, 'ada', { title: 'Gone' });
    await deleteWork(app.parts, await app.member('ada'), gone.id);
    await synonym(app, 'freeform:Tea', 'freeform:Hot Drinks');
    app.clock.advance(60_000);
    await app.parts.database.write((transaction) =>
      addCounts(transaction, 'hits', new Map([[work.id, 7]]), app.clock.now()),
    );
    app.clock.advance(60_000);
    const { life, said } = processOn(app, files);
    await life.follow();
    assert.match(said(), loaded);
    assert.equal(life.copy.engine.document(work.id)?.numbers['hits'], 7);
    assert.deepEqual(await faultsOf(app, life.copy), []);
  });

  test('counters that moved alone reach a saved index', async (context) => {
    const app = await makeApp(context, { database });
    const work = await postWork(app, 'ada');
    const files = await savedArchive(app);
    await app.parts.database.write((transaction) =>
      addCounts(transaction, 'kudos', new Map([[work.id, 3]]), app.clock.now()),
    );
    app.clock.advance(60_000);
    const { life, said } = processOn(app, files);
    await life.follow();
    assert.match(said(), loaded);
    assert.equal(life.copy.engine.document(work.id)?.numbers['kudos'], 3);
  });

  test('an index is refused by every database but its own as it goes on', async (context) => {
    const app = await makeApp(context, { database });
    const files = await savedArchive(app);
    const write = (statement: string) =>
      app.parts.database.write(async (transaction) => {
        await sql.raw(statement).execute(transaction);
      });
    const strange = async (reason: RegExp) => {
      const { life, said } = processOn(app, copyOf(files));
      await life.follow();
      assert.match(said(), refused);
      assert.match(said(), reason);
      assert.deepEqual(await faultsOf(app, life.copy), []);
    };
    await wishForGeneration(app.parts.database, 1);
    await strange(/newer one was asked for/);
    await write('update index_life set generation = 0');
    // Back to an older state, and on from there by other ways.
    await write(
      'update changes set at = at + 1 where position = (select max(position) from changes)',
    );
    await strange(/another history/);
    await write('delete from changes where position = (select max(position) from changes)');
    await strange(/ahead of the database/);
    await write("update index_life set identity = 'another'");
    await strange(/another database/);
    await write('delete from index_life');
    await strange(/another database/);
  });

  test('an index that knows later counts than the database is refused', async (context) => {
    const app = await makeApp(context, { database });
    const work = await postWork(app, 'ada');
    await app.parts.database.write((transaction) =>
      addCounts(transaction, 'hits', new Map([[work.id, 7]]), app.clock.now()),
    );
    const files = await savedArchive(app);
    await app.parts.database.write((transaction) =>
      transaction.updateTable('work_counts').set({ hits: 0, counted_at: 0 }).execute(),
    );
    const { life, said } = processOn(app, files);
    await life.follow();
    assert.match(said(), /ahead of the counters/);
    assert.equal(life.copy.engine.document(work.id)?.numbers['hits'], 0);
  });
});

test('a file cut short, missing or with a changed bit is refused', async (context) => {
  const app = await makeApp(context);
  const files = await savedArchive(app);
  const names = [...files.kept.keys()];
  assert.equal(names.length, 3);
  const { life: sound } = processOn(app, copyOf(files));
  await sound.follow();
  const right = stateOf(sound.copy);
  const harms: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array | null> = fc.oneof(
    fc.double({ min: 0, max: 0.999, noNaN: true }).map((share) => (bytes: Uint8Array) => {
      return bytes.slice(0, Math.floor(bytes.length * share));
    }),
    fc
      .record({ share: fc.double({ min: 0, max: 0.999, noNaN: true }), bit: fc.nat({ max: 7 }) })
      .map(({ share, bit }) => (bytes: Uint8Array) => {
        const at = Math.floor(bytes.length * share);
        return bytes.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte));
      }),
    fc.constant(() => null),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), harms, async (name, harm) => {
      const harmed = copyOf(files);
      const bytes = harm(harmed.kept.get(name) as Uint8Array);
      if (bytes === null) harmed.kept.delete(name);
      else harmed.kept.set(name, bytes);
      const { life, said } = processOn(app, harmed);
      await life.follow();
      if (!(name === 'current' && bytes === null)) assert.match(said(), refused);
      assert.deepEqual(stateOf(life.copy), right);
    }),
    { numRuns: 60 },
  );
});

test('a file that was refused is soon replaced by one that is right', async (context) => {
  const app = await makeApp(context);
  const files = await savedArchive(app);
  const beside = [...files.kept.keys()].find((name) => name.startsWith('beside.')) as string;
  files.kept.set(beside, new Uint8Array(9));
  const first = processOn(app, files);
  await first.life.follow();
  assert.match(first.said(), refused);
  await first.life.upkeep();
  const second = processOn(app, files);
  await second.life.follow();
  assert.match(second.said(), loaded);
});

test('an index whose files are of two savings is refused', async (context) => {
  const app = await makeApp(context);
  const files = await savedArchive(app);
  await postWork(app, 'ben', { title: 'Later' });
  const later = memoryLargeFiles();
  const { life: second } = processOn(app, later);
  await second.follow();
  await second.save();
  const nameOf = (from: MemoryFiles, start: string) =>
    [...from.kept.keys()].find((name) => name.startsWith(start)) as string;
  const mixed = copyOf(later);
  const engine = files.kept.get(nameOf(files, 'engine.')) as Uint8Array;
  mixed.kept.set(nameOf(later, 'engine.'), engine);
  const { life, said } = processOn(app, mixed);
  await life.follow();
  assert.match(said(), /not of one moment/);
  assert.deepEqual(await faultsOf(app, life.copy), []);
});

test('a saving that stops at any file leaves the index that was saved before', async (context) => {
  const app = await makeApp(context);
  const files = await savedArchive(app);
  for (const stopAt of [0, 1, 2]) {
    const stopped = copyOf(files);
    let writes = 0;
    const stopping: LargeFiles = {
      ...stopped,
      async write(name, pieces) {
        if (writes++ === stopAt) throw new Error('the disk is full');
        return stopped.write(name, pieces);
      },
    };
    const writer = processOn(app, stopping);
    await writer.life.follow();
    await postWork(app, 'ben', { title: `After ${stopAt}` });
    await writer.life.follow();
    await assert.rejects(writer.life.save(), /disk is full/);
    const { life, said } = processOn(app, stopped);
    await life.follow();
    assert.match(said(), loaded);
    assert.deepEqual(await faultsOf(app, life.copy), []);
    // And the next saving clears up.
    assert.equal(await life.save(), true);
    assert.equal(stopped.kept.size, 3);
  }
});

test('while an index is saved, questions go on and changes are seen', async (context) => {
  const app = await makeApp(context);
  const files = await savedArchive(app);
  let goOn = () => {};
  const held = new Promise<void>((resume) => {
    goOn = resume;
  });
  const slow: LargeFiles = {
    ...files,
    async write(name, pieces) {
      const copies: Uint8Array[] = [];
      for await (const piece of pieces) {
        copies.push(piece.slice());
        if (copies.length === 3) await held;
      }
      return files.write(name, copies);
    },
  };
  const writer = processOn(app, slow);
  await writer.life.follow();
  const saving = writer.life.save();
  const work = await postWork(app, 'eli', { title: 'Meanwhile', freeforms: ['Rain'] });
  await writer.life.follow();
  assert.equal(writer.life.copy.engine.hasDocument(work.id), true);
  goOn();
  assert.equal(await saving, true);
  const { life, said } = processOn(app, files);
  await life.follow();
  assert.match(said(), loaded);
  assert.deepEqual(await faultsOf(app, life.copy), []);
});

test('a process packs while it follows, and one that starts then is right', async (context) => {
  const app = await makeApp(context);
  const files = await savedArchive(app);
  const packer = processOn(app, files);
  await packer.life.follow();
  const packing = packer.life.copy.engine.compaction();
  const gone = await postWork(app, 'ben', { title: 'Gone' });
  assert.equal(packing.next().done, false);
  await postWork(app, 'eli', { title: 'Meanwhile', freeforms: ['Rain'] });
  await packer.life.follow();
  assert.equal(packing.next().done, false);
  const starter = processOn(app, files);
  await starter.life.follow();
  await deleteWork(app.parts, await app.member('ben'), gone.id);
  await synonym(app, 'freeform:Rain', 'freeform:Drizzle');
  await packer.life.follow();
  for (const _ of packing);
  await starter.life.follow();
  for (const { life } of [packer, starter]) assert.deepEqual(await faultsOf(app, life.copy), []);
  assert.equal(packer.life.copy.engine.position, starter.life.copy.engine.position);
  assert.equal(await packer.life.save(), true);
  const later = processOn(app, files);
  await later.life.follow();
  assert.match(later.said(), loaded);
  assert.deepEqual(await faultsOf(app, later.life.copy), []);
});

test('an index that is closed while it is built is not waited for', async (context) => {
  const app = await makeApp(context);
  await smallArchive(app);
  const files = memoryLargeFiles();
  const { life, said } = processOn(app, files);
  const warming = life.warmUp();
  await life.close();
  await warming;
  assert.equal(files.kept.size, 0);
  assert.equal(said(), '');
});

test('one process saves at a time', async (context) => {
  const app = await makeApp(context);
  const files = await savedArchive(app);
  const { life } = processOn(app, files);
  await life.follow();
  const lock = await files.lock();
  assert.equal(await life.save(), false);
  await lock?.release();
  assert.equal(await life.save(), true);
});

test('upkeep saves a new index, and again when there is reason', async (context) => {
  const app = await makeApp(context);
  await smallArchive(app);
  const files = memoryLargeFiles();
  const { life } = processOn(app, files);
  const current = () => Buffer.from(files.kept.get('current') ?? '').toString();
  await life.upkeep();
  assert.equal(current(), '');
  await life.follow();
  await life.upkeep();
  const first = current();
  assert.notEqual(first, '');
  await postWork(app, 'ben', { title: 'One more' });
  await life.follow();
  await life.upkeep();
  assert.equal(current(), first);
  app.clock.advance(31 * 60_000);
  await life.upkeep();
  assert.notEqual(current(), first);
});

test('a running process takes the new index that is asked for, and later ones', async (context) => {
  const app = await makeApp(context);
  const files = await savedArchive(app);
  const running = processOn(app, files);
  await running.life.follow();
  const before = running.life.copy;
  await wishForGeneration(app.parts.database, 5);
  await running.life.follow();
  assert.equal(running.life.copy, before);
  await running.life.upkeep();
  assert.notEqual(running.life.copy, before);
  assert.equal(running.life.copy.generation, 5);
  assert.deepEqual(await faultsOf(app, running.life.copy), []);
  await running.life.save();
  const later = processOn(app, files);
  await later.life.follow();
  assert.match(later.said(), loaded);
  assert.equal(later.life.copy.generation, 5);
});

test('a database that goes back under a running process is read anew', async (context) => {
  const app = await makeApp(context);
  await smallArchive(app);
  const { life } = processOn(app, memoryLargeFiles());
  await life.follow();
  await app.parts.database.write(async (transaction) => {
    await sql`delete from changes where position > 1`.execute(transaction);
    await sql`update works set title_key = 'older'`.execute(transaction);
  });
  await life.follow();
  assert.deepEqual(await faultsOf(app, life.copy), []);
});

test('what a work puts into the index is numbered', async (context) => {
  const app = await makeApp(context);
  await smallArchive(app);
  const { life } = processOn(app, memoryLargeFiles());
  await life.follow();
  const { engine } = life.copy;
  const groups = new Map(Array.from(engine.terms(), ({ id, group }) => [id, group]));
  // Not the ids, which each archive has of its own.
  const put = Array.from(engine.documents(), ({ id: _, terms, ...rest }) => {
    return JSON.stringify([terms.map((term) => groups.get(term)).sort(), rest]);
  });
  const text = put.sort().join('\n');
  // Another digest: raise `indexContents` in shape.ts, then write both here.
  const known = { contents: 1, digest: '23FnpnPEN5mQgCHC' };
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  assert.deepEqual({ contents: indexContents, digest }, known);
});
