import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict, dialect }) => {
    const bytes = dialect === 'sqlite' ? 'blob' : 'bytea';
    return [
      // What stands in an open form, overwritten as it is typed: one row per person and window.
      `create table autosaves (
        user_id ${int64} not null references users (id),
        window_id text not null,
        kind text not null check (kind in ('work-new', 'work', 'chapter-new', 'chapter')),
        work_id ${int64} references works (id),
        chapter_id ${int64} references chapters (id),
        -- Of the work or chapter, when the form was opened.
        base_revision ${int64},
        -- The form's fields: JSON, deflated.
        fields ${bytes} not null,
        bytes ${int64} not null,
        saved_at ${int64} not null,
        -- When a revision was last made of what is typed here, or the first autosave.
        revised_at ${int64} not null,
        primary key (user_id, window_id)
      ) ${strict}`,
      'create index autosaves_by_work on autosaves (work_id) where work_id is not null',
      'create index autosaves_by_chapter on autosaves (chapter_id) where chapter_id is not null',
      // Chapter 0 is the work's own title, tags, summary and notes.
      `create table revisions (
        work_id ${int64} not null references works (id),
        chapter_id ${int64} not null,
        number ${int64} not null,
        -- The revision that is kept whole; those from it to this one are differences.
        base_number ${int64} not null,
        content ${bytes} not null,
        bytes ${int64} not null,
        made_at ${int64} not null,
        made_by ${int64} not null references users (id),
        reason text not null check (reason in ('save', 'post', 'restore', 'import', 'autosave')),
        -- The revision of the work or chapter that this became; of an autosave, its base.
        state ${int64} not null,
        words ${int64} not null,
        words_added ${int64} not null,
        words_removed ${int64} not null,
        primary key (work_id, chapter_id, number)
      ) ${strict}`,
      'create index revisions_by_maker on revisions (made_by)',
      // What a person's revisions, autosaves and files take, kept in step with each of them.
      `create table disk_shares (
        user_id ${int64} not null primary key references users (id),
        bytes ${int64} not null
      ) ${strict}`,
      // IANA; null: UTC.
      'alter table users add column time_zone text',
      `alter table chapters add column scheduled_at ${int64}`,
      `create table chapter_tags (
        chapter_id ${int64} not null references chapters (id),
        tag_id ${int64} not null references tags (id),
        position ${int64} not null,
        primary key (chapter_id, tag_id)
      ) ${strict}`,
      'create index chapter_tags_by_tag on chapter_tags (tag_id)',
      // 1: the tag is not the work's own but one of its chapters has it.
      `alter table work_tags add column from_chapter ${int64} not null default 0`,
      ...jobs(int64, strict),
    ];
  },
};

function jobs(int64: string, strict: string): string[] {
  return [
    `create table jobs (
      kind text not null,
      subject_id ${int64} not null,
      run_at ${int64} not null,
      -- Who runs it has it until then; whoever finds it later runs it again.
      leased_until ${int64} not null default 0,
      attempts ${int64} not null default 0,
      problem text,
      primary key (kind, subject_id)
    ) ${strict}`,
    'create index jobs_by_time on jobs (run_at)',
  ];
}
