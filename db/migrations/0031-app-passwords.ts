import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64 }) => [
    // An app password is a token that is shown as a password. Some readers send the MD5 of what
    // was typed in its place: what is kept is the SHA-256 of each.
    'alter table api_tokens add column md5_hash text',
    `alter table api_tokens add column used_at ${int64}`,
    'create unique index api_tokens_by_md5 on api_tokens (md5_hash)',
  ],
};
