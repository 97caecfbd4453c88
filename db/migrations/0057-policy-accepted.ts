import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64 }) => [
    // Which version of the policy was in force when the person agreed to it as they registered.
    `alter table users add column policy_accepted_version ${int64}`,
  ],
};
