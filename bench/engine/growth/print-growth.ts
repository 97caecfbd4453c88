// How time and memory grow with the archive: takes the figures of each size, keeps them beside the
// archives, and writes docs/engine-growth.md and its picture from all that are kept.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print } from '../../machine.ts';
import { type Figures, takeFigures } from '../figures.ts';
import type { Flags } from '../flags.ts';
import { archiveFolder } from '../make-archive.ts';
import { printFigures } from '../print-budgets.ts';
import { growthPage } from './growth-page.ts';
import { growthPicture } from './growth-picture.ts';

/** A size that fails leaves what was kept of it before. 1 when one failed or answered wrongly. */
export function printGrowth(flags: Flags): number {
  let code = 0;
  for (const works of flags.sizes) {
    print();
    try {
      const { seed, questions, checked } = flags;
      const figures = takeFigures({ works, seed, questions, checked });
      keep(figures, flags.seed);
      code = Math.max(code, printFigures(figures));
    } catch (error) {
      print(`${works} works: ${(error as Error).message}`);
      code = 1;
    }
  }
  const kept = readKept(flags.seed);
  if (kept.length === 0) return 1;
  write('engine-growth.md', growthPage(kept));
  write('engine-growth.svg', growthPicture(kept));
  return code;
}

function write(name: string, content: string): void {
  const path = fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));
  writeFileSync(path, content);
  print(`written: docs/${name}`);
}

function keep(figures: Figures, seed: number): void {
  const folder = keptFolder(seed);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${figures.measured.archive.works}.json`);
  writeFileSync(path, JSON.stringify(figures));
}

/** Of every size ever taken on this machine, by size. */
function readKept(seed: number): Figures[] {
  const folder = keptFolder(seed);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Figures)
    .sort((a, b) => a.measured.archive.works - b.measured.archive.works);
}

function keptFolder(seed: number): string {
  return join(dirname(archiveFolder(0, seed)), `growth-${seed}`);
}
