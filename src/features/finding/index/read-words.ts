// Words of titles and summaries, which are not saved.
import type { Reader } from '../../../kit/sql/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import { listIndexedWorks } from '../../works/index.ts';
import type { IndexCopy } from './index-copy.ts';
import { step } from './step.ts';

/** Reads them of every work. */
export async function readWords(copy: IndexCopy, reader: Reader): Promise<void> {
  for (let after = 0; ; ) {
    const works = await listIndexedWorks(reader, { after, limit: step });
    for (const work of works) copy.works.putWords(work);
    after = works.at(-1)?.id ?? 0;
    if (works.length < step) return;
    await nextTurn();
  }
}
