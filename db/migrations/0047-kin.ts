import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Whom a person trusts with their works. Each time is written when that step is done, and the
    // later ones are emptied when the person says that they are there.
    `create table kin (
      user_id ${int64} not null primary key references users (id),
      kin_id ${int64} not null references users (id),
      named_at ${int64} not null,
      accepted_at ${int64},
      asked_at ${int64},
      words text not null,
      granted_at ${int64},
      granted_by ${int64} references users (id),
      due_at ${int64}
    ) ${strict}`,
    'create index kin_by_kin on kin (kin_id)',
    'create index kin_asked on kin (asked_at) where asked_at is not null',
  ],
};
