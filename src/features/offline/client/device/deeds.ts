// What was done without a connection: kept until it is sent, once, to the same addresses.
import { outcomeOf, tokenOf } from './answers.ts';
import { change, type Deed, listAll, type Place, put } from './database.ts';

/** Kudos, places and states: the last one of a kind for a work is what was meant. */
const kinds: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^\/works\/(\d+)\/kudos(?:\/undo)?$/, 'kudos'],
  [/^\/works\/(\d+)\/place$/, 'place'],
  [/^\/works\/(\d+)\/(?:reading|mark_for_later|mark_as_read)$/, 'state'],
];

/** `place 12`; null for an address that does not wait. */
export function slotOf(path: string): string | null {
  for (const [pattern, kind] of kinds) {
    const [, work] = pattern.exec(path) ?? [];
    if (work !== undefined) return `${kind} ${work}`;
  }
  return null;
}

export async function keepDeed(deed: Deed): Promise<void> {
  await put('deeds', deed);
  if (deed.slot.startsWith('place ')) {
    await put('facts', { name: deed.slot, value: placeOf(deed) });
  }
}

function placeOf({ path, fields, at }: Deed): Place {
  const given = new Map(fields);
  const number = (name: string) => Number(given.get(name));
  const chapter = number('chapter');
  const page = `/kept${path.replace(/place$/, `chapters/${chapter}`)}`;
  const inside = { paragraph: number('paragraph'), mark: number('mark') };
  return { at, page, chapter, ...inside, within: number('within'), share: number('share') };
}

/** Sends what is this reader's, one after the other, and nothing twice at the same time. */
export async function sendDeeds(reader: string): Promise<void> {
  await navigator.locks.request('inkstead-deeds', async () => {
    const mine = (await listAll('deeds')).filter((deed) => deed.reader === reader);
    if (mine.length === 0) return;
    const token = await freshToken();
    for (const deed of mine.sort((one, other) => one.at - other.at)) await send(deed, token);
  });
}

async function freshToken(): Promise<string> {
  const headers = { accept: 'application/json' };
  return tokenOf(await fetch('/token_dispenser.json', { headers }));
}

async function send(deed: Deed, token: string): Promise<void> {
  const fields = deed.fields.filter(([name]) => name !== 'authenticity_token');
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  body.set('authenticity_token', token);
  // The archive leaves alone what was said later on another device.
  body.set('made_at', String(deed.at));
  const headers = { accept: 'application/json' };
  const answer = await fetch(deed.path, { method: 'post', body, headers, redirect: 'manual' });
  const outcome = await outcomeOf(answer);
  if (outcome === 'later') return;
  if (outcome !== 'done') await put('told', { slot: deed.slot, sentence: outcome.refused });
  // What was done since, in its place, stays.
  await change('deeds', deed.slot, (still) => (still.at === deed.at ? null : still));
}
