// Where SQL may stand, and that each table has one writer.
import { test } from 'node:test';
import { partOf } from './levels.ts';
import { hold } from './rule.ts';
import { importsOf, occurrences, type SourceFile, sourceFiles } from './source-tree.ts';

const source = sourceFiles(['src']);
const outside = source.filter(({ path }) => !mayHoldSql(path));

test('SQL stands only in stores, kit/sql, finding/storage and migrations', () => {
  const builder =
    /\.(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\s*(?:<[^>]*>)?\(/g;
  const template = /(?<![\w$.])sql(?:<[^`]*>)?`/g;
  const statement = new RegExp(
    [
      String.raw`\bSELECT\s[^]+\sFROM\b`,
      String.raw`\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|ALTER\s+TABLE|PRAGMA\s+\w)\b`,
      String.raw`\bCREATE\s+(?:UNIQUE\s+)?(?:TABLE|INDEX)\b`,
    ].join('|'),
  );
  hold(
    {
      name: 'sql-containment',
      rule: 'SQL, built or written, stands only in store.ts, store/, kit/sql and finding/storage.',
      reason: 'All a feature asks of the database is then read in one place.',
      remedy: 'Write a function in the store, named for the question, and call that.',
    },
    outside.flatMap((file) => [
      ...occurrences(file.scan.code, builder).map((each) => ({ file: file.path, ...each })),
      ...occurrences(file.scan.code, template).map((each) => ({ file: file.path, ...each })),
      ...file.scan.literals
        .filter(({ text }) => statement.test(text))
        .map(({ text }) => ({ file: file.path, found: text.slice(0, 60) })),
    ]),
  );
});

test('only SQL places import the query builder and the drivers', () => {
  const packages = ['kysely', 'kysely/migration', 'better-sqlite3', 'pg'];
  hold(
    {
      name: 'sql-imports',
      rule: 'kysely is imported only where SQL may stand, and as types by schema.ts.',
      reason: 'What can build a query will be used to build one.',
      remedy: 'Take Database, Reader and Transaction from kit/sql, and let the store build.',
    },
    outside
      .flatMap(importsOf)
      .filter(({ specifier }) => packages.includes(specifier))
      .filter(({ from, typeOnly }) => !(typeOnly && /\/schema(?:\.ts$|\/)/.test(from.path)))
      .map(({ from, line, specifier }) => ({
        file: from.path,
        line,
        found: `imports ${specifier}`,
      })),
  );
});

test('a table is written by one feature', () => {
  const writers = new Map<string, Map<string, SourceFile>>();
  for (const file of source) {
    const part = partOf(file.path)?.name ?? '';
    if (!part.startsWith('features/')) continue;
    for (const table of tablesWritten(file)) {
      writers.set(table, (writers.get(table) ?? new Map()).set(part, file));
    }
  }
  hold(
    {
      name: 'one-writer',
      rule: 'Only one feature writes a table.',
      reason: 'Its rules hold only if nobody passes them by.',
      remedy: "Call the owner's action, or announce an event that the owner hears.",
    },
    [...writers].flatMap(([table, parts]) =>
      parts.size === 1
        ? []
        : [...parts].map(([part, { path }]) => ({
            file: path,
            found: `${part} writes ${table}`,
          })),
    ),
  );
});

function mayHoldSql(path: string): boolean {
  return (
    /\/store(?:\.ts$|\/)/.test(path) ||
    path.startsWith('src/kit/sql/') ||
    path.startsWith('src/features/finding/storage/')
  );
}

function tablesWritten({ scan }: SourceFile): readonly string[] {
  const built = /\.(?:insertInto|updateTable|deleteFrom|replaceInto)\(\s*['"]([\w.]+)/g;
  const written = /\b(?:insert\s+into|update|delete\s+from)\s+"?([a-z]\w*)"?\s/gi;
  const statements = scan.literals.filter(({ tag }) => tag === 'sql').map(({ text }) => text);
  return [
    ...[...scan.uncommented.matchAll(built)].map(([, table = '']) => table),
    ...statements.flatMap((text) => [...text.matchAll(written)].map(([, table = '']) => table)),
  ];
}
