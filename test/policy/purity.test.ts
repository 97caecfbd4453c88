// That time, chance, the environment, the network and the disk come in through app.ts.
import { test } from 'node:test';
import { isClient, partOf } from './levels.ts';
import { hold } from './rule.ts';
import { importsOf, occurrences, type SourceFile, sourceFiles } from './source-tree.ts';

// The assets are read from the checkout once, when the archive starts.
const readsAssets = /^src\/web\/(?:assets|bundle)(?:\.ts$|\/)/;
const source = sourceFiles(['src']).filter(({ path }) => !isClient(path));
const pure = source.filter(({ path }) => {
  const part = partOf(path)?.name;
  return part !== 'kit' && part !== 'composition' && !readsAssets.test(path);
});

test('features ask no clock, no dice and no network of their own', () => {
  const reached = [
    /\bDate\.now\(/g,
    /\bnew Date\(\s*\)/g,
    /(?<!new )\bDate\(/g,
    /\bperformance\.now\(/g,
    /\bMath\.random\(/g,
    /\bcrypto\.(?:random\w*|getRandomValues)\(/g,
    /(?<![\w$.])random(?:UUID\w*|Bytes|Int)\(/g,
    /(?<![\w$.])fetch\(/g,
    /(?<![\w$.])set(?:Timeout|Interval|Immediate)\(/g,
  ];
  hold(
    {
      name: 'purity',
      rule: 'Time, chance and the network come in as arguments (clock, ids, random, mail, files).',
      reason: 'A test can then say what time it is, and the same input gives the same output.',
      remedy: 'Take it from the parts that app.ts hands in; put a new source of it into kit/.',
    },
    pure.flatMap((file) => reached.flatMap((pattern) => findings(file, pattern))),
  );
});

test('features open no files, sockets or processes of their own', () => {
  const modules = new Set(
    [
      ['fs', 'fs/promises', 'child_process', 'worker_threads', 'cluster', 'os', 'timers'],
      ['timers/promises', 'http', 'https', 'http2', 'dns', 'dns/promises', 'tls', 'dgram'],
    ].flatMap((names) => names.flatMap((name) => [name, `node:${name}`])),
  );
  const partly = [
    { specifier: 'node:net', names: /\b(?:connect|createConnection|createServer|Socket|Server)\b/ },
    { specifier: 'node:crypto', names: /\brandom/ },
    { specifier: 'node:process', names: /./ },
  ];
  hold(
    {
      name: 'pure-imports',
      rule: 'Only kit/, web/assets and what puts the archive together open files and sockets.',
      reason: 'The archive must run on a file store and a database that are somewhere else.',
      remedy: 'Take files, mail and workers from the parts that app.ts hands in.',
    },
    pure
      .flatMap(importsOf)
      .filter(
        ({ specifier, names, typeOnly }) =>
          !typeOnly &&
          (modules.has(specifier) ||
            partly.some((each) => each.specifier === specifier && each.names.test(names))),
      )
      .map(({ from, line, specifier }) => ({
        file: from.path,
        line,
        found: `imports ${specifier}`,
      })),
  );
});

test('the environment is read only by kit/config', () => {
  const allowed = (path: string) =>
    path.startsWith('src/kit/config/') || partOf(path)?.name === 'composition';
  hold(
    {
      name: 'environment',
      rule: 'process.env is read only by kit/config and handed to it where the process begins.',
      reason: 'Every setting is then checked once, documented and refused in one clear line.',
      remedy: 'Add a setting to kit/config.',
    },
    source
      .filter(({ path }) => !allowed(path))
      .flatMap((file) => findings(file, /\bprocess\.env\b/g)),
  );
});

function findings(file: SourceFile, pattern: RegExp) {
  return occurrences(file.scan.code, pattern).map((each) => ({ file: file.path, ...each }));
}
