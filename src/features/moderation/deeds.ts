// What each act does to each kind of thing: the facts are set in the features whose things they
// are; who may, the reason and the audit are the caller's.
import { Refused } from '../../kit/http/index.ts';
import type { Milliseconds, Reader, Transaction } from '../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';
import { barPerson, hidePerson, readBar, unbarPerson, unhidePerson } from '../accounts/index.ts';
import { settleWorksOfPerson, setWorkHidden } from '../works/index.ts';
import type { Act, SubjectKind } from './rulings/acts.ts';
import { listRulings } from './rulings/store.ts';
import { readHidden } from './store.ts';

type Thing = {
  readonly id: number;
  readonly at: Milliseconds;
  /** Of a suspension: when it ends. */
  readonly until: Milliseconds | null;
};

type Deed = (transaction: Transaction, thing: Thing) => Promise<void>;

export const deeds: Readonly<Record<SubjectKind, Readonly<Partial<Record<Act, Deed>>>>> = {
  work: {
    hide: (transaction, { id, at }) => setWork(transaction, id, true, at),
    show: (transaction, { id, at }) => setWork(transaction, id, false, at),
  },
  user: {
    // The words to the person are all there is to it.
    warn: async () => {},
    unwarn: async () => {},
    suspend: (transaction, { id, at, until }) =>
      barPerson(transaction, id as UserId, { kind: 'suspended', until }, at),
    ban: (transaction, { id, at }) =>
      barPerson(transaction, id as UserId, { kind: 'banned', until: null }, at),
    lift: (transaction, { id, at }) => unbarPerson(transaction, id as UserId, at),
    hide: async (transaction, { id, at }) => {
      await hidePerson(transaction, id as UserId, at);
      await settleWorksOfPerson(transaction, id as UserId, at);
    },
    show: async (transaction, { id, at }) => {
      await unhidePerson(transaction, id as UserId, at);
      await settleWorksOfPerson(transaction, id as UserId, at);
    },
  },
};

async function setWork(transaction: Transaction, id: number, hidden: boolean, at: Milliseconds) {
  const there = await setWorkHidden(transaction, id as WorkId, hidden, at);
  if (!there) throw new Refused(404);
}

/** What can be done about it as it is now, what takes first; empty when there is no such thing. */
export async function possibleActs(
  reader: Reader | Transaction,
  { kind, id }: { readonly kind: SubjectKind; readonly id: number },
  now: Milliseconds,
): Promise<readonly Act[]> {
  const hidden = await readHidden(reader, kind, id);
  if (hidden === null) return [];
  const visibility: Act = hidden ? 'show' : 'hide';
  if (kind === 'work') return [visibility];
  const bar = await readBar(reader, id as UserId, now);
  const more: Act[] = bar?.kind === 'banned' ? [] : ['suspend', 'ban'];
  const back: Act[] = bar === null ? [] : ['lift'];
  const warnings = (await listRulings(reader, { kind, id })).filter(({ act }) => isWarning(act));
  if (warnings[0]?.act === 'warn') back.push('unwarn');
  return ['warn', ...more, visibility, ...back];
}

function isWarning(act: Act): boolean {
  return act === 'warn' || act === 'unwarn';
}
