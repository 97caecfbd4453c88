import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What a person typed is kept (*_source, with its format) beside what is shown (*_html).
    `create table works (
      id ${int64} not null primary key,
      title text not null,
      title_key text not null,
      summary_source text not null,
      summary_html text not null,
      notes_source text not null,
      notes_html text not null,
      end_notes_source text not null,
      end_notes_html text not null,
      sanitiser_version ${int64} not null,
      language text not null,
      expected_chapters ${int64},
      restricted ${int64} not null default 0,
      hidden ${int64} not null default 0,
      -- All its creators are hidden by a moderator: shown to nobody else while that lasts.
      creators_hidden ${int64} not null default 0,
      anonymous ${int64} not null default 0,
      unrevealed ${int64} not null default 0,
      words ${int64} not null default 0,
      chapters_posted ${int64} not null default 0,
      created_at ${int64} not null,
      created_by ${int64} not null references users (id),
      posted_at ${int64},
      published_at ${int64},
      updated_at ${int64},
      edited_at ${int64} not null,
      deleted_at ${int64},
      -- Grows with every change of what is shown: the ETag, and how a second editor is noticed.
      revision ${int64} not null default 1
    ) ${strict}`,
    'create index works_posted on works (posted_at) where posted_at is not null',
    `create table chapters (
      id ${int64} not null primary key,
      work_id ${int64} not null references works (id),
      position ${int64} not null,
      title text not null,
      summary_source text not null,
      summary_html text not null,
      notes_source text not null,
      notes_html text not null,
      end_notes_source text not null,
      end_notes_html text not null,
      words ${int64} not null,
      created_at ${int64} not null,
      posted_at ${int64},
      published_at ${int64},
      edited_at ${int64} not null,
      revision ${int64} not null default 1,
      unique (work_id, position)
    ) ${strict}`,
    // Apart from chapters, so that no list ever reads half a megabyte to show a title.
    `create table chapter_texts (
      chapter_id ${int64} not null primary key references chapters (id),
      format text not null check (format in ('html', 'markdown', 'text')),
      source text not null,
      html text not null,
      sanitiser_version ${int64} not null
    ) ${strict}`,
    `create table work_tags (
      work_id ${int64} not null references works (id),
      tag_id ${int64} not null references tags (id),
      position ${int64} not null,
      primary key (work_id, tag_id)
    ) ${strict}`,
    'create index work_tags_by_tag on work_tags (tag_id)',
    `create table work_creators (
      work_id ${int64} not null references works (id),
      pseud_id ${int64} not null references pseuds (id),
      user_id ${int64} not null references users (id),
      position ${int64} not null,
      primary key (work_id, pseud_id)
    ) ${strict}`,
    'create index work_creators_by_pseud on work_creators (pseud_id)',
    'create index work_creators_by_user on work_creators (user_id)',
    `create table series (
      id ${int64} not null primary key,
      title text not null,
      summary_source text not null,
      summary_html text not null,
      notes_source text not null,
      notes_html text not null,
      created_at ${int64} not null,
      edited_at ${int64} not null,
      created_by ${int64} not null references users (id)
    ) ${strict}`,
    `create table series_works (
      series_id ${int64} not null references series (id),
      work_id ${int64} not null references works (id),
      position ${int64} not null,
      primary key (series_id, work_id),
      unique (series_id, position)
    ) ${strict}`,
    'create index series_works_by_work on series_works (work_id)',
    // Apart from works: counting must not change what the ETag of a work stands for.
    `create table work_counts (
      work_id ${int64} not null primary key references works (id),
      hits ${int64} not null default 0,
      kudos ${int64} not null default 0,
      comments ${int64} not null default 0,
      bookmarks ${int64} not null default 0
    ) ${strict}`,
  ],
};
