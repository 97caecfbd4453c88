// The one rule in its three forms, over every state of a work and every kind of viewer.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import type { TagId, WorkId } from '../../shared/ids.ts';
import { guest, type Viewer } from '../../shared/viewer.ts';
import { ratingIds } from '../tags/index.ts';
import { findWork, listBlurbs } from './index.ts';
import { audienceOfViewer, audienceOfWork, standingOf, type WorkState } from './visibility.ts';

const flags = ['posted', 'deleted', 'restricted', 'hidden', 'unrevealed'] as const;

const general = ratingIds.general as number as TagId;
const explicit = ratingIds.explicit as number as TagId;
const guestWithout: Viewer = { ...guest, withheld: [explicit] };

const everyState: readonly WorkState[] = Array.from({ length: 2 ** flags.length }, (_, bits) => {
  const is = (flag: (typeof flags)[number]) => ((bits >> flags.indexOf(flag)) & 1) === 1;
  const [posted, deleted, restricted] = [is('posted'), is('deleted'), is('restricted')];
  return { posted, deleted, restricted, hidden: is('hidden'), unrevealed: is('unrevealed') };
}).flatMap((state) => [general, explicit].map((rating) => ({ ...state, rating })));

describe('the standing of a work', () => {
  const member = viewerWith([]);
  const moderator = viewerWith(['moderator']);
  const posted: WorkState = {
    posted: true,
    deleted: false,
    restricted: false,
    hidden: false,
    unrevealed: false,
    rating: general,
  };
  const everybody: readonly Viewer[] = [guest, guestWithout, member, moderator];
  const table: readonly [string, WorkState, Viewer, boolean, string][] = [
    ['a guest sees a posted work', posted, guest, false, 'seen'],
    ['a guest does not see a draft', { ...posted, posted: false }, guest, false, 'unknown'],
    ['a member does not see a draft', { ...posted, posted: false }, member, false, 'unknown'],
    ['a moderator does not see a draft', { ...posted, posted: false }, moderator, false, 'unknown'],
    ['its creator sees a draft', { ...posted, posted: false }, member, true, 'seen'],
    [
      'a guest meets the members’ gate',
      { ...posted, restricted: true },
      guest,
      false,
      'members-only',
    ],
    [
      'a guest meets the members’ gate where the archive withholds the rating',
      { ...posted, rating: explicit },
      guestWithout,
      false,
      'members-only',
    ],
    ['a guest sees other ratings', posted, guestWithout, false, 'seen'],
    ['a member sees a restricted work', { ...posted, restricted: true }, member, false, 'seen'],
    ['a member does not see a hidden work', { ...posted, hidden: true }, member, false, 'unknown'],
    ['a moderator sees a hidden work', { ...posted, hidden: true }, moderator, false, 'seen'],
    ['its creator sees a hidden work', { ...posted, hidden: true }, member, true, 'seen'],
    [
      'a hidden restricted work is unknown to guests, not members only',
      { ...posted, hidden: true, restricted: true },
      guest,
      false,
      'unknown',
    ],
    ['a member waits for a reveal', { ...posted, unrevealed: true }, member, false, 'unrevealed'],
    [
      'a deleted work is gone for who could see it',
      { ...posted, deleted: true },
      guest,
      false,
      'gone',
    ],
    [
      'a deleted restricted work is unknown to guests',
      { ...posted, deleted: true, restricted: true },
      guest,
      false,
      'unknown',
    ],
    [
      'a deleted draft is gone for its creator',
      { ...posted, posted: false, deleted: true },
      member,
      true,
      'gone',
    ],
  ];
  for (const [rule, state, viewer, own, expected] of table) {
    it(rule, () => assert.equal(standingOf(viewer, state, own), expected));
  }

  it('is “seen” just where the audience mask lets the work into lists', () => {
    for (const state of everyState) {
      for (const viewer of everybody) {
        const inLists = (audienceOfWork(state) & audienceOfViewer(viewer)) !== 0;
        const seen = standingOf(viewer, state, false) === 'seen';
        assert.equal(inLists, seen, `${JSON.stringify(state)} for ${JSON.stringify(viewer)}`);
      }
    }
  });
});

eachDatabase((database) => {
  it('the SQL condition lets into lists just what each viewer sees', async (test) => {
    const app = await makeApp(test, { database });
    const ids = await placeEveryState(app);
    const { read } = app.parts.database;
    for (const viewer of await everyViewer(app)) {
      const listed = new Set((await listBlurbs(read, viewer, [...ids])).map((blurb) => blurb.id));
      for (const id of ids) {
        const { standing, work } = await findWork(read, viewer, id);
        // Own drafts have a list of their own.
        const expected = standing === 'seen' && work?.posted === true;
        assert.equal(listed.has(id), expected, `${id} is ${standing} to ${viewer.kind}`);
      }
    }
  });
});

async function everyViewer(app: TestApp): Promise<Viewer[]> {
  const names: CastName[] = ['ada', 'ben', 'dee'];
  return [guest, guestWithout, ...(await Promise.all(names.map((name) => app.member(name))))];
}

/** One work by ada for each state there is. */
async function placeEveryState(app: TestApp): Promise<WorkId[]> {
  const ids: WorkId[] = [];
  for (const state of everyState) {
    const id = await placeTestWork(app, {
      post: state.posted,
      work: { restricted: state.restricted },
      tags: { rating: [state.rating === explicit ? 'Explicit' : 'General Audiences'] },
    });
    await app.parts.database.write((transaction) =>
      transaction
        .updateTable('works')
        .set({
          hidden: state.hidden ? 1 : 0,
          unrevealed: state.unrevealed ? 1 : 0,
          deleted_at: state.deleted ? 1 : null,
        })
        .where('id', '=', id)
        .execute(),
    );
    ids.push(id);
  }
  return ids;
}

function viewerWith(roles: readonly 'moderator'[]): Viewer {
  return {
    kind: 'member',
    userId: 1 as never,
    login: 'ben',
    pseuds: [],
    roles: new Set(roles),
    adultConsent: false,
  };
}
