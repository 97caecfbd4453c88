import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What a person keeps out of their own lists. Which columns are filled, the kind says; the
    // subject says all of it in one text, so that nothing is muted twice.
    `create table mutes (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      kind text not null check (kind in
        ('tag', 'person', 'work', 'phrase', 'language', 'words')),
      subject text not null,
      tag_id ${int64} references tags (id),
      within_id ${int64} references tags (id),
      person_id ${int64} references users (id),
      work_id ${int64} references works (id),
      phrase text,
      language text,
      words_min ${int64},
      words_max ${int64},
      created_at ${int64} not null,
      unique (user_id, subject)
    ) ${strict}`,
    'create index mutes_by_tag on mutes (tag_id)',
    'create index mutes_by_within on mutes (within_id)',
    'create index mutes_by_person on mutes (person_id)',
    'create index mutes_by_work on mutes (work_id)',
  ],
};
