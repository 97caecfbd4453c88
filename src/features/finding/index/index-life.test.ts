// What a process does with its index as it goes on: packing, saving, taking a newer one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import {
  faultsOf,
  loaded,
  processOn,
  savedArchive,
  smallArchive,
} from '../../../../test/kit/saved-index.ts';
import { synonym } from '../../../../test/kit/wrangling.ts';
import { type LargeFiles, memoryLargeFiles } from '../../../kit/files/index.ts';
import { sql } from '../../../kit/sql/index.ts';
import { deleteWork } from '../../works/index.ts';
import { wishForGeneration } from './store.ts';

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
