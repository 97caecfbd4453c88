// Who looks after a fandom goes along when the fandom becomes another's synonym.
import type { UserId } from '../../shared/ids.ts';
import type { TagMover } from '../tags/index.ts';
import { deleteKeeper, insertKeeper, listKeeperIds } from './store.ts';

/** The desk's part of what moves with a tag. */
export const keepersMover: TagMover = {
  name: 'wranglers',
  async touched(reader, tags) {
    return { filters: 0, people: await listKeeperIds(reader, tags) };
  },
  async move(transaction, from, to, at) {
    const keepers = await listKeeperIds(transaction, [from]);
    const there = new Set(await listKeeperIds(transaction, [to]));
    for (const keeper of keepers) {
      await deleteKeeper(transaction, keeper, from);
      await insertKeeper(transaction, keeper, to, at);
    }
    if (keepers.length === 0) return null;
    return { keepers, joined: keepers.filter((keeper) => !there.has(keeper)) };
  },
  async restore(transaction, kept, from, to, at) {
    const { keepers, joined } = kept as { keepers: UserId[]; joined: UserId[] };
    const there = new Set(await listKeeperIds(transaction, [to]));
    for (const keeper of keepers.filter((one) => there.has(one))) {
      await insertKeeper(transaction, keeper, from, at);
      if (joined.includes(keeper)) await deleteKeeper(transaction, keeper, to);
    }
  },
};
