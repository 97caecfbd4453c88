// Whose the kept works are. The archive says with each answer to the worker who is logged in.
import { empty, fact, listAll, storeNames } from './database.ts';

export const readerHeader = 'inkstead-reader';

/** Guests are all one. */
const guest = 'guest';

/**
 * Says who the archive takes the reader for. What a guest kept goes with them when they log in;
 * what a member kept ends with their log-in, whoever comes next. True: nothing was cleared.
 */
export function meet(reader: string): Promise<boolean> {
  return navigator.locks.request(lock, () => greet(reader));
}

/** Waits until nobody is being met: what is there then is whoever's reads. */
export async function settled(): Promise<void> {
  await navigator.locks.request(lock, () => {});
}

/**
 * Stores something for a reader, whom nobody takes the place of meanwhile; throws when somebody
 * has: whoever logged out has nothing here any more.
 */
export function storeFor<Value>(reader: string, act: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(lock, async () => {
    if ((await fact<string>('reader')) !== reader) throw new Error('the reader has changed');
    return act();
  });
}

const lock = 'inkstead-reader';

async function greet(reader: string): Promise<boolean> {
  const before = await fact<string>('reader');
  if (before === reader) return true;
  const isFree = before === undefined || before === guest;
  const works = isFree ? 0 : (await listAll('works')).length;
  const isAnything = works + (await listAll('deeds')).length > 0;
  // Pages without their work are seen by nobody: they go first, should this end in the middle.
  if (!isFree) await caches.delete('inkstead-kept');
  // A guest's kudos name nobody, and shall not name the member that they are now.
  const gone = isFree ? (['deeds'] as const) : storeNames;
  await empty(gone, [
    { name: 'reader', value: reader },
    ...(isAnything ? [{ name: 'lost', value: true }] : []),
  ]);
  return isFree;
}
