// `npm run check`: format, lint, types, dead code and the policy tests, side by side. Silent about
// what is well; prints the whole output of what is not.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { installMissing } from './install.js';
import { isNode24, root, runOnNode24 } from './node24.js';

installMissing({ development: true });
if (!isNode24()) await runOnNode24('bin/check.js', []);

const shortReport = `--test-reporter=${join(root, 'test/kit/run-reporter.ts')}`;
const tools = [
  {
    name: 'format and lint (biome)',
    args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'],
  },
  { name: 'types (tsc)', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'dead code (knip)', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  {
    name: 'policy (test/policy)',
    args: ['--test', '--test-isolation=none', shortReport, ...policyTests()],
  },
];

const outcomes = await Promise.all(tools.map(run));
const failed = outcomes.filter(({ code }) => code !== 0);
for (const { name, output } of failed) console.log(`\n✖ ${name}\n\n${output.trim()}`);
const words = outcomes.map(
  ({ name, code, seconds }) => `${code === 0 ? '✔' : '✖'} ${name} ${seconds} s`,
);
console.log(`${failed.length > 0 ? '\n' : ''}check: ${words.join('   ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function bin(path) {
  return join(root, 'node_modules', path);
}

function policyTests() {
  return fs.globSync('test/policy/*.test.ts', { cwd: root }).sort();
}

function run({ name, args }) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ name, code: 1, output: error.message, seconds: 0 }));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ name, code, output, seconds });
    });
  });
}
