// `./inkstead COMMAND`: finds the command, opens the archive, runs it. Errors are one line on
// standard error; exit 0 only when done, 1 when refused or failed, 2 for bad usage.
import { fileURLToPath } from 'node:url';
import { openArchive } from './archive.ts';
import { commands } from './commands.ts';
import {
  readFileIfThere,
  readProcessEnvironment,
  readSettings,
  type Settings,
} from './kit/config/index.ts';
import { standardErrorLog } from './kit/log/index.ts';
import { systemClock } from './kit/time/index.ts';
import { runServer } from './main.ts';
import { BadUsage, type Command, type CommandCall, CommandFailed } from './shared/command.ts';

const dataFolderDefault = fileURLToPath(new URL('../data', import.meta.url));
// Elsewhere than on a terminal, progress is one line in this time.
const progressEveryMs = 10_000;

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  try {
    await run(words);
    return 0;
  } catch (error) {
    // A closed pipe (`| head`) is nobody's fault.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    process.stderr.write(`${oneLine(error)}\n`);
    return error instanceof BadUsage ? 2 : 1;
  }
}

async function run(words: readonly string[]): Promise<void> {
  const [first = 'help'] = words;
  if (first === 'help' || first === '--help' || first === '-h') return printHelp();
  if (first === 'serve') {
    if (words.length > 1) throw new BadUsage('usage: inkstead serve');
    const settings = readAllSettings();
    return runServer(settings, standardErrorLog(settings.log, systemClock));
  }
  const command = findCommand(words);
  const given = readArguments(command, words.slice(command.words.split(' ').length));
  await runCommand(command, given);
}

type Given = Pick<CommandCall, 'operands' | 'options' | 'json'>;

async function runCommand(command: Command, given: Given): Promise<void> {
  const call = {
    ...given,
    readInput,
    print: (line: string) => void process.stdout.write(`${line}\n`),
    progress: progressWriter(),
    stopped: stopSignal,
  };
  const settings = readAllSettings();
  const log = standardErrorLog(settings.log === 'info' ? 'warn' : settings.log, systemClock);
  if (command.needsArchive === false) {
    await command.run({ ...call, settings, clock: systemClock });
    return;
  }
  const archive = await openArchive(settings, log);
  try {
    await command.run({ ...call, parts: archive.parts, migrated: archive.migrated });
  } finally {
    await archive.close();
  }
}

function findCommand(words: readonly string[]): Command {
  const found = commands
    .filter((command) => `${words.join(' ')} `.startsWith(`${command.words} `))
    .sort((a, b) => b.words.length - a.words.length);
  if (found[0] !== undefined) return found[0];
  throw new BadUsage(`There is no command “${words[0]}”: ./inkstead help lists them.`);
}

function readArguments(command: Command, words: readonly string[]): Given {
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  const usage = () => new BadUsage(`usage: inkstead ${command.words} ${command.usage}`);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    const takesValue = name === 'json' ? false : command.options[name];
    if (takesValue === undefined) throw usage();
    const inline = equals < 0 ? undefined : word.slice(equals + 1);
    if (!takesValue && inline !== undefined) throw usage();
    const value = takesValue ? (inline ?? words[++at]) : '';
    if (value === undefined) throw usage();
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  const [least, most] = command.operands;
  if (operands.length < least || operands.length > most) throw usage();
  return { operands, options, json: options.has('json') };
}

function readAllSettings(): Settings {
  const read = readSettings({
    env: readProcessEnvironment(),
    dataFolderDefault,
    readFile: readFileIfThere,
  });
  if (!read.ok) throw new CommandFailed(read.problem);
  return read.settings;
}

function printHelp(): void {
  const lines = [
    'usage: ./inkstead COMMAND',
    '',
    line('serve', 'serve the archive until Ctrl-C'),
    ...commands.map((command) => line(`${command.words} ${command.usage}`, command.summary)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function line(usage: string, summary: string): string {
  return `  ${usage}\n      ${summary}`;
}

function progressWriter(): (line: string) => void {
  const { stderr } = process;
  if (stderr.isTTY) return (text) => void stderr.write(`\r\x1b[K${text}`);
  let next = systemClock.now() + progressEveryMs;
  return (text) => {
    const now = systemClock.now();
    if (now < next) return;
    next = now + progressEveryMs;
    stderr.write(`${text}\n`);
  };
}

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => stop.abort());
  }
  return stop.signal;
}

async function readInput(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
