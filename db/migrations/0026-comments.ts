import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // No foreign keys among comments, nor to chapters: a thread outlives what it hangs on, and a
    // back-up is read in any order. The thread is the id of its first comment.
    `create table comments (
      id ${int64} not null primary key,
      work_id ${int64} not null references works (id),
      chapter_id ${int64},
      thread_id ${int64} not null,
      parent_id ${int64},
      user_id ${int64} references users (id),
      pseud_id ${int64} references pseuds (id),
      guest_name text,
      guest_email text,
      source text not null,
      html text not null,
      sanitiser_version ${int64} not null,
      digest text not null,
      state text not null check (state in ('shown', 'waiting', 'held')),
      hidden_by text check (hidden_by in ('creator', 'moderator')),
      frozen ${int64} not null,
      as_creator ${int64} not null,
      created_at ${int64} not null,
      edited_at ${int64},
      deleted_at ${int64}
    ) ${strict}`,
    'create index comments_first on comments (work_id, created_at, id) where parent_id is null',
    'create index comments_by_time on comments (created_at, id)',
    'create index comments_of_chapter on comments (work_id, chapter_id)',
    'create index comments_of_thread on comments (thread_id, created_at, id)',
    'create index comments_by_parent on comments (parent_id) where parent_id is not null',
    'create index comments_by_user on comments (user_id, created_at)',
    'create index comments_by_pseud on comments (pseud_id)',
    'create index comments_alike on comments (digest, created_at)',
    "create index comments_held on comments (created_at) where state = 'held'",
    // Who may comment on a work, where its creators have said so.
    `create table comment_rules (
      work_id ${int64} not null primary key references works (id),
      who text not null check (who in ('everyone', 'members', 'nobody')),
      moderated ${int64} not null
    ) ${strict}`,
    // What was said to a person: under their works, or in answer to them.
    `create table inbox (
      user_id ${int64} not null references users (id),
      comment_id ${int64} not null references comments (id),
      work_id ${int64} not null references works (id),
      why text not null check (why in ('work', 'reply')),
      at ${int64} not null,
      read_at ${int64},
      answered_at ${int64},
      primary key (user_id, comment_id)
    ) ${strict}`,
    'create index inbox_by_time on inbox (user_id, at)',
    'create index inbox_by_comment on inbox (comment_id)',
    'create index inbox_by_work on inbox (work_id)',
  ],
};
