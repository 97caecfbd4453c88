// What the archive holds, counted day by day: numbers alone, kept on this machine.
import { dayMs, hourMs } from '../../kit/time/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { ArchiveDaysTable } from './schema.ts';
import { countArchive, writeDay } from './store/days.ts';

/** The last count of a day stands for the day. */
export const countDaysMs = 6 * hourMs;

/** Counts what the archive holds now and keeps it as today's numbers. A chore. */
export async function countDay(parts: Pick<Parts, 'database' | 'clock'>): Promise<void> {
  const row = await countNow(parts);
  await parts.database.write((transaction) => writeDay(transaction, row));
}

/** Today's numbers, as far as the day has come. */
export async function countNow({
  database,
  clock,
}: Pick<Parts, 'database' | 'clock'>): Promise<ArchiveDaysTable> {
  return { day: Math.floor(clock.now() / dayMs), ...(await countArchive(database.read)) };
}
