// `./inkstead` as a process of its own: started, asked, and ended by its id.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Environment = Readonly<Record<string, string>>;

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  /** Standard error. */
  readonly said: string;
};

export type Started = {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  readonly output: () => string;
};

/** Starts a command with these settings and no others. */
export function start(words: readonly string[], env: Environment): Started {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(INKSTEAD_|npm_|NODE_TEST)/.test(name),
  );
  const child = spawn(process.execPath, [join(root, 'inkstead'), ...words], {
    cwd: tmpdir(),
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const endToo = () => child.kill('SIGKILL');
  process.once('exit', endToo);
  const ended = new Promise<Ended>((done, failed) => {
    child.once('exit', () => process.off('exit', endToo));
    child.once('error', failed);
    child.once('close', (code, signal) => done({ code, signal, output, said }));
  });
  return { process: child, ended, output: () => output };
}

/** Runs a command to its end. */
export function run(words: readonly string[], env: Environment): Promise<Ended> {
  return start(words, env).ended;
}

export type Server = {
  readonly url: string;
  /** As the operating system ends a process: at once and without a word to it. */
  kill(): Promise<Ended>;
  /** As a host ends it. */
  stop(): Promise<Ended>;
};

/** Serves on a port of the system's choice; fails with what was said when it does not come up. */
export async function serve(env: Environment): Promise<Server> {
  const started = start(['serve'], { INKSTEAD_PORT: '0', INKSTEAD_LOG: 'warn', ...env });
  const { process: child, ended } = started;
  const url = await new Promise<string>((done, failed) => {
    child.stdout?.on('data', () => {
      const ready = /^Inkstead is ready at (http:\/\/\S+)$/m.exec(started.output());
      if (ready !== null) done(ready[1] as string);
    });
    void ended.then(({ said }) => failed(new Error(`it did not come up: ${said}`)));
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { url, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

/** A folder that is gone after the test. */
export function temporaryFolder(test: { after(end: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'inkstead-process-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
