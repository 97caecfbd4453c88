import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Whether there is more to come is the creators' word: works to come are not there to count.
    `alter table series add column complete ${int64} not null default 0`,
    `alter table series add column deleted_at ${int64}`,
    // Who may change a series; who is named on it follows from its works.
    `create table series_creators (
      series_id ${int64} not null references series (id),
      user_id ${int64} not null references users (id),
      primary key (series_id, user_id)
    ) ${strict}`,
    'create index series_creators_by_user on series_creators (user_id)',
    'insert into series_creators (series_id, user_id) select id, created_by from series',
    // Somebody is asked to be a creator of a work: beside who is, or in the place of who asks.
    // A refusal stays, so that nobody is asked again and again.
    `create table creator_invitations (
      work_id ${int64} not null references works (id),
      user_id ${int64} not null references users (id),
      kind text not null check (kind in ('join', 'transfer')),
      invited_by ${int64} not null references users (id),
      invited_at ${int64} not null,
      refused_at ${int64},
      primary key (work_id, user_id)
    ) ${strict}`,
    'create index creator_invitations_by_user on creator_invitations (user_id)',
    // To a member, or to a name alone. A refused one stays, so that it is not given again.
    `create table work_gifts (
      work_id ${int64} not null references works (id),
      name_key text not null,
      name text not null,
      user_id ${int64} references users (id),
      position ${int64} not null,
      given_at ${int64} not null,
      refused_at ${int64},
      primary key (work_id, name_key)
    ) ${strict}`,
    'create index work_gifts_by_user on work_gifts (user_id) where user_id is not null',
    // What a work was made after: a work here, or one elsewhere by address, title and author.
    `create table related_works (
      id ${int64} not null primary key,
      work_id ${int64} not null references works (id),
      relation text not null check (relation in ('inspired', 'translation')),
      parent_work_id ${int64} references works (id),
      url text not null,
      title text not null,
      author text not null,
      position ${int64} not null,
      related_at ${int64} not null,
      -- The creators of the work it was made after show it there.
      approved_at ${int64}
    ) ${strict}`,
    'create index related_works_by_work on related_works (work_id)',
    'create index related_works_by_parent on related_works (parent_work_id)',
  ],
};
