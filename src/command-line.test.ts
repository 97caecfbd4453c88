// Every command of the operator: help, and one clear line on a mistake.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from './command-line.ts';
import { commands } from './commands.ts';
import { BadUsage } from './shared/command.ts';

const read = (line: string) => readCommandLine(line === '' ? [] : line.split(' '), commands);

function helpOn(line: string): string {
  const asked = read(line);
  assert.equal(asked.kind, 'help', line);
  return asked.kind === 'help' ? asked.lines.join('\n') : '';
}

function refusal(line: string): string {
  try {
    read(line);
  } catch (error) {
    assert.ok(error instanceof BadUsage, line);
    assert.doesNotMatch(error.message, /\n/, line);
    return error.message;
  }
  return assert.fail(`${line} is taken`);
}

/** Operands enough for a command, each of them a word. */
function enough([least]: readonly [number, number]): string {
  return ' x'.repeat(least);
}

describe('every command', () => {
  for (const command of commands) {
    const { words, usage, summary, options, operands } = command;
    it(`${words}: says how it is used, before the archive is opened`, () => {
      for (const line of [`${words} --help`, `help ${words}`, `${words}${enough(operands)} -h`]) {
        const help = helpOn(line);
        assert.ok(help.includes(`usage: inkstead ${words} ${usage}`.trimEnd()), line);
        assert.ok(help.includes(summary), line);
      }
      assert.ok(helpOn('').includes(`  ${words} ${usage}`.trimEnd()));
    });

    it(`${words}: takes the options that its usage names, and refuses others in one line`, () => {
      const named = [...usage.matchAll(/--([a-z-]+)/g)].map(([, name]) => name ?? '');
      assert.deepEqual([...new Set(named)].sort(), Object.keys(options).sort());
      const line = `${words}${enough(operands)}`;
      assert.match(refusal(`${line} --colour blue`), /^--colour is no option of it; usage: /);
      assert.match(refusal(`${line} --toString`), /--toString is no option/);
      assert.match(refusal(`${line} --json=yes`), /--json takes no value/);
      for (const [name, takesValue] of Object.entries(options)) {
        const wrong = takesValue ? `--${name}` : `--${name}=x`;
        assert.match(refusal(`${line} ${wrong}`), takesValue ? /lacks its value/ : /no value/);
      }
      if (operands[0] > 0) assert.match(refusal(words), /something is missing; usage: /);
      if (operands[1] === 0) assert.match(refusal(`${words} extra`), /“extra” is too much/);
    });

    it(`${words}: stands in the documents`, () => {
      const page = new URL('../docs/operating/running.md', import.meta.url);
      assert.ok(readFileSync(page, 'utf8').includes(`\`${words}\``));
    });
  }
});

describe('the command line', () => {
  it('lists all for who asks nothing, and those of a group for its name', () => {
    assert.match(helpOn(''), /serve the archive until Ctrl-C/);
    assert.equal(helpOn(''), helpOn('--help'));
    assert.match(helpOn('help user'), /user create[\s\S]*user role[\s\S]*user password/);
    for (const { words } of commands) {
      assert.ok(helpOn(`${words.split(' ')[0]} --help`).includes(words), words);
    }
    assert.match(helpOn('serve --help'), /until Ctrl-C/);
  });

  it('says what is wrong with a command that there is not', () => {
    assert.match(refusal('servo'), /There is no command “servo”/);
    assert.match(refusal('user'), /Which of user create, user role, user password\?/);
    assert.match(refusal('help nothing'), /There is no command “nothing”/);
    assert.match(refusal('serve twice'), /serve takes nothing more/);
  });

  it('ends with 0 for help and with 2 and one line for bad usage', async () => {
    const run = (...words: string[]) =>
      new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
        const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
        execFile(process.execPath, [cli, ...words], (error, out, err) =>
          resolve({ code: error?.code ?? 0, out, err }),
        );
      });
    const [help, wrong] = await Promise.all([run('backup', '--help'), run('backup')]);
    assert.deepEqual([help.code, help.err], [0, '']);
    assert.match(help.out, /^usage: inkstead backup PATH\n/);
    assert.deepEqual([wrong.code, wrong.out], [2, '']);
    assert.match(wrong.err, /^something is missing; usage: inkstead backup PATH\n$/);
  });
});
