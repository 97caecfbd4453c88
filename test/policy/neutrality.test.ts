// That nothing in the checkout depends on, or tells of, the machine it was written on.
import { test } from 'node:test';
import { hold } from './rule.ts';
import { listFiles, occurrences, sourceFile } from './source-tree.ts';

const binary = /\.(?:png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|epub|zip|gz|br|pdf|sqlite)$/i;

test('no file names a path or a registry of one machine', () => {
  const machine = [
    // Written so that this file does not name them either.
    /(?<![\w./:])\/(?:work\/(?:main|shared)|tmp\/w\/|root\/|home\/[a-z]+\/|Users\/[a-z]+\/Doc)/g,
    /\b(?:registry\.(?:npmjs|yarnpkg)\.[a-z]+|npmmirror|artifactory|jfrog|verdaccio|nexus3?)\b/gi,
    /"resolved":\s*"https?:/g,
    /\bshared\/(?:design|research|corpus)\b/g,
  ];
  hold(
    {
      name: 'neutrality',
      rule: 'No committed file names a path of one machine or the host of a registry.',
      reason: 'The checkout must work the same wherever it lies and whoever serves its packages.',
      remedy: 'Use a path relative to the checkout; leave the registry to npm.',
    },
    listFiles()
      .filter((path) => !binary.test(path) && path !== 'test/policy/neutrality.test.ts')
      .flatMap((path) => {
        const { text } = sourceFile(path);
        return machine.flatMap((pattern) =>
          occurrences(text, pattern).map(({ line, found }) => ({
            file: path,
            line,
            found: found.slice(0, 60),
          })),
        );
      }),
  );
});
