// Files of pictures that are none any more, and those of uploads that came to nothing.
import { askForJob, type JobKind } from '../../../kit/jobs/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import { hourMs } from '../../../kit/time/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { imagesFolder } from './image.ts';
import { listImages } from './store.ts';

const sweepingJob = { name: 'sweep images' } as const;
/** An upload under way has its file before its row. */
const sweepAfterMs = hourMs;

/** Asks that files without a row be looked for, once nothing under way can need them. */
export async function askToSweep(
  transaction: Transaction,
  { clock }: Pick<Parts, 'clock'>,
  work: WorkId,
): Promise<void> {
  await askForJob(transaction, sweepingJob, work, clock.now() + sweepAfterMs);
}

/** Removes the files of a work's pictures that are none any more. */
export function imageSweeper(parts: Parts): JobKind {
  const { database, files, clock } = parts;
  return {
    ...sweepingJob,
    async run(subject) {
      const work = subject as WorkId;
      const folder = imagesFolder(work);
      const known = new Set((await listImages(database.read, work)).map(({ file }) => file));
      let isYoungLeft = false;
      for (const path of await files.list(folder)) {
        if (known.has(path.slice(folder.length))) continue;
        const facts = await files.stat(path);
        if (facts === null) continue;
        if (facts.modifiedAt <= clock.now() - sweepAfterMs) await files.remove(path);
        else isYoungLeft = true;
      }
      if (!isYoungLeft) return;
      await database.write((transaction) => askToSweep(transaction, parts, work));
    },
  };
}
