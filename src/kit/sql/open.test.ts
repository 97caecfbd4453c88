// Transactions that meet others.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type DatabaseKind, eachDatabase, freshDatabase } from '../../../test/kit/database.ts';
import { sql } from './index.ts';

/** A place where two transactions wait for each other; SQLite lets only one in at a time. */
function meetingPlace(kind: DatabaseKind): () => Promise<void> {
  const met = Promise.withResolvers<void>();
  let arrived = kind === 'sqlite' ? 2 : 0;
  return () => {
    arrived += 1;
    if (arrived >= 2) met.resolve();
    return met.promise;
  };
}

eachDatabase((kind) => {
  it('two writers that wait for each other both get through', async (test) => {
    const { database, close } = await freshDatabase(kind);
    test.after(close);
    await database.write(async (transaction) => {
      for (const name of ['a', 'b']) {
        await transaction.insertInto('secrets').values({ name, value: '' }).execute();
      }
    });
    const meet = meetingPlace(kind);
    const append = (order: readonly string[], letter: string) =>
      database.write(async (transaction) => {
        if (kind === 'postgres') {
          await sql`set local deadlock_timeout = '20ms'`.execute(transaction);
        }
        for (const name of order) {
          await transaction
            .updateTable('secrets')
            .set((eb) => ({ value: sql<string>`${eb.ref('value')} || ${letter}` }))
            .where('name', '=', name)
            .execute();
          await meet();
        }
      });
    await Promise.all([append(['a', 'b'], 'x'), append(['b', 'a'], 'y')]);
    const rows = await database.read.selectFrom('secrets').select('value').execute();
    assert.deepEqual(
      rows.map(({ value }) => [...value].sort().join('')),
      ['xy', 'xy'],
    );
  });

  it('who finds a row made by another at the same moment looks again', async (test) => {
    const { database, close } = await freshDatabase(kind);
    test.after(close);
    const meet = meetingPlace(kind);
    const take = () =>
      database.write(async (transaction) => {
        const query = transaction.selectFrom('secrets').select('name').where('name', '=', 'n');
        const found = await query.executeTakeFirst();
        await meet();
        if (found !== undefined) return 'taken';
        await transaction.insertInto('secrets').values({ name: 'n', value: '' }).execute();
        return 'made';
      });
    const answers = await Promise.all([take(), take()]);
    assert.deepEqual(answers.sort(), ['made', 'taken']);
  });

  it('work that breaks a rule for good is thrown, and work of once runs once', async (test) => {
    const { database, close } = await freshDatabase(kind);
    test.after(close);
    let runs = 0;
    const insertTwice = (once: boolean) =>
      database.write(
        async (transaction) => {
          runs += 1;
          const row = { name: 'n', value: '' };
          await transaction.insertInto('secrets').values([row, row]).execute();
        },
        { once },
      );
    await assert.rejects(insertTwice(false), /unique/i);
    runs = 0;
    await assert.rejects(insertTwice(true), /unique/i);
    assert.equal(runs, 1);
  });
});
