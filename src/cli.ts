// `./inkstead COMMAND`: finds the command, opens the archive, runs it. Errors are one line on
// standard error; exit 0 only when done, 1 when refused or failed, 2 for bad usage.
import { fileURLToPath } from 'node:url';
import { openArchive } from './archive.ts';
import { type Given, readCommandLine } from './command-line.ts';
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
import { BadUsage, type Command, CommandFailed } from './shared/command.ts';

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
  const asked = readCommandLine(words, commands);
  if (asked.kind === 'help') {
    process.stdout.write(`${asked.lines.join('\n')}\n`);
  } else if (asked.kind === 'serve') {
    const settings = readAllSettings();
    await runServer(settings, standardErrorLog(settings.log, systemClock));
  } else await runCommand(asked.command, asked.given);
}

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

function readAllSettings(): Settings {
  const read = readSettings({
    env: readProcessEnvironment(),
    dataFolderDefault,
    readFile: readFileIfThere,
  });
  if (!read.ok) throw new CommandFailed(read.problem);
  return read.settings;
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
