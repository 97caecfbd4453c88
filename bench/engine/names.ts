// What the names of an archive's tags take in memory, for look-ups and for suggestions: beside the
// engine, which has never heard of names.
import { NameIndex } from '../../src/features/finding/index/name-index.ts';
import { TagTable } from '../../src/features/finding/index/tag-table.ts';
import { openTagTypes, type Tag } from '../../src/features/tags/index.ts';
import type { TagId } from '../../src/shared/ids.ts';
import { secondsOf } from './clock.ts';
import { archiveFolder } from './make-archive.ts';
import { forgetMost, heldNow, mostHeld } from './memory.ts';
import { drawAt } from './numbering.ts';
import { none, PackedArchive, shape, termIdAt } from './packed-archive.ts';
import type { Wanted } from './recorded.ts';

/** Bytes that grew: `held` in arrays and heap, `most` of resident memory meanwhile. */
export type NamesMeasured = {
  readonly names: number;
  readonly seconds: number;
  readonly held: number;
  readonly most: number;
};

const named = new Set<string>(openTagTypes);
const everyTenth = 10;

/** Names every tag of the archive that people write. Names have one to four words. */
export async function measureNames(wanted: Wanted): Promise<NamesMeasured> {
  const archive = new PackedArchive(archiveFolder(wanted.works, wanted.seed));
  const groups = archive.column('term-group');
  const synonyms = archive.column('term-synonym');
  const words = Math.ceil(groups.length / 16);
  const table = new TagTable();
  let names = 0;
  const before = heldNow();
  forgetMost();
  const { result: index, seconds } = await secondsOf(() => {
    for (let place = 0; place < groups.length; place++) {
      const type = shape.groups[groups[place]!]!;
      if (!named.has(type)) continue;
      table.put(tagAt(place, type as Tag['type'], synonyms[place]!, words));
      names += 1;
    }
    table.bindSynonyms();
    table.trim();
    const made = new NameIndex(table);
    made.named('settle');
    return made;
  });
  const most = mostHeld() - before.resident;
  const after = heldNow();
  const held = after.arrays + after.heap - before.arrays - before.heap;
  if (index.named('settle') === undefined) throw new Error('names cannot be looked up');
  archive.close();
  return { names, seconds, held, most };
}

function tagAt(place: number, type: Tag['type'], synonym: number, words: number): Tag {
  const isSynonym = synonym !== none;
  const otherwise = place % everyTenth === 0 ? 'canonical' : 'unwrangled';
  return {
    id: termIdAt(place) as TagId,
    type,
    name: nameAt(place, words),
    status: isSynonym ? 'synonym' : otherwise,
    synonymOf: isSynonym ? (termIdAt(synonym) as TagId) : null,
    shortWord: null,
    adult: false,
    sortOrder: 0,
  };
}

function nameAt(place: number, words: number): string {
  const some = 1 + Math.floor(drawAt(place, 31) * 4);
  let name = '';
  for (let at = 0; at < some; at++) {
    const word = wordOf(Math.floor(drawAt(place, 32 + at) ** 3 * words));
    name += at === 0 ? word : ` ${word}`;
  }
  return name;
}

const consonants = 'tsrnlmdhckbpgwfvjz';
const vowels = 'aeiouy';

/** Two to five syllables, another for each number. */
function wordOf(number: number): string {
  let word = '';
  for (let rest = number + 108; rest > 0; rest = Math.floor(rest / 108)) {
    word += `${consonants[rest % 18]}${vowels[Math.floor((rest % 108) / 18)]}`;
  }
  return word;
}
