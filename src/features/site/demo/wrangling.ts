// What the demo's wrangler has done: fandoms looked after, a few acts, a note. Most of what is
// unwrangled is left, so that the queue has something in it.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { type Act, findTagsByName, performActs, type TagType } from '../../tags/index.ts';
import { insertKeeper, insertNote, keepersMover } from '../../wrangling/index.ts';
import { text } from './messages.ts';

/** The person of the demo who wrangles. */
export const demoWrangler = 'margin_goblin';

const fandoms = [
  'The Lamplighters of Low Harbour (Book Series)',
  'Minus Seven (Web Serial)',
  'Kestrel Ridge Calling (Radio)',
];

/** Does the wrangler's work; the tags are there and stand on works. */
export async function placeWrangling(
  transaction: Transaction,
  { ids, clock }: Parts,
  wrangler: Member,
): Promise<void> {
  const at = clock.now();
  const by = wrangler.userId;
  const idOf = (type: TagType, name: string) => demoTag(transaction, type, name);
  for (const name of fandoms) {
    await insertKeeper(transaction, by, await idOf('fandom', name), at);
  }
  const trombone = await idOf('character', 'A Trombone');
  const asides = ['if you can read this you have found it', 'he is trying his best'];
  const acts: Act[][] = [[{ kind: 'canonise', tag: trombone }], []];
  for (const name of asides) {
    acts[1]?.push({ kind: 'unwrangleable', tag: await idOf('freeform', name) });
  }
  for (const together of acts) {
    await performActs(transaction, together, { ids, at, by, movers: [keepersMover] });
  }
  const other = await idOf('character', 'The Other Trombone');
  await insertNote(transaction, { id: ids.next(), tag: other, by, at, body: text.demoNote() });
}

async function demoTag(transaction: Transaction, type: TagType, name: string): Promise<TagId> {
  const [tag] = await findTagsByName(transaction, name, [type]);
  if (tag === undefined) throw new Error(`the demo has no ${type} “${name}”`);
  return tag.id;
}
