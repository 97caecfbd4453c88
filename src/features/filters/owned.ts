import type { OwnedTable } from '../../kit/sql/index.ts';

const person = { column: 'user_id' };

/** Tables of saved filters with rows of a person's own. */
export const ownedByFilters: readonly OwnedTable[] = [
  { table: 'saved_filters', key: ['id'], by: [person] },
  {
    table: 'saved_filter_tags',
    key: ['filter_id', 'tag_id'],
    by: [{ column: 'filter_id', within: { table: 'saved_filters', select: 'id', by: person } }],
  },
  { table: 'default_filters', key: ['user_id'], by: [person] },
];
