// Apart from what fetches: every page with a button asks this on a device that keeps something.
import { listAll } from './database.ts';

/** Whether what a button asks for has been kept. */
export async function isKept(asked: string): Promise<boolean> {
  return (await listAll('works')).some((work) => work.asked.includes(asked));
}
