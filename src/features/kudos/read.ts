// What is shown of a work’s kudos.
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import type { Work } from '../works/index.ts';
import { giverOf } from './giver.ts';
import { namedMax } from './limits.ts';
import { countNames, hasKudos, listNames } from './store.ts';

export type KudosShown = {
  readonly work: Pick<Work, 'id' | 'own' | 'posted'>;
  /** Log-in names, the newest first. */
  readonly names: readonly string[];
  /** Members who are not among `names`. */
  readonly more: number;
  /** Everybody else. */
  readonly guests: number;
  /** The asker has left some. */
  readonly mine: boolean;
};

/** Kudos of a work that the asker sees: the first so many names, or a page of them. */
export async function readKudos(
  ask: Ask,
  parts: Parts,
  work: Work,
  { skipped, most }: { readonly skipped: number; readonly most: number } = firstNames,
): Promise<KudosShown> {
  const { read } = parts.database;
  const giver = giverOf(ask, parts);
  const total = work.counts.kudos;
  const mine = giver !== null && !work.own && (await hasKudos(read, work.id, giver));
  if (total === 0 && !mine) return { work, names: [], more: 0, guests: 0, mine };
  const named = await countNames(read, work.id);
  const rows = named === 0 ? [] : await listNames(read, work.id, skipped, most);
  const names = rows.map(({ login }) => login);
  // Kudos of people who have left or are hidden count among those of guests.
  return { work, names, more: named - names.length, guests: Math.max(0, total - named), mine };
}

const firstNames = { skipped: 0, most: namedMax };
