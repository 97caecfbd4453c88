import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    `create table users (
      id ${int64} not null primary key,
      login text not null,
      login_key text not null unique,
      email text,
      email_key text unique,
      password_hash text,
      state text not null check (state in ('pending', 'open', 'suspended')),
      hidden ${int64} not null default 0,
      created_at ${int64} not null,
      policy_accepted_at ${int64},
      adult_consent ${int64} not null default 0,
      reading text,
      profile_title text not null default '',
      profile_source text not null default '',
      profile_html text not null default ''
    ) ${strict}`,
    // A log-in name is never given twice, not even after its account is gone.
    `create table used_logins (
      login_key text not null primary key,
      user_id ${int64} not null,
      at ${int64} not null
    ) ${strict}`,
    `create table user_roles (
      user_id ${int64} not null references users (id),
      role text not null check (role in ('wrangler', 'moderator', 'archivist', 'admin')),
      given_at ${int64} not null,
      primary key (user_id, role)
    ) ${strict}`,
    `create table pseuds (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      name text not null,
      name_key text not null,
      description text not null default '',
      is_default ${int64} not null default 0,
      created_at ${int64} not null,
      unique (user_id, name_key)
    ) ${strict}`,
    'create unique index pseuds_default on pseuds (user_id) where is_default = 1',
    // Only the hash of the cookie is kept: a stolen table opens no session.
    `create table sessions (
      token_hash text not null primary key,
      user_id ${int64} not null references users (id),
      created_at ${int64} not null,
      seen_at ${int64} not null,
      expires_at ${int64} not null,
      client text not null default ''
    ) ${strict}`,
    'create index sessions_by_user on sessions (user_id)',
    `create table api_tokens (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      token_hash text not null unique,
      scopes text not null,
      label text not null,
      created_at ${int64} not null,
      revoked_at ${int64}
    ) ${strict}`,
    // Links that work once: opening an account, a new password, the first admin.
    `create table one_time_links (
      token_hash text not null primary key,
      purpose text not null check (purpose in ('open-account', 'new-password', 'first-admin')),
      user_id ${int64} references users (id),
      created_at ${int64} not null,
      expires_at ${int64} not null,
      used_at ${int64}
    ) ${strict}`,
    // Tries that are counted: log-in by account and by address, reset by account.
    `create table tries (
      subject text not null primary key,
      window_start ${int64} not null,
      count ${int64} not null
    ) ${strict}`,
  ],
};
