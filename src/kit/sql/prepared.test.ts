// Reads whose SQL is built once.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase, freshDatabase } from '../../../test/kit/database.ts';
import { preparedRead, recordChange } from './index.ts';

eachDatabase((kind) => {
  it('a prepared read answers each call with the rows of its own values', async (test) => {
    const { database, openAgain, close } = await freshDatabase(kind);
    const other = await openAgain();
    test.after(async () => {
      await other.close();
      await close();
    });
    await database.write(async (transaction) => {
      await recordChange(transaction, 'work', [11, 12, 13, 14, 15], 7);
      await recordChange(transaction, 'tag', [11], 8);
    });
    let built = 0;
    const read = preparedRead((reader, kindOf: string, ids: readonly number[], at: number) => {
      built += 1;
      return reader
        .selectFrom('changes')
        .select('subject_id')
        .where('kind', '=', kindOf)
        .where('subject_id', 'in', ids)
        .where('at', '<=', at)
        .orderBy('subject_id');
    });
    const idsOf = async (kindOf: string, ids: readonly number[], at: number) => {
      const rows = await read(database.read, kindOf, ids, at);
      return rows.map((row) => row.subject_id);
    };
    assert.deepEqual(await idsOf('work', [11, 15], 7), [11, 15]);
    assert.deepEqual(await idsOf('tag', [15, 11], 8), [11]);
    assert.deepEqual(await idsOf('tag', [11, 15], 7), []);
    assert.equal(built, 1);
    // Five values and eight places: none is answered twice.
    assert.deepEqual(await idsOf('work', [11, 12, 13, 14, 15], 7), [11, 12, 13, 14, 15]);
    assert.deepEqual(await idsOf('work', [11, 12, 13, 14, 15, 16, 17], 7), [11, 12, 13, 14, 15]);
    assert.equal(built, 2);
    assert.equal((await read(other.read, 'work', [12], 7)).length, 1);
    await database.write(async (transaction) => {
      await recordChange(transaction, 'work', [99], 7);
      assert.equal((await read(transaction, 'work', [99], 7)).length, 1);
    });
  });
});
