import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64 }) => [
    // Not null: moderators show it to members only; what its creators wish for then.
    `alter table works add column restricted_wish ${int64} check (restricted_wish in (0, 1))`,
    // Moderators have deleted it: its creators cannot have it back.
    `alter table works add column removed_at ${int64}`,
    `alter table series add column hidden_at ${int64}`,
    `alter table bookmarks add column hidden_at ${int64}`,
    // Moderators show the name alone: profile and descriptions are the person's own to read.
    `alter table users add column profile_hidden_at ${int64}`,
  ],
};
