import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // One row; updating it is the lock that does wrangling acts one after another, and it gives
    // them their order.
    `create table tag_act_lock (
      id ${int64} not null primary key,
      acts ${int64} not null
    ) ${strict}`,
    'insert into tag_act_lock (id, acts) values (1, 0)',
    // The audit of wrangling: everything that undo needs stands in detail.
    `create table tag_acts (
      id ${int64} not null primary key,
      position ${int64} not null unique,
      at ${int64} not null,
      by_id ${int64},
      kind text not null,
      tag_id ${int64} not null references tags (id),
      target_id ${int64} references tags (id),
      -- Acts that were done together bear the id of their first.
      batch_id ${int64} not null,
      undoes_id ${int64} references tag_acts (id),
      -- The act that undid this one, as long as that one stands.
      undone_by_id ${int64} references tag_acts (id),
      detail text not null
    ) ${strict}`,
    'create index tag_acts_by_person on tag_acts (by_id, position)',
    'create index tag_acts_by_batch on tag_acts (batch_id)',
    // Which tags an act was about or changed, for the history of each.
    `create table tag_act_tags (
      tag_id ${int64} not null references tags (id),
      position ${int64} not null,
      act_id ${int64} not null references tag_acts (id),
      primary key (tag_id, position)
    ) ${strict}`,
    // Who looks after which fandom.
    `create table wrangler_fandoms (
      user_id ${int64} not null references users (id),
      fandom_id ${int64} not null references tags (id),
      since ${int64} not null,
      primary key (user_id, fandom_id)
    ) ${strict}`,
    'create index wrangler_fandoms_by_fandom on wrangler_fandoms (fandom_id)',
    // What wranglers tell each other about a tag.
    `create table tag_notes (
      id ${int64} not null primary key,
      tag_id ${int64} not null references tags (id),
      by_id ${int64} not null references users (id),
      at ${int64} not null,
      body text not null
    ) ${strict}`,
    'create index tag_notes_by_tag on tag_notes (tag_id, at)',
  ],
};
