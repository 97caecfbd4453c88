// Full text behind its port, the same on both databases: what words find, for whom, and that the
// index stays true through edits, second processes and stops half-way.
import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { type DatabaseKind, eachDatabase } from '../../../../test/kit/database.ts';
import { type PostWishes, postWork } from '../../../../test/kit/post-work.ts';
import { guest } from '../../../shared/viewer.ts';
import {
  addChapter,
  changeChapter,
  deleteWork,
  setWorkHidden,
  type Work,
} from '../../works/index.ts';
import type { TextField, TextLeaf } from './leaf.ts';
import { createSearchText } from './search.ts';
import { createTextIndex } from './text-index.ts';

type Asked = Partial<Omit<TextLeaf, 'kind'>>;

eachDatabase((kind) => {
  describe('words find', () => {
    test('other forms of a word, by the work’s language', async (t) => {
      const { post, find } = await setScene(t, kind);
      const one = await post({ title: 'One', chapters: ['They were walking home.'] });
      const two = await post({ title: 'Zwei', language: 'de', chapters: ['Viele alte Häuser.'] });
      assert.deepEqual(await find('walks'), [one]);
      assert.deepEqual(await find('haus'), [two]);
      assert.deepEqual(await find('hauser'), [two]);
      assert.deepEqual(await find('walking houses'), []);
      assert.deepEqual(await find('…'), []);
    });

    test('a phrase only as it stands, over marks and line ends, within one piece', async (t) => {
      const { post, find } = await setScene(t, kind);
      const one = await post({
        title: 'Alpha',
        summary: 'Beta gamma',
        chapters: ['The slow — <em>burn</em> of it. Don’t stop.', 'Second ends', 'third begins'],
      });
      await post({ title: 'Other', chapters: ['Burn it slowly, slow the burning.'] });
      assert.deepEqual(await find('slow burn', { phrase: true }), [one]);
      assert.deepEqual(await find('DONT STOP', { phrase: true }), [one]);
      assert.deepEqual(await find('slow burning of', { phrase: true }), []);
      assert.deepEqual(await find('ends third', { phrase: true }), []);
      assert.deepEqual(await find('alpha beta', { phrase: true }), []);
      assert.deepEqual(await find('slow-burn'), [one]);
    });

    test('the beginning of a word, if that is asked for', async (t) => {
      const { post, find } = await setScene(t, kind);
      const one = await post({ title: 'One', chapters: ['The lighthouse.'] });
      assert.deepEqual(await find('light'), []);
      assert.deepEqual(await find('light', { prefix: true }), [one]);
      assert.deepEqual(await find('the light', { prefix: true, phrase: true }), [one]);
    });

    test('any part of a Japanese sentence, a single character too', async (t) => {
      const { post, find } = await setScene(t, kind);
      const text = '黒猫が静かに走る。月が出た。';
      const one = await post({ title: '夜', language: 'ja', chapters: [text] });
      for (const part of ['黒猫', '猫が静', '走', '月が出た', '夜', '走る。月が']) {
        assert.deepEqual(await find(part), [one], part);
        assert.deepEqual(await find(part, { phrase: true }), [one], part);
      }
      for (const other of ['猫黒', '月が走', '犬']) assert.deepEqual(await find(other), [], other);
    });

    test('a field has its own words; several words may stand in several chapters', async (t) => {
      const { post, find } = await setScene(t, kind);
      const one = await post({
        title: 'Harbour',
        summary: 'Summing',
        notes: 'Noted',
        endNotes: 'Ending',
        chapters: [{ title: 'Chaptered', notes: 'Beside', source: 'Kettle.' }, 'Teapot.'],
      });
      const fields: readonly (readonly [TextField, string])[] = [
        ['title', 'harbour'],
        ['summary', 'summing'],
        ['notes', 'noted ending beside'],
        ['text', 'kettle teapot chaptered'],
      ];
      for (const [field, words] of fields) {
        assert.deepEqual(await find(words, { field }), [one], field);
        assert.deepEqual(await find(words), [one], field);
        for (const [other] of fields.filter(([each]) => each !== field)) {
          assert.deepEqual(await find(words, { field: other }), [], `${field} in ${other}`);
        }
      }
      assert.deepEqual(await find('harbour teapot'), [one]);
    });

    test('the last words of a text that repeats itself and never ends', async (t) => {
      const { post, find } = await setScene(t, kind);
      const again = 'the tide and the sea '.repeat(4_000);
      const one = await post({ chapters: [`${again}then came the grey whale ${again}at last`] });
      assert.deepEqual(await find('the grey whale the tide and', { phrase: true }), [one]);
      assert.deepEqual(await find('came the grey', { phrase: true }), [one]);
      assert.deepEqual(await find('sea at last', { phrase: true }), [one]);
      assert.deepEqual(await find('whale tides'), [one]);
      assert.deepEqual(await find('sea whale', { phrase: true }), []);
    });
  });

  test('a title outranks a summary, a summary a text, and often outranks once', async (t) => {
    const { post, search } = await setScene(t, kind);
    const filler = 'other words stand here '.repeat(10);
    const once = await post({ title: 'A', chapters: [`${filler} lantern`] });
    const often = await post({ title: 'B', chapters: [`lantern lantern lantern ${filler}`] });
    const summary = await post({ title: 'C', summary: 'A lantern' });
    const title = await post({ title: 'Lantern' });
    await post({ title: 'D', chapters: [filler] });
    const { ids, scores } = await search('lantern');
    assert.equal(ids.length, 4);
    const sorted = [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    assert.deepEqual(sorted, [title, summary, often, once]);
  });

  describe('what may not be read is found by nobody', () => {
    const states: Readonly<Record<string, readonly [PostWishes, readonly CastName[]]>> = {
      'a draft': [{ post: false }, []],
      'a hidden work': [{ hidden: true }, []],
      'an unrevealed work': [{ unrevealed: true }, []],
      'a restricted work': [{ restricted: true }, ['ada', 'ben', 'dee']],
    };
    for (const [name, [wishes, finders]] of Object.entries(states)) {
      test(name, async (t) => {
        const { app, post, search } = await setScene(t, kind);
        await post({ title: 'Zeppelin', summary: 'Zeppelin', chapters: ['Zeppelin'], ...wishes });
        assert.equal((await search('zeppelin')).ids.length, 0);
        for (const viewer of ['ada', 'ben', 'dee'] as const) {
          const { ids } = await search('zeppelin', {}, await app.member(viewer));
          assert.equal(ids.length, finders.includes(viewer) ? 1 : 0, viewer);
        }
      });
    }

    test('a draft chapter of a posted work', async (t) => {
      const { app, make, find } = await setScene(t, kind);
      const work = await make({ chapters: ['Open.'] });
      const member = await app.member('ada');
      const chapter = { title: '', summary: '', notes: '', endNotes: '', format: 'text' } as const;
      const input = { ...chapter, source: 'Zeppelin.' };
      await addChapter(app.parts, member, work.id, { chapter: input, post: false });
      assert.deepEqual(await find('zeppelin'), []);
    });

    test('the creator of an anonymous work by their name', async (t) => {
      const { post, find } = await setScene(t, kind);
      const work = await post({ title: 'Masked', anonymous: true });
      assert.deepEqual(await find('ada'), []);
      assert.deepEqual(await find('masked'), [work]);
    });

    test('ranks for guests are those of an archive without the members’ works', async (t) => {
      const { post, search } = await setScene(t, kind);
      const open = await post({ title: 'A', chapters: ['One lantern among other words.'] });
      const { scores: before } = await search('lantern');
      for (const title of ['B', 'C', 'D']) {
        await post({ title, restricted: true, chapters: ['lantern lantern'] });
      }
      assert.deepEqual((await search('lantern')).scores, before);
      assert.deepEqual([...before.keys()], [open]);
    });
  });

  describe('the index stays true', () => {
    test('through edits, hiding, showing again and deletion', async (t) => {
      const { app, make, find } = await setScene(t, kind);
      const work = await make({ title: 'One', chapters: ['A zeppelin.', 'A lantern.'] });
      const member = await app.member('ada');
      assert.deepEqual(await find('zeppelin lantern'), [work.id]);
      await rewrite(app, work, 'A balloon.');
      assert.deepEqual(await find('zeppelin'), []);
      assert.deepEqual(await find('balloon lantern'), [work.id]);
      const hide = (hidden: boolean) =>
        app.parts.database.write((transaction) =>
          setWorkHidden(transaction, work.id, hidden, app.parts.clock.now()),
        );
      await hide(true);
      assert.deepEqual(await find('balloon'), []);
      await hide(false);
      assert.deepEqual(await find('balloon'), [work.id]);
      await deleteWork(app.parts, member, work.id);
      assert.deepEqual(await find('balloon'), []);
    });

    test('when two processes follow at once', async (t) => {
      const { app, post, find, text } = await setScene(t, kind);
      const second = createTextIndex(app.parts.database);
      for (let round = 0; round < 3; round += 1) {
        for (const title of ['A', 'B', 'C']) await post({ title, chapters: [`word${round}`] });
        await Promise.all([text.follow(), second.follow(), text.follow(), second.follow()]);
        assert.equal((await find(`word${round}`)).length, 3);
      }
      const status = await text.status();
      assert.deepEqual(status, { works: 9, texts: 18, behind: 0, filled: true });
    });

    test('when it is emptied, and is filled from the works by slices', async (t) => {
      const { app, make, post, find, text } = await setScene(t, kind);
      const gone = await make({ title: 'Gone', chapters: ['A zeppelin.'] });
      const ids: number[] = [];
      const long = 'many words of one kind '.repeat(4_000);
      for (let at = 0; at < 14; at += 1) ids.push(await post({ chapters: [`lantern ${long}`] }));
      assert.equal((await find('lantern')).length, 14);
      await text.empty();
      assert.deepEqual(await text.status(), { works: 0, texts: 0, behind: 0, filled: false });
      // Two processes take turns; one change comes in between.
      const second = createTextIndex(app.parts.database);
      await text.follow();
      await rewrite(app, gone, 'A balloon.');
      assert.deepEqual(await find('balloon'), [gone.id]);
      while (!(await second.goOn()));
      assert.deepEqual(
        await find('lantern'),
        ids.sort((a, b) => a - b),
      );
      assert.deepEqual(await find('zeppelin'), []);
      assert.deepEqual(await text.status(), { works: 15, texts: 30, behind: 0, filled: true });
    });

    test('when a transaction fails half-way, it is done again', async (t) => {
      const { app, post, find } = await setScene(t, kind);
      await find('nothing');
      const one = await post({ chapters: ['A zeppelin.'] });
      const { database } = app.parts;
      const failing = createTextIndex({
        ...database,
        write: (work) =>
          database.write(async (transaction) => {
            await work(transaction);
            throw new Error('the light went out');
          }),
      });
      await assert.rejects(failing.follow(), /the light went out/);
      const searchText = createSearchText(database, failing, () => ['en']);
      const leaf = { kind: 'text', field: 'any', phrase: false, prefix: false } as const;
      assert.equal((await searchText({ ...leaf, words: 'zeppelin' }, guest)).ids.length, 0);
      assert.deepEqual(await find('zeppelin'), [one]);
    });
  });
});

async function setScene(t: TestContext, database: DatabaseKind) {
  const app = await makeApp(t, { database });
  const text = createTextIndex(app.parts.database);
  const languages = () => ['en', 'de', 'ja'];
  const searchText = createSearchText(app.parts.database, text, languages);
  const search = (
    words: string,
    asked: Asked = {},
    viewer: Parameters<typeof searchText>[1] = guest,
  ) => {
    const leaf = { kind: 'text', field: 'any', phrase: false, prefix: false, words } as const;
    return searchText({ ...leaf, ...asked }, viewer);
  };
  const make = (wishes: PostWishes) => postWork(app, 'ada', wishes);
  return {
    app,
    text,
    search,
    make,
    post: async (wishes: PostWishes) => (await make(wishes)).id as number,
    find: async (words: string, asked: Asked = {}) =>
      [...(await search(words, asked)).ids].sort((a, b) => a - b),
  };
}

/** Gives the first chapter another text. */
async function rewrite(app: TestApp, work: Work, source: string): Promise<void> {
  const chapter = {
    title: '',
    summary: '',
    notes: '',
    endNotes: '',
    format: 'text',
    source,
  } as const;
  const [first] = work.chapters;
  assert.ok(first);
  const outcome = await changeChapter(app.parts, await app.member('ada'), work.id, first.id, {
    chapter,
  });
  assert.ok(outcome.ok);
}
