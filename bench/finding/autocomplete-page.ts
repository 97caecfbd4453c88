// Suggestions through their real address, from the request to the bytes of the answer, in an
// archive of a million tags on SQLite. `node bench/finding/autocomplete-page.ts [tags] [works]`
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createApp } from '../../src/app.ts';
import { randomFrom } from '../../src/shared/synthetic-draws.ts';
import { caseKey, lookKey } from '../../src/text/index.ts';
import { unbuiltAssets } from '../../src/web/assets.ts';
import { openBenchArchive, withGrownArchive } from '../archive.ts';
import { type Clocked, clockedAsync } from '../engine/clock.ts';
import { machine, print, printTable, quantile } from '../machine.ts';
import { recordedTerms, syntheticTags } from './synthetic-tags.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const works = Number(process.argv[3] ?? 2_000);
const questionsOfEach = 60;
// Above those of the vocabularies, below nearly all that are drawn.
const idsFrom = 1_000_000;
const random = randomFrom(11);

await withGrownArchive(works, async (data) => {
  print(machine());
  const { tags } = syntheticTags(count, random);
  await addTags(data, tags);
  const archive = await openBenchArchive(data);
  const app = await createApp(archive.parts, unbuiltAssets);
  const ask = async (address: string) => {
    const request = new Request(`http://127.0.0.1${address}`, { headers: { cookie: 'known=1' } });
    const answer = await app.fetch(request, { peer: '127.0.0.1' });
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    return await answer.text();
  };
  const first = await clockedAsync(() => ask('/autocomplete/tag?term=a'));
  print(`${count} tags, ${works} works; first answer, with the index: ${first.wall.toFixed(0)} ms`);
  const rows: string[][] = [];
  const fandom = (JSON.parse(await ask('/autocomplete/fandom?term=t')) as { id: string }[])[0]!.id;
  const kinds = Object.entries(recordedTerms(tags, questionsOfEach, random));
  for (const [kind, terms] of [['a, again and again', ['a']] as const, ...kinds]) {
    for (const type of ['tag', 'character', `character, fandom`]) {
      const near = type === 'character, fandom' ? `&fandom=${fandom}` : '';
      const times: Clocked[] = [];
      for (let at = 0; at < questionsOfEach; at++) {
        const term = encodeURIComponent(terms[at % terms.length]!);
        const address = `/autocomplete/${type.split(',')[0]}?term=${term}${near}`;
        times.push(await clockedAsync(() => ask(address)));
      }
      rows.push(rowOf(kind, type, times));
    }
  }
  print('\nmilliseconds; goals at p99: 10 of the thread itself, 30 on the wall\n');
  printTable(['typed', 'field', 'p50', 'p99', 'most', 'wall p99'], rows);
  await archive.close();
});

function rowOf(kind: string, type: string, times: readonly Clocked[]): string[] {
  const own = times.map((time) => time.own);
  const wall = times.map((time) => time.wall);
  const cells = [...[0.5, 0.99, 1].map((share) => quantile(own, share)), quantile(wall, 0.99)];
  return [kind, type, ...cells.map((ms) => ms.toFixed(2))];
}

/** Beside those that the works have; of the same name in a type, the first. */
async function addTags(
  data: string,
  tags: ReturnType<typeof syntheticTags>['tags'],
): Promise<void> {
  const database = new Database(join(data, 'inkstead.sqlite'));
  const insert = database.prepare(
    `insert or ignore into tags (id, type, name, name_key, look_key, status, created_at)
      values (?, ?, ?, ?, ?, ?, 0)`,
  );
  database.transaction(() => {
    for (const [at, { type, name, status }] of tags.entries()) {
      const one = status === 'synonym' ? 'canonical' : status;
      insert.run(idsFrom + at, type, name, caseKey(name), lookKey(name), one);
    }
  })();
  database.close();
}
