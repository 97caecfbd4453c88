// The talk with the archive when it can be reached: who reads, what became of the kept works, and
// what waits to be sent.
import { change, fact, type KeptWork, listAll, type Place, put } from './database.ts';
import { sendDeeds } from './deeds.ts';
import { removeWork, renew } from './keeping.ts';
import { meet } from './readers.ts';

/** As many as the archive answers at once. */
const worksAtOnce = 100;
/** A worker that is at it for long is stopped by the browser. */
const renewedAtOnce = 20;
/** So long a page view starts no new talk. */
const restMs = 10 * 60_000;

type News = {
  readonly reader: string;
  readonly works: readonly {
    readonly id: number;
    readonly stamp: string;
    /** Where the reader is by what the archive knows. */
    readonly place: Place | null;
  }[];
};

/** Throws where the archive cannot be reached. Pages and the worker take turns. */
export function contact(now: number): Promise<void> {
  return navigator.locks.request('inkstead-contact', () => talk(now));
}

async function talk(now: number): Promise<void> {
  const kept = await listAll('works');
  const parts = Math.max(1, Math.ceil(kept.length / worksAtOnce));
  for (let part = 0; part < parts; part += 1) {
    const some = kept.slice(part * worksAtOnce, (part + 1) * worksAtOnce);
    const { reader, works } = await askNews(some);
    if (!(await meet(reader))) return;
    if (part === 0) await sendDeeds(reader);
    await heed(some, works);
  }
  await put('facts', { name: 'contact', value: now });
  const old = (await listAll('works')).filter(({ isOld }) => isOld);
  for (const work of old.slice(0, renewedAtOnce)) await renew(work, now);
}

/** Where something is kept or waits and the last talk is some time ago. */
export async function contactNowAndThen(now: number): Promise<void> {
  const last = await fact<number>('contact');
  const isDue = last === undefined || now - last > restMs || now < last;
  const waits = (await listAll('deeds')).length > 0;
  if (waits || (isDue && (await listAll('works')).length > 0)) await contact(now);
}

/** Only sends what waits; for what is done on a kept page while there is a connection. */
export async function sendNow(): Promise<void> {
  const { reader } = await askNews([]);
  if (await meet(reader)) await sendDeeds(reader);
}

async function askNews(works: readonly KeptWork[]): Promise<News> {
  const ids = works.map(({ id }) => id).join('.');
  const headers = { accept: 'application/json' };
  const answer = await fetch(`/kept/news?works=${ids}`, { headers, cache: 'no-store' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as News;
}

/** What the reader may not see any more goes; what has changed is marked. */
async function heed(asked: readonly KeptWork[], works: News['works']): Promise<void> {
  const known = new Map(works.map((work) => [work.id, work]));
  for (const { id, stamp } of asked) {
    const now = known.get(id);
    if (now === undefined) await removeWork(id);
    else {
      if (now.stamp !== stamp) {
        // Unless it has been fetched anew meanwhile.
        await change('works', id, (work) => ({ ...work, isOld: work.stamp !== now.stamp }));
      }
      if (now.place !== null) await moveTo(id, now.place);
    }
  }
}

/** What was read since, on another device or on a page of the archive. */
async function moveTo(id: number, place: Place): Promise<void> {
  const name = `place ${id}`;
  const here = await fact<Place>(name);
  if (here !== undefined && Number(here.at) >= place.at) return;
  await put('facts', { name, value: place });
  const { page } = place;
  await change('works', id, (work) => (work.pages.includes(page) ? { ...work, open: page } : work));
}
