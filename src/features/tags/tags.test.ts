// The tag model: names, and the acts that tie tags together.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { TagId } from '../../shared/ids.ts';
import {
  addMetatag,
  addParent,
  findFamily,
  findTagsByIds,
  makeCanonical,
  makeSynonym,
  makeTag,
  nameOfSlug,
  resolveTagLists,
  splitTagNames,
  type TagType,
  tagNameProblem,
  tagSlug,
  tidyTagName,
  type WorkTagType,
} from './index.ts';

const making = (app: TestApp) => ({ ids: app.parts.ids, at: 1, by: null });

function canonical(app: TestApp, type: TagType, name: string): Promise<TagId> {
  return app.parts.database.write(async (transaction) => {
    const tag = await makeTag(transaction, type, name, 'unwrangled', making(app));
    await makeCanonical(transaction, tag.id, 1);
    return tag.id;
  });
}

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

    it('makes no rating, warning or category', async (test) => {
      const app = await makeApp(test, { database });
      const { tags, errors } = await resolve(app, 'rating', [{ name: 'Spicy' }]);
      assert.deepEqual(tags, []);
      assert.match(errors[0] ?? '', /Spicy.*not one of the rating choices/);
    });
  });

  describe('a synonym', () => {
    it('takes its relatives and its own synonyms to the canonical', async (test) => {
      const app = await makeApp(test, { database });
      const fandom = await canonical(app, 'fandom', 'Harbour');
      const wide = await canonical(app, 'freeform', 'Fluff');
      const kept = await canonical(app, 'freeform', 'Tooth-Rotting Fluff');
      const merged = await canonical(app, 'freeform', 'So Much Fluff');
      const older = await canonical(app, 'freeform', 'Much Fluff');
      await write(app, async (transaction) => {
        await makeSynonym(transaction, older, merged, 1);
        await addParent(transaction, fandom, merged, 1);
        await addMetatag(transaction, wide, merged, 1);
        await makeSynonym(transaction, merged, kept, 1);
      });
      const family = await findFamily(app.parts.database.read, kept);
      const names = (tags: readonly { name: string }[]) => tags.map((tag) => tag.name);
      assert.deepEqual(names(family.synonyms), ['Much Fluff', 'So Much Fluff']);
      assert.deepEqual(names(family.parents), ['Harbour']);
      assert.deepEqual(names(family.metatags), ['Fluff']);
      const rest = await findFamily(app.parts.database.read, merged);
      assert.deepEqual([rest.parents, rest.metatags, rest.synonyms], [[], [], []]);
    });

    it('needs a canonical of its own type, and not itself', async (test) => {
      const app = await makeApp(test, { database });
      const tag = await canonical(app, 'freeform', 'A');
      const other = await canonical(app, 'character', 'B');
      const loose = await write(app, (transaction) =>
        makeTag(transaction, 'freeform', 'C', 'unwrangled', making(app)),
      );
      for (const target of [tag, other, loose.id]) {
        const act = write(app, (transaction) => makeSynonym(transaction, tag, target, 1));
        await assert.rejects(act, { status: 422 });
      }
      const unchanged = await findTagsByIds(app.parts.database.read, [tag]);
      assert.equal(unchanged.get(tag)?.status, 'canonical');
    });

    it('that would close a circle of metatags leaves that edge out', async (test) => {
      const app = await makeApp(test, { database });
      const [wide, narrow] = [
        await canonical(app, 'freeform', 'Wide'),
        await canonical(app, 'freeform', 'Narrow'),
      ];
      await write(app, async (transaction) => {
        await addMetatag(transaction, wide, narrow, 1);
        await makeSynonym(transaction, wide, narrow, 1);
      });
      const family = await findFamily(app.parts.database.read, narrow);
      assert.deepEqual([family.metatags, family.subtags], [[], []]);
    });
  });

  describe('a metatag', () => {
    it('cannot stand below itself at any depth', async (test) => {
      const app = await makeApp(test, { database });
      const [a, b, c] = [
        await canonical(app, 'freeform', 'A'),
        await canonical(app, 'freeform', 'B'),
        await canonical(app, 'freeform', 'C'),
      ];
      await write(app, (transaction) => addMetatag(transaction, a, b, 1));
      await write(app, (transaction) => addMetatag(transaction, b, c, 1));
      const circle = write(app, (transaction) => addMetatag(transaction, c, a, 1));
      await assert.rejects(circle, { status: 409 });
    });
  });

  describe('a parent', () => {
    it('is canonical and of a type that may be one', async (test) => {
      const app = await makeApp(test, { database });
      const fandom = await canonical(app, 'fandom', 'Harbour');
      const character = await canonical(app, 'character', 'Keeper');
      await write(app, (transaction) => addParent(transaction, fandom, character, 1));
      const upside = write(app, (transaction) => addParent(transaction, character, fandom, 1));
      await assert.rejects(upside, { status: 422 });
    });
  });
});
