// The change log: positions in the order of commits, on both databases, with writers side by side.
import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { type DatabaseKind, eachDatabase, freshDatabase } from '../../../test/kit/database.ts';
import { type Database, headPosition, listChanges, recordChange } from './index.ts';

/** Two processes on one database. */
async function open(test: TestContext, kind: DatabaseKind): Promise<[Database, Database]> {
  const fresh = await freshDatabase(kind);
  const other = await fresh.openAgain();
  test.after(async () => {
    await other.close();
    await fresh.close();
  });
  return [fresh.database, other];
}

const positions = async (database: Database) =>
  (await listChanges(database.read, 0, 1000)).map((change) => change.position);

eachDatabase((kind) => {
  it('a writer that is slow to commit is never passed by a quick one', async (test) => {
    const [one, other] = await open(test, kind);
    const order: string[] = [];
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let slowHasRecorded = () => {};
    const recorded = new Promise<void>((done) => {
      slowHasRecorded = done;
    });
    const slow = one
      .write(async (transaction) => {
        await recordChange(transaction, 'work', [1], 1);
        slowHasRecorded();
        await held;
      })
      .then(() => order.push('slow'));
    await recorded;
    // Nothing of the slow one is seen before it commits.
    assert.deepEqual(await positions(other), []);
    const quick = other
      .write((transaction) => recordChange(transaction, 'work', [2], 2))
      .then(() => order.push('quick'));
    release();
    await Promise.all([slow, quick]);
    assert.deepEqual(order, ['slow', 'quick']);
    const changes = await listChanges(one.read, 0, 10);
    assert.deepEqual(
      changes.map((change) => [change.position, change.subject_id]),
      [
        [1, 1],
        [2, 2],
      ],
    );
  });

  it('many writers leave positions without gaps or doubles', async (test) => {
    const [one, other] = await open(test, kind);
    const writes = Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? one : other).write((transaction) =>
        recordChange(transaction, 'work', [at + 1, at + 101], at),
      ),
    );
    await Promise.all(writes);
    assert.deepEqual(
      await positions(one),
      Array.from({ length: 40 }, (_, at) => at + 1),
    );
    assert.equal(await headPosition(other.read), 40);
  });

  it('what is rolled back leaves no position behind', async (test) => {
    const [database] = await open(test, kind);
    const failed = database.write(async (transaction) => {
      await recordChange(transaction, 'work', [1], 1);
      throw new Error('changed our mind');
    });
    await assert.rejects(failed, /changed our mind/);
    await database.write((transaction) => recordChange(transaction, 'tag', [2], 2));
    assert.deepEqual(await positions(database), [1]);
  });
});
