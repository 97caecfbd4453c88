// What happens at the same moment: nobody is turned away for having met somebody else.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { newWork, placeTestWork, soundChapter } from '../../../test/kit/works.ts';
import { headPosition } from '../../kit/sql/index.ts';
import { guest } from '../../shared/viewer.ts';
import { hidePerson } from '../accounts/index.ts';
import { addChapter, createWork, findWork, settleWorksOfPerson } from './index.ts';

/** Opens the connections that writers need, so that they really meet. */
async function connect({ parts }: TestApp): Promise<void> {
  await Promise.all([1, 2, 3, 4].map(() => headPosition(parts.database.read)));
}

eachDatabase((database) => {
  describe('at the same moment', () => {
    it('works that bring the same new tags are all posted with them', async (test) => {
      const app = await makeApp(test, { database });
      const names = Array.from({ length: 70 }, (_, at) => `Tide ${at}`);
      const people = await Promise.all([app.member('ada'), app.member('ben'), app.member('eli')]);
      await connect(app);
      const outcomes = await Promise.all(
        people.map((member, at) => {
          const freeform = at % 2 === 0 ? names : names.toReversed();
          return createWork(app.parts, member, newWork({ tags: { freeform } }));
        }),
      );
      for (const outcome of outcomes) {
        assert.ok(outcome.ok);
        const { work } = await findWork(app.parts.database.read, guest, outcome.value);
        assert.equal(work?.tags.freeform.length, names.length);
      }
      const { read } = app.parts.database;
      const tags = await read.selectFrom('tags').select('id').where('name', 'in', names).execute();
      assert.equal(tags.length, names.length);
    });

    it('a person is hidden while they add to each of their works', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.member('ada');
      const works = [await placeTestWork(app), await placeTestWork(app)];
      await connect(app);
      await Promise.all([
        ...works.map((id) => addChapter(app.parts, ada, id, { chapter: soundChapter, post: true })),
        app.parts.database.write(async (transaction) => {
          await hidePerson(transaction, ada.userId, 2);
          await settleWorksOfPerson(transaction, ada.userId, 2);
        }),
      ]);
      for (const id of works) {
        const found = await findWork(app.parts.database.read, guest, id);
        assert.equal(found.standing, 'unknown');
        assert.equal((await findWork(app.parts.database.read, ada, id)).work?.chapters.length, 2);
      }
    });
  });

  it('a work that a hidden person posts is hidden with them', async (test) => {
    const app = await makeApp(test, { database });
    const ada = await app.member('ada');
    await app.parts.database.write((transaction) => hidePerson(transaction, ada.userId, 2));
    const id = await placeTestWork(app);
    const { read } = app.parts.database;
    assert.equal((await findWork(read, await app.member('ben'), id)).standing, 'unknown');
    assert.equal((await findWork(read, ada, id)).standing, 'seen');
    assert.doesNotMatch((await app.guest().get('/works')).body, new RegExp(`work_${id}`));
  });
});
