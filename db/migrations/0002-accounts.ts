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
      profile_html text not null default '',
      profile_sanitiser_version ${int64} not null default 0
    ) ${strict}`,
    `create index users_pending on users (created_at) where state = 'pending'`,
    // A log-in name is never given twice, not even after its account is gone. look_key is what
    // the name looks like; not unique: a person may be renamed to a look-alike of their own.
    `create table used_logins (
      login_key text not null primary key,
      look_key text not null,
      user_id ${int64} not null,
      at ${int64} not null
    ) ${strict}`,
    'create index used_logins_by_look on used_logins (look_key)',
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
      look_key text not null,
      description text not null default '',
      is_default ${int64} not null default 0,
      created_at ${int64} not null,
      unique (user_id, name_key)
    ) ${strict}`,
    'create index pseuds_by_look on pseuds (look_key)',
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
    'create index api_tokens_by_user on api_tokens (user_id)',
    // Links that work once: opening an account, a new password or address, the first admin.
    `create table one_time_links (
      token_hash text not null primary key,
      purpose text not null
        check (purpose in ('open-account', 'new-password', 'new-email', 'first-admin')),
      user_id ${int64} references users (id),
      email text,
      created_at ${int64} not null,
      expires_at ${int64} not null,
      used_at ${int64}
    ) ${strict}`,
    'create index one_time_links_by_user on one_time_links (user_id)',
    // Tries that are counted: log-in by account and by address, reset by account.
    `create table tries (
      subject text not null primary key,
      window_start ${int64} not null,
      count ${int64} not null
    ) ${strict}`,
    'create index tries_by_start on tries (window_start)',
  ],
};
