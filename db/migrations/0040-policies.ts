import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What the archive's pages about itself have said, from the first change on. Who wrote one may
    // be gone, so that it refers to nobody.
    `create table page_versions (
      page text not null,
      version ${int64} not null,
      source text not null,
      made_at ${int64} not null,
      made_by ${int64},
      primary key (page, version)
    ) ${strict}`,
    // Which version of the policy a person has agreed to, and when.
    `create table policy_consents (
      user_id ${int64} not null references users (id),
      version ${int64} not null,
      agreed_at ${int64} not null,
      primary key (user_id, version)
    ) ${strict}`,
  ],
};
