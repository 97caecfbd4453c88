import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Announcements that a member does not want to see again, on whatever device.
    `create table announcement_dismissals (
      user_id ${int64} not null references users (id),
      announcement_id ${int64} not null references announcements (id),
      at ${int64} not null,
      primary key (user_id, announcement_id)
    ) ${strict}`,
  ],
};
