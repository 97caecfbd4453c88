// What each act does to each kind of thing: the facts are set in the features whose things they
// are; who may, the reason and the audit are the caller's.
import { Refused } from '../../kit/http/index.ts';
import type { Milliseconds, Reader, Transaction } from '../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import {
  barPerson,
  hidePerson,
  readBar,
  readHiding,
  setProfileHidden,
  unbarPerson,
  unhidePerson,
} from '../accounts/index.ts';
import { type BookmarkId, readBookmarkHidden, setBookmarkHidden } from '../bookmarks/index.ts';
import { type CommentId, readCommentHidden, setCommentHidden } from '../comments/index.ts';
import {
  findHeld,
  findModerated,
  findSeriesFacts,
  resumePlansOf,
  setSeriesHidden,
  settleHeld,
  settleWorksOfPerson,
  setWorkHidden,
  setWorkRemoved,
  setWorkRestricted,
} from '../works/index.ts';
import { text } from './messages.ts';
import type { Act, SubjectKind } from './rulings/acts.ts';
import { listRulings } from './rulings/store.ts';

type Doing = {
  readonly transaction: Transaction;
  readonly parts: Parts;
  readonly id: number;
  readonly at: Milliseconds;
  readonly by: UserId;
  /** Of a suspension: when it ends. */
  readonly until: Milliseconds | null;
};

/** False: there is no such thing. */
type Deed = (doing: Doing) => Promise<boolean>;

const ofWork = (set: typeof setWorkHidden, on: boolean): Deed => {
  return ({ transaction, id, at }) => set(transaction, id as WorkId, on, at);
};

const ofHeld = (verdict: 'let in' | 'kept out'): Deed => {
  return ({ transaction, id, at, by }) =>
    settleHeld(transaction, id as WorkId, { at, by, verdict });
};

const ofSeries = (hidden: boolean): Deed => {
  return ({ transaction, id, at }) => setSeriesHidden(transaction, id as SeriesId, hidden, at);
};

const ofComment = (hidden: boolean): Deed => {
  return ({ id, at, ...telling }) => setCommentHidden(telling, id as CommentId, hidden, at);
};

const ofBookmark = (hidden: boolean): Deed => {
  return ({ transaction, id, at }) =>
    setBookmarkHidden(transaction, id as BookmarkId, hidden ? at : null);
};

type SetPerson = (transaction: Transaction, user: UserId, at: Milliseconds) => Promise<void>;

const ofPerson = (set: SetPerson): Deed => {
  return async ({ transaction, id, at }) => {
    await set(transaction, id as UserId, at);
    return true;
  };
};

const withWorks = (set: SetPerson): Deed => {
  return ofPerson(async (transaction, user, at) => {
    await set(transaction, user, at);
    await settleWorksOfPerson(transaction, user, at);
  });
};

// The words to the person are all there is to it.
const wordsAlone: Deed = async () => true;

const deeds: Readonly<Record<SubjectKind, Readonly<Partial<Record<Act, Deed>>>>> = {
  work: {
    hide: ofWork(setWorkHidden, true),
    show: ofWork(setWorkHidden, false),
    'keep-out': ofHeld('kept out'),
    'let-in': ofHeld('let in'),
    restrict: ofWork(setWorkRestricted, true),
    unrestrict: ofWork(setWorkRestricted, false),
    remove: ofWork(setWorkRemoved, true),
    restore: ofWork(setWorkRemoved, false),
  },
  series: { hide: ofSeries(true), show: ofSeries(false) },
  comment: { hide: ofComment(true), show: ofComment(false) },
  bookmark: { hide: ofBookmark(true), show: ofBookmark(false) },
  user: {
    warn: wordsAlone,
    unwarn: wordsAlone,
    suspend: async ({ transaction, id, at, until }) => {
      await barPerson(transaction, id as UserId, { kind: 'suspended', until }, at);
      // Plans may wait for the end of the suspension before, which was later.
      await resumePlansOf(transaction, id as UserId);
      return true;
    },
    ban: ofPerson((transaction, user, at) =>
      barPerson(transaction, user, { kind: 'banned', until: null }, at),
    ),
    lift: ofPerson(async (transaction, user, at) => {
      await unbarPerson(transaction, user, at);
      await resumePlansOf(transaction, user);
    }),
    hide: withWorks(hidePerson),
    show: withWorks(unhidePerson),
    'hide-profile': ofPerson((transaction, user, at) =>
      setProfileHidden(transaction, user, true, at),
    ),
    'show-profile': ofPerson((transaction, user, at) =>
      setProfileHidden(transaction, user, false, at),
    ),
  },
};

/** Does it; 404 for nothing, 409 for what cannot be done of it now. */
export async function doAct(
  { kind, act }: { readonly kind: SubjectKind; readonly act: Act },
  doing: Doing,
): Promise<void> {
  const { transaction, id, at } = doing;
  const possible = await possibleActs(transaction, { kind, id }, at);
  if (possible.length === 0) throw new Refused(404);
  const deed = deeds[kind][act];
  if (deed === undefined || !possible.includes(act)) {
    throw new Refused(409, { detail: text.notPossible() });
  }
  if (!(await deed(doing))) throw new Refused(404);
}

type Thing = { readonly kind: SubjectKind; readonly id: number };

/** What can be done about it as it is now; empty when there is no such thing. */
export async function possibleActs(
  reader: Reader | Transaction,
  { kind, id }: Thing,
  now: Milliseconds,
): Promise<readonly Act[]> {
  switch (kind) {
    case 'work':
      return actsOfWork(reader, id as WorkId);
    case 'user':
      return actsOfPerson(reader, id as UserId, now);
    case 'series': {
      const series = (await findSeriesFacts(reader, id as SeriesId))?.series;
      return series?.deleted_at === null ? hideOrShow(series.hidden_at !== null) : [];
    }
    case 'comment':
      return hideOrShow(await readCommentHidden(reader, id as CommentId));
    case 'bookmark':
      return hideOrShow(await readBookmarkHidden(reader, id as BookmarkId));
  }
}

function hideOrShow(hidden: boolean | null): readonly Act[] {
  if (hidden === null) return [];
  return hidden ? ['show'] : ['hide'];
}

async function actsOfWork(reader: Reader | Transaction, id: WorkId): Promise<readonly Act[]> {
  const work = await findModerated(reader, id);
  if (work?.removed) return ['restore'];
  const verdict = (await findHeld(reader, id))?.verdict;
  const waiting = ['let-in', 'keep-out'] as const;
  // Of a draft nothing else can be decided.
  if (work === null) return verdict === null ? waiting : [];
  const { hidden, restricted } = work;
  const seeing = verdict === null ? waiting : ([hidden ? 'show' : 'hide'] as const);
  return [...seeing, restricted ? 'unrestrict' : 'restrict', 'remove'];
}

async function actsOfPerson(
  reader: Reader | Transaction,
  id: UserId,
  now: Milliseconds,
): Promise<readonly Act[]> {
  const hiding = await readHiding(reader, id);
  if (hiding === null) return [];
  const bar = await readBar(reader, id, now);
  const rulings = await listRulings(reader, { kind: 'user', id });
  const warning = rulings.find(({ act }) => act === 'warn' || act === 'unwarn')?.act;
  return [
    'warn',
    ...(warning === 'warn' ? (['unwarn'] as const) : []),
    hiding.profile ? 'show-profile' : 'hide-profile',
    hiding.person ? 'show' : 'hide',
    ...(bar?.kind === 'banned' ? [] : (['suspend', 'ban'] as const)),
    ...(bar === null ? [] : (['lift'] as const)),
  ];
}
