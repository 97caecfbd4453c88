import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: () => [
    'create index audit_by_time on audit (at, id)',
    'create index audit_by_actor on audit (actor_id, at, id)',
  ],
};
