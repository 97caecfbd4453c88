// Steps that a table takes in processes of their own: each starts from an empty memory.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DelayMeasured, measureDelay } from './delay.ts';
import type { Flags } from './flags.ts';
import { type LoadMeasured, measureLoad } from './load.ts';
import { type Measured, measure, savedFolder } from './measure.ts';
import { type Changed, measureChanges } from './measure-changes.ts';
import { measureNames, type NamesMeasured } from './names.ts';
import {
  type EngineAnswers,
  engineAnswers,
  measurePeer,
  type PeerMeasured,
} from './peers/ask-peer.ts';
import { record, type Wanted } from './recorded.ts';

/** What a step leaves for the one that asked for it. */
type Figures = {
  record: null;
  measure: Measured;
  load: LoadMeasured;
  changes: Changed;
  delay: DelayMeasured;
  names: NamesMeasured;
  answers: EngineAnswers;
  sqlite: PeerMeasured;
  postgres: PeerMeasured;
};
export type Step = keyof Figures;

const entry = fileURLToPath(new URL('../engine.ts', import.meta.url));
// Drawing ten million works keeps some 3 GB of objects; none of the others comes near.
const nodeFlags = ['--expose-gc', '--max-old-space-size=12000'];

/** Takes the step in a process of its own, with what an earlier one gave. Throws when it fails. */
export function stepApart<Name extends Step>(
  step: Name,
  wanted: Wanted & { readonly asked?: number },
  given?: EngineAnswers,
): Figures[Name] {
  const folder = mkdtempSync(join(tmpdir(), 'inkstead-bench-step-'));
  try {
    const out = join(folder, 'figures.json');
    const args = Object.entries({ ...wanted, step, out }).map(([name, to]) => `--${name}=${to}`);
    if (given !== undefined) {
      writeFileSync(join(folder, 'given.json'), JSON.stringify(given));
      args.push(`--given=${join(folder, 'given.json')}`);
    }
    const { status } = spawnSync(process.execPath, [...nodeFlags, entry, ...args], {
      stdio: 'inherit',
    });
    if (status !== 0 || !existsSync(out)) throw new Error(`the step "${step}" failed`);
    return JSON.parse(readFileSync(out, 'utf8')) as Figures[Name];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes the step here, and leaves its figures where the flags say. */
export async function takeStep(step: Step, flags: Flags): Promise<void> {
  const wanted: Wanted = {
    works: flags.works,
    seed: flags.seed,
    questions: flags.questions,
    checked: flags.checked,
  };
  const figures = await figuresOf(step, wanted, flags);
  if (flags.out !== undefined) writeFileSync(flags.out, JSON.stringify(figures));
}

async function figuresOf(step: Step, wanted: Wanted, flags: Flags): Promise<Figures[Step]> {
  if (step === 'measure') return measure(wanted);
  if (step === 'delay') return measureDelay(wanted);
  if (step === 'load')
    return measureLoad(wanted, statSync(join(savedFolder(wanted), 'engine')).size);
  if (step === 'changes') return measureChanges(wanted);
  if (step === 'names') return measureNames(wanted);
  if (step === 'answers') return engineAnswers(wanted, flags.asked);
  if (step === 'sqlite' || step === 'postgres') {
    const given = JSON.parse(readFileSync(flags.given!, 'utf8')) as EngineAnswers;
    return measurePeer(step, wanted, given);
  }
  record(wanted);
  return null;
}
