// The tag model: names, and the acts that tie tags together.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { tagId, wrangle } from '../../../test/kit/wrangling.ts';
import {
  nameOfSlug,
  resolveTagLists,
  splitTagNames,
  tagNameProblem,
  tagSlug,
  tidyTagName,
  type WorkTagType,
} from './index.ts';

const making = (app: TestApp) => ({ ids: app.parts.ids, at: 1, by: null });

/** The tags of one list of references, as a work would get them. */
async function resolve(app: TestApp, type: WorkTagType, references: readonly { name: string }[]) {
  const [resolved] = await write(app, (transaction) =>
    resolveTagLists(transaction, [{ type, references, making: making(app) }]),
  );
  return resolved ?? { tags: [], errors: [] };
}

const write = <Value>(app: TestApp, work: Parameters<typeof app.parts.database.write<Value>>[0]) =>
  app.parts.database.write(work);

describe('a tag name', () => {
  it('has 1 to 150 characters that can be seen', () => {
    assert.equal(tagNameProblem('x'.repeat(150)), null);
    assert.notEqual(tagNameProblem('x'.repeat(151)), null);
    assert.equal(tagNameProblem('🕯'.repeat(150)), null);
    for (const blank of ['', ' ', '\u200d\u200c']) assert.notEqual(tagNameProblem(blank), null);
  });

  it('holds no comma of any script and no sign that was an operator', () => {
    for (const sign of ',，、^*<>{}=`\\%') {
      assert.match(tagNameProblem(`a${sign}b`) ?? '', /no tag may hold/, sign);
    }
  });

  it('has its white space squeezed and its commas part it in a field', () => {
    assert.equal(tidyTagName('  Slow \n\t Burn '), 'Slow Burn');
    assert.deepEqual(splitTagNames('A/B, C & D， E、 ,A/B'), ['A/B', 'C & D', 'E']);
  });

  it('survives its way through an address', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(tidyTagName);
    fc.assert(
      fc.property(
        names.filter((name) => tagNameProblem(name) === null),
        (name) => nameOfSlug(decodeURIComponent(tagSlug(name))) === name,
      ),
    );
    assert.equal(nameOfSlug(tagSlug('search')), 'search');
    assert.equal(tagSlug('A/B & C.D?#'), 'A*s*B%20*a*%20C*d*D*q**h*');
  });
});

eachDatabase((database) => {
  describe('looking up the tags of a work', () => {
    it('finds a name in any case, and makes one that nobody has used', async (test) => {
      const app = await makeApp(test, { database });
      const names = ['Harbour Lights', 'HARBOUR LIGHTS', 'Other'].map((name) => ({ name }));
      const { tags, errors } = await resolve(app, 'fandom', names);
      assert.deepEqual(errors, []);
      assert.deepEqual(
        tags.map((tag) => [tag.name, tag.status]),
        [
          ['Harbour Lights', 'unwrangled'],
          ['Other', 'unwrangled'],
        ],
      );
    });

    it('keeps names apart by accent and by type', async (test) => {
      const app = await makeApp(test, { database });
      const idOf = async (type: WorkTagType, name: string) =>
        (await resolve(app, type, [{ name }])).tags[0]?.id;
      const ids = [
        await idOf('freeform', 'resume'),
        await idOf('freeform', 'résumé'),
        await idOf('character', 'resume'),
      ];
      assert.equal(new Set(ids).size, 3);
      assert.equal(await idOf('freeform', 'RÉSUMÉ'), ids[1]);
    });

    it('takes a name that a tag once had as that tag', async (test) => {
      const app = await makeApp(test, { database });
      const tag = await tagId(app, 'fandom:Harbour Lights');
      await wrangle(app, { kind: 'rename', tag, name: 'Harbour Lights (Novels)' });
      const { tags } = await resolve(app, 'fandom', [{ name: 'harbour lights' }]);
      assert.deepEqual(
        tags.map(({ id, name }) => [id, name]),
        [[tag, 'Harbour Lights (Novels)']],
      );
    });

    it('makes no rating, warning or category', async (test) => {
      const app = await makeApp(test, { database });
      const { tags, errors } = await resolve(app, 'rating', [{ name: 'Spicy' }]);
      assert.deepEqual(tags, []);
      assert.match(errors[0] ?? '', /Spicy.*not one of the rating choices/);
    });
  });
});
