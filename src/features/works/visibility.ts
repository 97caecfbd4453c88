// Who may see a work: one rule, compiled to two forms. `standingOf` judges one work; the audience
// mask judges many inside the search engine; the SQL condition is the mask's rule for lists that
// come from the database. `visibility.test.ts` holds the three equal over every state and viewer.
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Tables } from '../../kit/sql/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';
import { guest, hasRole, type Viewer } from '../../shared/viewer.ts';
import { ratingIds } from '../tags/index.ts';

/** The facts that decide. */
export type WorkState = {
  readonly posted: boolean;
  readonly deleted: boolean;
  readonly restricted: boolean;
  /** Hidden by a moderator, itself or through its creators. */
  readonly hidden: boolean;
  readonly unrevealed: boolean;
  /** One of the starter ratings; whatever has none of them is not rated. */
  readonly rating: TagId;
};

/**
 * - seen: all of it.
 * - members-only: there is such a work, for those who log in.
 * - unrevealed: there is such a work; what it is comes later.
 * - gone: deleted, and the viewer could see it before.
 * - unknown: as if it were not there.
 */
export type Standing = 'seen' | 'members-only' | 'unrevealed' | 'gone' | 'unknown';

/** The one rule. `own`: the viewer is one of the creators. */
export function standingOf(viewer: Viewer, state: WorkState, own: boolean): Standing {
  const inside = standingWhileThere(viewer, state, own);
  if (!state.deleted) return inside;
  return inside === 'seen' ? 'gone' : 'unknown';
}

function standingWhileThere(viewer: Viewer, state: WorkState, own: boolean): Standing {
  if (own) return 'seen';
  if (!state.posted) return 'unknown';
  if (hasRole(viewer, 'moderator')) return 'seen';
  if (state.hidden) return 'unknown';
  if (viewer.kind === 'guest') {
    if (state.restricted || viewer.withheld.includes(state.rating)) return 'members-only';
  }
  if (state.unrevealed) return 'unrevealed';
  return 'seen';
}

/**
 * Kinds of viewer as bits: a work is in a list if it and the viewer share one. Guests have a bit
 * for each rating, so that one can be withheld from them without touching a work.
 */
export const audiences = { members: 2, moderators: 4 } as const;

/** What a work without a rating counts as. */
export const notRated = ratingIds.none as number as TagId;

const ratings = Object.values(ratingIds) as unknown as readonly TagId[];

function guestsOf(rating: TagId): number {
  return 8 << Math.max(0, ratings.indexOf(rating));
}

/** The bits of those who may see a work in lists, its creators aside; 0 for drafts. */
export function audienceOfWork(state: WorkState): number {
  if (!state.posted || state.deleted) return 0;
  if (state.hidden || state.unrevealed) return audiences.moderators;
  const known = audiences.members | audiences.moderators;
  return state.restricted ? known : known | guestsOf(state.rating);
}

/** Whether a list shows it to guests while nothing is withheld from them. */
export function isForGuests(state: WorkState): boolean {
  return (audienceOfWork(state) & audienceOfViewer(guest)) !== 0;
}

/** The bits of a viewer. */
export function audienceOfViewer(viewer: Viewer): number {
  if (viewer.kind === 'guest') {
    const open = ratings.filter((rating) => !viewer.withheld.includes(rating));
    return open.reduce((bits, rating) => bits | guestsOf(rating), 0);
  }
  return hasRole(viewer, 'moderator')
    ? audiences.members | audiences.moderators
    : audiences.members;
}

type Works = ExpressionBuilder<Tables, 'works'>;

/** The same rule as a condition on `works`, for posted works in lists. */
export function inListsOf(viewer: Viewer) {
  return (eb: Works): ExpressionWrapper<Tables, 'works', SqlBool> => {
    const there = [eb('works.posted_at', 'is not', null), eb('works.deleted_at', 'is', null)];
    if (hasRole(viewer, 'moderator')) return eb.and(there);
    const open = [
      eb('works.hidden', '=', 0),
      eb('works.creators_hidden', '=', 0),
      eb('works.unrevealed', '=', 0),
    ];
    if (viewer.kind === 'guest') {
      open.push(eb('works.restricted', '=', 0));
      const { withheld } = viewer;
      if (withheld.length > 0) {
        const rating = eb.fn.coalesce(ratingOf(eb), eb.val(notRated));
        open.push(eb(rating, 'not in', withheld));
      }
      return eb.and([...there, ...open]);
    }
    return eb.and([...there, eb.or([eb.and(open), ownedBy(eb, viewer.userId)])]);
  };
}

/** The number of the work's rating, or null: it has none. */
export function ratingOf(eb: Works) {
  return eb
    .selectFrom('work_tags')
    .select((inner) => inner.fn.min('work_tags.tag_id').as('rating'))
    .whereRef('work_tags.work_id', '=', 'works.id')
    .where('work_tags.tag_id', 'in', ratings);
}

/** Works of which the person is a creator. */
export function ownedBy(eb: Works, userId: UserId): ExpressionWrapper<Tables, 'works', SqlBool> {
  return eb.exists(
    eb
      .selectFrom('work_creators')
      .select('work_creators.work_id')
      .whereRef('work_creators.work_id', '=', 'works.id')
      .where('work_creators.user_id', '=', userId),
  ) as ExpressionWrapper<Tables, 'works', SqlBool>;
}
