// That every dependency has a reason, an exact version, and company of at most 24 others; fonts
// are data and do not count.
import { test } from 'node:test';
import { hold } from './rule.ts';
import { listFiles, sourceFile } from './source-tree.ts';

type Dependencies = Readonly<Record<string, string>>;

const runtimeMax = 25;
const reasonsFile = 'docs/dependencies.md';
const declared = JSON.parse(sourceFile('package.json').text) as Record<string, Dependencies>;
const runtime = { ...declared['dependencies'], ...declared['optionalDependencies'] };
/** Packages that hold fonts and nothing that runs. */
const isFont = (name: string) => /^@(?:fontsource(?:-variable)?|expo-google-fonts)\//.test(name);
const all: Dependencies = { ...runtime, ...declared['devDependencies'] };

test('every dependency has a written reason', () => {
  const reasons = listFiles().includes(reasonsFile) ? sourceFile(reasonsFile).text : '';
  const named = new Set([...reasons.matchAll(/^[-|]\s*`([^`]+)`/gm)].map(([, name = '']) => name));
  hold(
    {
      name: 'dependency-reasons',
      rule: `Every dependency has a line in ${reasonsFile}, and every line a dependency.`,
      reason: 'Each is code that we answer for and did not write.',
      remedy: 'Write a line that begins with its name in backticks and says why it is here.',
    },
    [
      ...Object.keys(all)
        .filter((name) => !named.has(name))
        .map((name) => ({ file: 'package.json', found: `${name} has no reason` })),
      ...[...named]
        .filter((name) => !(name in all))
        .map((name) => ({ file: reasonsFile, found: `${name} is no dependency` })),
    ],
  );
});

test('versions are exact', () => {
  hold(
    {
      name: 'exact-versions',
      rule: 'package.json names exact versions.',
      reason: 'A range lets an older Node take an older major without saying so.',
      remedy: 'Write the version without ^ or ~.',
    },
    Object.entries(all)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([name, version]) => ({ file: 'package.json', found: `${name}: ${version}` })),
  );
});

test('an installation has at most 25 direct dependencies', () => {
  const count = Object.keys(runtime).filter((name) => !isFont(name)).length;
  hold(
    {
      name: 'dependency-count',
      rule: `At most ${runtimeMax} direct runtime dependencies, fonts aside.`,
      reason: 'A host trusts every one of them with everything readers and writers hand over.',
      remedy: 'Do without, or replace two by one.',
    },
    count <= runtimeMax ? [] : [{ file: 'package.json', found: `${count} dependencies` }],
  );
});
