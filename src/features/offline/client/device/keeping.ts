// Fetching what is to be kept, and removing it. Nothing here touches a page: the worker does the
// same when it renews what has changed.
import { fact, find, type KeptWork, listAll, put, remove } from './database.ts';
import { meet, storeFor } from './readers.ts';

/** Pages of works with their pieces. */
export const keptCache = 'inkstead-kept';

/** A device that is a library's, and still lets the browser breathe. */
const worksMost = 500;
const bytesMost = 1_000_000_000;
/** A work of so many pictures is kept without the rest of them. */
const workBytesMost = 100_000_000;
/** Pages fetched beside each other. */
const abreast = 3;
/** A server that asks for more patience than this is asked again by hand. */
const patienceSeconds = 70;

export type PlannedWork = Pick<KeptWork, 'id' | 'title' | 'creators' | 'stamp' | 'pages'>;

export type Plan = {
  readonly reader: string;
  readonly list: { readonly title: string; readonly address: string } | null;
  readonly works: readonly PlannedWork[];
  readonly sentences: Readonly<Record<'keeping' | 'done' | 'full', string>>;
};

/** There is no room: what was fetched so far is kept. */
export class DeviceFull extends Error {}

export async function fetchPlan(asked: string): Promise<Plan> {
  const answer = await fetch(`/kept/plan?${asked}`, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as Plan;
}

/** Keeps every work of the plan, one after the other; `tell`: how many are done. */
export async function keepPlan(
  asked: string,
  plan: Plan,
  now: number,
  tell: (done: number) => void,
): Promise<void> {
  await meet(plan.reader);
  const { list } = plan;
  if (list !== null) await storeFor(plan.reader, () => put('lists', { asked, ...list }));
  let done = 0;
  for (const work of plan.works) {
    tell(done);
    await keepWork(work, asked, plan.reader, now);
    done += 1;
  }
}

/** Fetches all pages first, so that a work is there whole or as it was before. */
async function keepWork(
  work: PlannedWork,
  asked: string,
  reader: string,
  now: number,
): Promise<void> {
  const before = await find('works', work.id);
  const lists = [...new Set([...(before?.asked ?? []), asked])];
  if (before !== undefined && before.stamp === work.stamp && !before.isOld) {
    return storeFor(reader, () => put('works', { ...before, asked: lists }));
  }
  if (before === undefined) await refuseWhenFull();
  const pages = new Map<string, Response>();
  await inTurns(work.pages, async (address) => {
    pages.set(address, await fetchPatiently(address));
  });
  const texts = await Promise.all([...pages.values()].map((page) => page.clone().text()));
  const cache = await caches.open(keptCache);
  const pieces = new Set(texts.flatMap(piecesOf));
  let bytes = texts.reduce((sum, text) => sum + new Blob([text]).size, 0);
  let shared = (await fact<number>('shared')) ?? 0;
  await inTurns([...pieces], async (address) => {
    if (bytes > workBytesMost) return void pieces.delete(address);
    const fetched = await keepPiece(cache, address, pieces);
    if (address.startsWith('/assets/')) shared += fetched;
    else bytes += fetched;
  });
  const kept: KeptWork = {
    ...work,
    pieces: [...pieces],
    bytes,
    fetchedAt: now,
    asked: lists,
    isOld: false,
    ...(before?.open !== undefined && pages.has(before.open) ? { open: before.open } : {}),
  };
  // Where the reader has changed, the cache is another too: what was put into this one is gone.
  await storeFor(reader, async () => {
    await put('facts', { name: 'shared', value: shared });
    await storing(async () => {
      for (const [address, page] of pages) await cache.put(address, page);
    });
    for (const gone of before?.pages ?? []) {
      if (!pages.has(gone)) await cache.delete(gone);
    }
    await put('works', kept);
  });
}

/** Renews a work that has changed, with the lists that it is in. */
export async function renew({ id, asked }: KeptWork, now: number): Promise<void> {
  const plan = await fetchPlan(`of=work:${id}`);
  const [planned] = plan.works;
  const { reader } = plan;
  if (planned !== undefined) await keepWork(planned, asked[0] ?? `of=work:${id}`, reader, now);
}

export async function removeWork(id: number): Promise<void> {
  const work = await find('works', id);
  if (work === undefined) return;
  await remove('works', id);
  await remove('facts', `place ${id}`);
  const left = await listAll('works');
  if (left.length === 0) await remove('facts', 'shared');
  const cache = await caches.open(keptCache);
  const needed = new Set(left.flatMap(({ pieces }) => pieces));
  const gone = work.pieces.filter((piece) => !needed.has(piece));
  for (const address of [...work.pages, ...gone]) await cache.delete(address);
  const lists = new Set(left.flatMap(({ asked }) => asked));
  for (const asked of work.asked) {
    if (!lists.has(asked)) await remove('lists', asked);
  }
}

async function refuseWhenFull(): Promise<void> {
  const works = await listAll('works');
  const bytes = works.reduce((sum, work) => sum + work.bytes, 0);
  if (works.length >= worksMost || bytes > bytesMost) throw new DeviceFull();
}

/** Style sheets, script, icons and pictures that a page of ours names. */
function piecesOf(page: string): string[] {
  const named = page.matchAll(/(?:href|src)="(\/(?:assets|works\/\d+\/(?:images|skin))[^"]*)"/g);
  return [...named].map(([, address = '']) => address.replaceAll('&amp;', '&'));
}

/** The letters that texts in Latin are set in; those of other scripts are the device's own. */
const letters = /\/assets\/[^"')]*-(?:literata-latin-wght|opendyslexic-latin-)[^"')]*/g;

/** Fetches a piece that is not there yet, of a style sheet its letters too; answers the bytes. */
async function keepPiece(cache: Cache, address: string, pieces: Set<string>): Promise<number> {
  if ((await cache.match(address)) !== undefined) return 0;
  const answer = await fetch(address);
  // A picture that is gone is missing in the archive too.
  if (!answer.ok) return 0;
  const copy = answer.clone();
  let bytes = (await copy.arrayBuffer()).byteLength;
  const found = address.endsWith('.css') ? await answer.clone().text() : '';
  await storing(() => cache.put(address, answer));
  for (const [letter] of found.matchAll(letters)) {
    pieces.add(letter);
    bytes += await keepPiece(cache, letter, pieces);
  }
  return bytes;
}

async function storing(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (problem) {
    const isFull = problem instanceof DOMException && problem.name === 'QuotaExceededError';
    throw isFull ? new DeviceFull() : problem;
  }
}

/** Waits as long as a busy archive asks for, once for each page. */
async function fetchPatiently(address: string): Promise<Response> {
  const answer = await fetch(address, { redirect: 'error', cache: 'no-store' });
  if (answer.ok) return answer;
  const seconds = Number(answer.headers.get('retry-after') ?? patienceSeconds + 1);
  if (answer.status !== 429 || seconds > patienceSeconds) throw new Error(`${answer.status}`);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  return fetchPatiently(address);
}

async function inTurns<Value>(
  values: readonly Value[],
  act: (value: Value) => Promise<void>,
): Promise<void> {
  const left = values.values();
  const take = async () => {
    for (const value of left) await act(value);
  };
  await Promise.all(Array.from({ length: abreast }, take));
}
