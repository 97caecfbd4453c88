// An archive of synthetic works in a folder of its own, for benches that need a real one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from '../src/archive.ts';
import { growArchive } from '../src/features/site/demo/grow.ts';
import { readSettings, type Settings } from '../src/kit/config/index.ts';
import { standardErrorLog } from '../src/kit/log/index.ts';
import { systemClock } from '../src/kit/time/index.ts';
import { print } from './machine.ts';

/** Settings of an archive in that folder, on a port that the system chooses. */
export function benchSettings(data: string): Settings {
  const env = { INKSTEAD_DATA: data, INKSTEAD_PORT: '0', INKSTEAD_LOG: 'warn' };
  const read = readSettings({ env, dataFolderDefault: data, readFile: () => null });
  if (!read.ok) throw new Error(read.problem);
  return read.settings;
}

/** Opens the archive in that folder, as the server does. */
export function openBenchArchive(data: string): Promise<Archive> {
  const settings = benchSettings(data);
  return openArchive(settings, standardErrorLog(settings.log, systemClock));
}

/** Grows an archive, gives it to `use` by its folder, and takes it away again. */
export async function withGrownArchive(
  works: number,
  use: (data: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'inkstead-bench-'));
  const data = join(folder, 'data');
  try {
    const started = performance.now();
    const archive = await openBenchArchive(data);
    const { signal } = new AbortController();
    await growArchive(archive.parts, { works, progress: () => {}, signal });
    await archive.close();
    const seconds = (performance.now() - started) / 1000;
    print(`grew ${works} works on SQLite in ${seconds.toFixed(1)} s`);
    await use(data);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
