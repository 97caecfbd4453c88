// The saved index is right or refused, never wrong: loaded, caught up, damaged, strange, half.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import {
  copyOf,
  faultsOf,
  loaded,
  type MemoryFiles,
  processOn,
  refused,
  savedArchive,
  smallArchive,
  stateOf,
} from '../../../../test/kit/saved-index.ts';
import { synonym } from '../../../../test/kit/wrangling.ts';
import { type LargeFiles, memoryLargeFiles } from '../../../kit/files/index.ts';
import { headPosition, sql } from '../../../kit/sql/index.ts';
import { addCounts, deleteWork } from '../../works/index.ts';
import { indexContents } from './shape.ts';
import { wishForGeneration } from './store.ts';

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
  const known = { contents: 2, digest: 'KLjLDjq7jbLRpZuk' };
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  assert.deepEqual({ contents: indexContents, digest }, known);
});
