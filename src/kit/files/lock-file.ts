// A lock between processes that share a folder: a file that says who has it.
import { open, readFile, rm, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Held until it is released. */
export type Lock = { release(): Promise<void> };

// Longer than anything that is done under a lock: its machine never came back.
const staleMs = 3_600_000;

type Holder = { readonly pid: number; readonly host: string };

// A process may have the number of one that had the lock and was killed.
const heldHere = new Set<string>();

/** Null while another has it. A holder that was killed loses it to whoever asks next. */
export async function takeLock(path: string, now: number): Promise<Lock | null> {
  const own: Holder = { pid: process.pid, host: hostname() };
  // Twice: whoever clears a lock that nobody holds any more may lose it to another.
  for (let tries = 0; tries < 2; tries++) {
    if (await isMade(path, own)) {
      heldHere.add(path);
      return {
        async release() {
          heldHere.delete(path);
          await rm(path, { force: true });
        },
      };
    }
    if (await isHeld(path, own, now)) return null;
    await unlink(path).catch(() => {});
  }
  return null;
}

async function isMade(path: string, own: Holder): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(JSON.stringify(own)).finally(() => file.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isHeld(path: string, own: Holder, now: number): Promise<boolean> {
  if (heldHere.has(path)) return true;
  try {
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > staleMs) return false;
    const file = await open(path, 'r');
    const text = await file.readFile('utf8').finally(() => file.close());
    const holder = JSON.parse(text) as Holder;
    if (holder.host !== own.host) return true;
    return holder.pid !== own.pid && (await isAlive(holder.pid));
  } catch (error) {
    // Gone meanwhile: free. Not written yet: held.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    return !(await isZombie(pid));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Dead, and waiting for a parent that never asks: in a container without an init it stays so. */
async function isZombie(pid: number): Promise<boolean> {
  // Elsewhere than on Linux there is no such file, and the process counts as alive.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return / Z /.test(stat.slice(stat.lastIndexOf(')')));
}
