import { vocabularySeeds } from '../../src/features/tags/vocabulary.ts';
import type { Migration } from '../../src/kit/sql/migrate.ts';
import { caseKey, lookKey } from '../../src/text/index.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    `create table tags (
      id ${int64} not null primary key,
      type text not null check (type in ('media', 'rating', 'warning', 'category', 'fandom',
        'relationship', 'character', 'freeform')),
      name text not null,
      name_key text not null,
      look_key text not null,
      status text not null check (status in
        ('canonical', 'synonym', 'unwrangled', 'unwrangleable')),
      synonym_of ${int64} references tags (id),
      -- Vocabulary tags (rating, warning, category) have a short word and an order; the others not.
      short_word text,
      sort_order ${int64} not null default 0,
      adult ${int64} not null default 0,
      created_at ${int64} not null,
      created_by ${int64},
      unique (type, name_key),
      check ((status = 'synonym') = (synonym_of is not null))
    ) ${strict}`,
    'create index tags_by_look on tags (look_key)',
    'create index tags_by_target on tags (synonym_of)',
    // Names a tag once had: old addresses lead to it for ever.
    `create table tag_old_names (
      type text not null,
      name_key text not null,
      tag_id ${int64} not null references tags (id),
      primary key (type, name_key)
    ) ${strict}`,
    `create table tag_parents (
      parent_id ${int64} not null references tags (id),
      child_id ${int64} not null references tags (id),
      primary key (parent_id, child_id)
    ) ${strict}`,
    'create index tag_parents_by_child on tag_parents (child_id)',
    `create table tag_metatags (
      metatag_id ${int64} not null references tags (id),
      subtag_id ${int64} not null references tags (id),
      primary key (metatag_id, subtag_id),
      check (metatag_id <> subtag_id)
    ) ${strict}`,
    'create index tag_metatags_by_subtag on tag_metatags (subtag_id)',
    ...vocabularySeeds.map(insertSeed),
  ],
};

// The names are ours and hold no quote.
function insertSeed(seed: (typeof vocabularySeeds)[number], at: number): string {
  const { id, type, name, shortWord, adult } = seed;
  return `insert into tags (id, type, name, name_key, look_key, status, short_word, sort_order,
    adult, created_at) values (${id}, '${type}', '${name}', '${caseKey(name)}',
    '${lookKey(name)}', 'canonical', '${shortWord}', ${at}, ${adult ? 1 : 0}, 0)`;
}
