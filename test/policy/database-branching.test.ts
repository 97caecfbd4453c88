// That no code asks which database it is on.
import { test } from 'node:test';
import { hold } from './rule.ts';
import { occurrences, sourceFiles } from './source-tree.ts';

test('only kit/sql, finding/storage and migrations ask which database it is', () => {
  const allowed = /^src\/(?:kit\/sql|features\/finding\/storage)\//;
  const asks = /\b(?:is|on|for|if)?(?:Sqlite|Postgres)\w*\b|\bdialect\w*\b/g;
  const names = /^(?:sqlite|postgres|postgresql|pg)$/;
  hold(
    {
      name: 'database-branching',
      rule: 'Nothing branches on the database outside kit/sql, finding/storage and migrations.',
      reason: 'Every such place is one more that behaves differently on the other database.',
      remedy: 'Give the difference a name in kit/sql and call that.',
    },
    sourceFiles(['src'])
      .filter(({ path }) => !allowed.test(path))
      .flatMap(({ path, scan }) => [
        ...occurrences(scan.code, asks).map((each) => ({ file: path, ...each })),
        ...scan.literals
          .filter(({ text }) => names.test(text))
          .map(({ text }) => ({ file: path, found: `names '${text}'` })),
      ]),
  );
});
