import type { OwnedTable } from '../../kit/sql/index.ts';

const told = { table: 'ruling_people', select: 'ruling_id', by: { column: 'user_id' } } as const;

/**
 * What a person has reported, and what they were told of decisions about them; the cases made of
 * reports are moderators'.
 */
export const ownedByModeration: readonly OwnedTable[] = [
  {
    table: 'reports',
    key: ['id'],
    by: [{ column: 'reporter_id' }],
    without: ['case_id', 'evidence_id'],
  },
  {
    table: 'rulings',
    key: ['id'],
    by: [{ column: 'id', within: told }],
    // Which moderator it was.
    without: ['by_id'],
  },
  { table: 'ruling_people', key: ['ruling_id', 'user_id'], by: [{ column: 'user_id' }] },
];
