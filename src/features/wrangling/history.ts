// Acts read for pages: who did what to which tags, in words.
import type { Reader } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import { type ActsWanted, findTagsByIds, type KeptAct, listActs } from '../tags/index.ts';
import { listLogins } from './store.ts';
import { type Names, sentenceOf } from './words.ts';

/** One line of history. */
export type ToldAct = {
  readonly act: KeptAct;
  readonly sentence: string;
  readonly login: string | null;
};

/** Acts with their names, the newest first. */
export async function tellActs(reader: Reader, wanted: ActsWanted): Promise<ToldAct[]> {
  return tell(reader, await listActs(reader, wanted));
}

/** The sentences for acts that are at hand. */
export async function tell(reader: Reader, acts: readonly KeptAct[]): Promise<ToldAct[]> {
  const names = await namesFor(reader, acts);
  return acts.map((act) => ({
    act,
    sentence: sentenceOf(act, names),
    login: act.by === null ? null : (names.logins.get(act.by) ?? null),
  }));
}

export async function namesFor(reader: Reader, acts: readonly KeptAct[]): Promise<Names> {
  const tags = acts.flatMap(({ tag, target }) => (target === null ? [tag] : [tag, target]));
  const people = acts.flatMap(({ by }) => by ?? []);
  return {
    tags: await findTagsByIds(reader, [...new Set(tags)]),
    logins: await listLogins(reader, [...new Set(people)]),
  };
}

/** The newest acts of one wrangler that were done together and can still be undone. */
export async function lastActs(reader: Reader, by: UserId): Promise<ToldAct[]> {
  const [last] = await listActs(reader, { by, limit: 1 });
  if (last === undefined || last.undoneBy !== null) return [];
  return tellActs(reader, { batch: last.batch, limit: lastMax });
}

// More than a bulk act has, as each may be two.
const lastMax = 500;
