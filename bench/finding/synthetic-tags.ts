// Names as many as an archive has, and what people type of them.
import { openTagTypes, type Tag, type TagStatus } from '../../src/features/tags/index.ts';
import type { TagId } from '../../src/shared/ids.ts';
import { lookKey } from '../../src/text/index.ts';

type Random = () => number;

/** One in ten is canonical, as many are synonyms of those. */
export function syntheticTags(
  count: number,
  random: Random,
): { readonly tags: readonly Tag[]; readonly vocabulary: readonly string[] } {
  const vocabulary = Array.from({ length: Math.ceil(count / 16) }, () => syntheticWord(random));
  const tags = Array.from({ length: count }, (_, at) => syntheticTag(at, vocabulary, random));
  return { tags, vocabulary };
}

/** What people type: beginnings of names that are there. */
export function recordedTerms(
  tags: readonly Tag[],
  ofEach: number,
  random: Random,
): Record<string, string[]> {
  const draws = () => {
    const { name } = tags[Math.floor(random() * tags.length)] as Tag;
    return lookKey(name).split(' ');
  };
  const terms = (make: (words: string[]) => string) =>
    Array.from({ length: ofEach }, () => make(draws()));
  return {
    'one letter': terms(([word = '']) => word.slice(0, 1)),
    'two letters': terms(([word = '']) => word.slice(0, 2)),
    'three letters': terms(([word = '']) => word.slice(0, 3)),
    'a word': terms((words) => words.at(-1) as string),
    'two words, turned': terms((words) => `${words.at(-1)} ${words[0]?.slice(0, 2)}`),
    'two letters apart': terms((words) => `${words.at(-1)?.[0]} ${words[0]?.[0]}`),
    'mistyped word': terms((words) => turned(words.toSorted(byLength)[0] as string)),
    'mistyped, two words': terms((words) => {
      const [long = '', other = ''] = words.toSorted(byLength);
      return `${turned(long)} ${other.slice(0, 3)}`;
    }),
  };
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

/** Its second and third letters turned. */
function turned(word: string): string {
  return `${word[0]}${word[2] ?? ''}${word[1] ?? ''}${word.slice(3)}`;
}

function syntheticWord(random: Random): string {
  const syllables = 1 + Math.floor(random() * 3) + Math.floor(random() * 2);
  const letter = (from: string) => from[Math.floor(random() ** 2 * from.length)];
  let word = '';
  for (let at = 0; at < syllables; at++)
    word += `${letter('tsrnlmdhckbpgwfvjz')}${letter('aeiouy')}`;
  return random() < 0.5 ? `${word}${letter('nrslth')}` : word;
}

function syntheticTag(at: number, vocabulary: readonly string[], random: Random): Tag {
  const some = 1 + Math.floor(random() * 4);
  const drawn = Array.from({ length: some }, () => {
    const word = vocabulary[Math.floor(random() ** 3 * vocabulary.length)] as string;
    return word[0]?.toUpperCase() + word.slice(1);
  });
  const status: TagStatus = at % 10 === 0 ? 'canonical' : at % 10 === 1 ? 'synonym' : 'unwrangled';
  return {
    id: (at * 1_000_003 + 1) as TagId,
    type: openTagTypes[random() < 0.7 ? 3 : Math.floor(random() * 3)] as Tag['type'],
    name: `${drawn.join(random() < 0.2 ? '/' : ' ')}`,
    status,
    synonymOf: status === 'synonym' ? (((at - 1) * 1_000_003 + 1) as TagId) : null,
    shortWord: null,
    adult: false,
    sortOrder: 0,
  };
}
