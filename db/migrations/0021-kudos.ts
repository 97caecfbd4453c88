import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // One of a person or a browser for each work. Of guests nothing is kept but a keyed hash of
    // the word in their cookie.
    `create table kudos (
      id ${int64} not null primary key,
      work_id ${int64} not null references works (id),
      user_id ${int64} references users (id),
      guest_key text,
      left_at ${int64} not null,
      check ((user_id is null) <> (guest_key is null))
    ) ${strict}`,
    'create unique index kudos_of_members on kudos (work_id, user_id) where user_id is not null',
    'create unique index kudos_of_guests on kudos (work_id, guest_key) ' +
      'where guest_key is not null',
    'create index kudos_by_user on kudos (user_id) where user_id is not null',
  ],
};
