// Prose to measure with: words of many lengths, used as unevenly as words are, in paragraphs with
// some emphasis. The same seed gives the same text.
import { placeIn, randomFrom, zipf } from '../src/shared/synthetic-draws.ts';

const consonants = 'bcdfghklmnprstvw';
const vowels = 'aeiou';
const vocabulary = 6_000;
const shares = zipf(vocabulary, 0.06);

/** HTML of about so many words. */
export function prose(words: number, seed: number): string {
  const random = randomFrom(seed);
  const paragraphs: string[] = [];
  for (let left = words; left > 0; ) {
    const size = Math.min(left, 20 + Math.floor(random() * 90));
    left -= size;
    const drawn = Array.from({ length: size }, () => wordOf(placeIn(shares, random())));
    const at = Math.floor(random() * size);
    if (random() < 0.3) drawn[at] = `<em>${drawn[at]}</em>`;
    paragraphs.push(`<p>${sentences(drawn)}</p>`);
  }
  return paragraphs.join('\n');
}

function sentences(words: readonly string[]): string {
  return words
    .map((word, at) => (at % 11 === 10 || at === words.length - 1 ? `${word}.` : word))
    .join(' ');
}

/** Common words are short. */
function wordOf(rank: number): string {
  let rest = rank + 1;
  let word = '';
  while (rest > 0) {
    word += consonants[rest % consonants.length];
    rest = Math.floor(rest / consonants.length);
    word += vowels[(rest + word.length) % vowels.length];
    rest = Math.floor(rest / vowels.length);
  }
  return word;
}
