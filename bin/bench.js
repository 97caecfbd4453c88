// `npm run bench [-- NAME... --FLAG...]`: prints the tables of bench/, all or those named. A file
// that another file of bench/ imports is a part of a table, not a table. Flags go to the tables.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { installMissing } from './install.js';
import { isNode24, leanMemory, root, runOnNode24, stopWith } from './node24.js';

const args = process.argv.slice(2);
const firstFlag = args.findIndex((arg) => arg.startsWith('--'));
const names = firstFlag < 0 ? args : args.slice(0, firstFlag);
const flags = args.slice(names.length);
installMissing({ development: true });
if (!isNode24()) await runOnNode24('bin/bench.js', args);

const tables = listTables();
const chosen = tables.filter((file) => names.length === 0 || names.some(isNameOf(file)));
if (chosen.length === 0) {
  stopWith(`no such table in bench/; there are: ${tables.join(', ') || 'none yet'}`);
}
// What is measured runs as the server does.
// Under npm a server would have a parent beside it, whose memory would be measured instead.
const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
const run = { cwd: root, stdio: 'inherit', env: { ...leanMemory, ...Object.fromEntries(ours) } };
const codes = chosen.map((file) => {
  console.log(`\n## ${file}\n`);
  return spawnSync(process.execPath, [join(root, file), ...flags], run).status;
});
process.exit(codes.every((code) => code === 0) ? 0 : 1);

function listTables() {
  const files = fs
    .globSync(['bench/*.ts', 'bench/*/*.ts'], { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();
  const parts = new Set(files.flatMap(importsOf));
  return files.filter((file) => !parts.has(file));
}

function importsOf(file) {
  const text = fs.readFileSync(join(root, file), 'utf8');
  const specifiers = [...text.matchAll(/\bfrom\s+'(\.[^']+)'/g)].map(([, specifier]) => specifier);
  return specifiers.map((specifier) => join(dirname(file), specifier));
}

// `engine` names bench/engine.ts and every table of bench/engine/; a path names itself.
function isNameOf(file) {
  return (name) =>
    name === file || name === basename(file, '.ts') || join('bench', name) === dirname(file);
}
