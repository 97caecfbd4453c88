// The fixed mix of an archive, kept beside it: every engine, size of memory and peer is asked the
// same questions. Some are kept with their answers by a plain scan.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asked, fixedMix } from './fixed-mix.ts';
import { archiveFolder, makeArchive, marksOf } from './make-archive.ts';
import { columnNames, PackedArchive } from './packed-archive.ts';
import { type Expected, PlainScan } from './plain-scan.ts';

/** Questions of the mix; of each kind the first few with what a plain scan answers. */
export type Recorded = {
  readonly asked: readonly Asked[];
  readonly expected: readonly (Expected & { readonly at: number })[];
};

/** Which archive and how many questions. */
export type Wanted = {
  readonly works: number;
  readonly seed: number;
  readonly questions: number;
  /** How many questions of each kind a plain scan answers. */
  readonly checked: number;
};

/** Draws the archive and asks the scan, unless both were done before. Takes much memory. */
export function record(wanted: Wanted): void {
  makeArchive(wanted.works, wanted.seed);
  const path = pathOf(wanted);
  if (existsSync(path)) return;
  const archive = new PackedArchive(archiveFolder(wanted.works, wanted.seed));
  requireWhole(archive);
  const scan = new PlainScan(archive);
  const asked = fixedMix(archive, wanted.questions, (each) => scan.total(each));
  const ofKind = new Map<string, number>();
  const expected = asked.flatMap((each, at) => {
    const before = ofKind.get(each.kind) ?? 0;
    ofKind.set(each.kind, before + 1);
    return before < wanted.checked ? [{ at, ...scan.answer(each) }] : [];
  });
  archive.close();
  const recorded: Recorded = { asked, expected };
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(recorded));
  renameSync(`${path}.${process.pid}`, path);
}

// A file that was cut off on the way would be read as fewer uses of fewer terms.
function requireWhole(archive: PackedArchive): void {
  const { works, terms, uses } = archive.summary;
  for (const name of columnNames) {
    const whole = name.startsWith('term-') ? terms : name === 'uses' ? uses : works;
    const found = archive.column(name).length;
    if (found !== whole + (name === 'starts' ? 1 : 0)) throw new Error(`${name} is cut off`);
  }
}

/** What `record` kept. */
export function readRecorded(wanted: Wanted): Recorded {
  return JSON.parse(readFileSync(pathOf(wanted), 'utf8')) as Recorded;
}

function pathOf({ works, seed, questions, checked }: Wanted): string {
  const marks = marksOf(['./fixed-mix.ts', './plain-scan.ts']);
  return join(archiveFolder(works, seed), `mix-${questions}-${checked}-${marks}.json`);
}
