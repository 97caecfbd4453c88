// All figures of one size, taken step by step, each in a process that starts empty.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machine } from '../machine.ts';
import type { DelayMeasured } from './delay.ts';
import type { LoadMeasured } from './load.ts';
import { type Measured, savedFolder } from './measure.ts';
import type { Changed } from './measure-changes.ts';
import type { NamesMeasured } from './names.ts';
import type { Wanted } from './recorded.ts';
import { stepApart } from './steps.ts';

/** Plain data, fit for JSON. */
export type Figures = {
  /** With the load before anything was done. */
  readonly machine: string;
  /** The last commit of the checkout. */
  readonly commit: string;
  readonly measured: Measured;
  readonly loaded: LoadMeasured;
  /** This and those below: null where the step failed. */
  readonly changed: Changed | null;
  /** Of whoever comes to the serving thread. */
  readonly delay: DelayMeasured | null;
  /** Beside the engine: the names of its tags, for look-ups and suggestions. */
  readonly names: NamesMeasured | null;
};

/** Takes every step. Throws when one fails that the others need. */
export function takeFigures(wanted: Wanted): Figures {
  const before = machine();
  stepApart('record', wanted);
  const measured = stepApart('measure', wanted);
  const loaded = stepApart('load', wanted);
  const changed = orNull(() => stepApart('changes', wanted));
  const delay = orNull(() => stepApart('delay', wanted));
  rmSync(savedFolder(wanted), { recursive: true, force: true });
  const names = orNull(() => stepApart('names', wanted));
  return { machine: before, commit: commit(), measured, loaded, changed, delay, names };
}

function orNull<Result>(take: () => Result): Result | null {
  try {
    return take();
  } catch {
    return null;
  }
}

function commit(): string {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  });
  return stdout?.trim() || 'unknown';
}
