import { starterLanguages } from '../../src/features/works/languages.ts';
import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Languages that works may be in, in the host's order; formerly: a line for each name it had.
    `create table languages (
      tag text not null primary key,
      name text not null,
      direction text not null check (direction in ('ltr', 'rtl')),
      place ${int64} not null,
      offered ${int64} not null,
      formerly text not null
    ) ${strict}`,
    ...starterLanguages.map(insertLanguage),
  ],
};

// The names are ours and hold no quote.
function insertLanguage(language: (typeof starterLanguages)[number], at: number): string {
  const { tag, name, direction } = language;
  return `insert into languages (tag, name, direction, place, offered, formerly)
    values ('${tag}', '${name}', '${direction}', ${at + 1}, 1, '')`;
}
