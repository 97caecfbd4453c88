// Saved filters follow a tag that becomes another's synonym.
import type { TagId } from '../../shared/ids.ts';
import { withOtherNumbers } from '../finding/index.ts';
import type { TagMover } from '../tags/index.ts';
import { writeTagsOf } from './actions.ts';
import type { FilterId, SavedFilter } from './saved-filter.ts';
import { findAnyFilter, listFiltersWith, updateFilter } from './store.ts';

type Moved = {
  readonly id: FilterId;
  /** The query before and after; only one that still stands as it was moved is moved back. */
  readonly before: string;
  readonly after: string;
  readonly list: boolean;
};

/** The filters' part of what moves with a tag. */
export const filtersMover: TagMover = {
  name: 'filters',
  async touched(reader, tags) {
    const touched = await listFiltersWith(reader, tags);
    return { filters: touched.length, people: [...new Set(touched.map(({ user }) => user))] };
  },
  async move(transaction, from, to, at) {
    const others = new Map([[from, to]]);
    const moved: Moved[] = [];
    for (const filter of await listFiltersWith(transaction, [from])) {
      const query = withOtherNumbers(filter.query, others);
      const list = filter.list.tag === from;
      await updateFilter(transaction, { ...filter, query, list: listOf(filter, list, to) }, at);
      await writeTagsOf(transaction, filter.id, query);
      moved.push({ id: filter.id, before: filter.query, after: query, list });
    }
    return moved.length === 0 ? null : moved;
  },
  async restore(transaction, kept, from, to, at) {
    for (const { id, before, after, list } of kept as unknown as readonly Moved[]) {
      const filter = await findAnyFilter(transaction, id);
      if (filter === null || filter.query !== after) continue;
      const isBack = list && filter.list.tag === to;
      const restored = { ...filter, query: before, list: listOf(filter, isBack, from) };
      await updateFilter(transaction, restored, at);
      await writeTagsOf(transaction, id, before);
    }
  },
};

function listOf(filter: SavedFilter, moves: boolean, tag: TagId): SavedFilter['list'] {
  return moves ? { ...filter.list, tag } : filter.list;
}
