import type { Migration } from '../../src/kit/sql/migrate.ts';

// Full text. Everything here is made from the works and is left out of back-ups. What guests may
// find and what members alone may find are two indexes, so that neither counts nor ranks of one
// tell of the other.
export const migration: Migration = {
  statements: ({ int64, strict, dialect }) => [
    // What is indexed: a chapter, or (chapter_id 0) a work's title, summary and notes. Numbers
    // ascend: an index that grows at its end fills several times faster than one by random ids.
    `create table text_rows (
      number ${int64} not null primary key,
      work_id ${int64} not null,
      chapter_id ${int64} not null,
      audience ${int64} not null,
      generation ${int64} not null,
      mark text not null,
      unique (work_id, chapter_id)
    ) ${strict}`,
    `create table text_state (
      id ${int64} not null primary key,
      turn ${int64} not null,
      analysis ${int64} not null,
      generation ${int64} not null,
      position ${int64} not null,
      filled_to ${int64} not null,
      filled ${int64} not null
    ) ${strict}`,
    `insert into text_state (id, turn, analysis, generation, position, filled_to, filled)
      values (1, 0, 0, 0, 0, 0, 0)`,
    ...['text_public', 'text_members'].flatMap((table) =>
      dialect === 'sqlite'
        ? // Our terms are made of letters and digits, parted by spaces: nothing is left to cut.
          [
            `create virtual table ${table} using fts5(title, summary, notes, text,
              content = '', contentless_delete = 1, tokenize = 'ascii')`,
          ]
        : [
            `create table ${table} (
              number bigint not null,
              field smallint not null,
              part integer not null,
              work_id bigint not null,
              words tsvector not null,
              primary key (number, field, part)
            )`,
            `create index ${table}_words on ${table} using gin (words) with (fastupdate = off)`,
          ],
    ),
  ],
};
