// Speech after speech without a word of who speaks, and speeches of two people in one paragraph.
import type { Slip } from '../finding.ts';
import { firstFrom, type Line, type Speech, type Word } from '../words.ts';
import { speechVerbs } from './dialogue.ts';

/** So many speeches in a row with nobody named; readers lose count before. */
const bareSpeechesMost = 9;

/** A run of paragraphs that are speech alone: points once, at the one that is too many. */
export function whoSpeaks(): (line: Line, from: number) => Slip[] {
  let run = 0;
  return (line) => {
    const isBare = line.speeches.length > 0 && line.words.every(({ spoken }) => spoken);
    run = isBare ? run + 1 : 0;
    if (run !== bareSpeechesMost) return [];
    const [first] = line.words;
    return first === undefined
      ? []
      : [{ rule: 'speaker', reason: 'run', start: first.start, end: first.end }];
  };
}

/** Words of a paragraph that is too much to take in at once. */
const wordsMost = 900;

/** Points at the speech that wants a paragraph of its own, and at very long paragraphs. */
export function runTogether(line: Line): Slip[] {
  const { text, words, speeches } = line;
  const slips: Slip[] = [];
  const tags = speeches.map((speech, at) => speakerOf(line, speech, speeches[at + 1]));
  for (let at = 1; at < speeches.length; at++) {
    const [before, speech] = [speeches[at - 1]!, speeches[at]!];
    const point = (reason: string) =>
      slips.push({ rule: 'together', reason, start: speech.start, end: speech.start + 1 });
    const isNext = before.closed && /^\s+$/.test(text.slice(before.end, speech.start));
    if (isNext && /[.!?…—]["”»’]$/.test(text.slice(before.start, before.end)))
      point('two-speeches');
    else if (areTwo(tags[at - 1], tags[at])) point('two-speakers');
  }
  const [first] = words;
  if (words.length > wordsMost && first !== undefined) {
    slips.push({ rule: 'together', reason: 'long', start: first.start, end: first.end });
  }
  return slips;
}

function areTwo(one: string | null | undefined, other: string | null | undefined): boolean {
  if (!one || !other || one === other) return false;
  const people = new Set(['he', 'she', 'i', 'they']);
  // A name and a pronoun may be one person; he and she, or two names, are not.
  return people.has(one) === people.has(other);
}

/** Who is said to speak right behind a speech. */
function speakerOf({ words }: Line, speech: Speech, next: Speech | undefined): string | null {
  if (!speech.closed) return null;
  const at = firstFrom(words, speech.end);
  if (at === words.length || (next !== undefined && words[at]!.start > next.start)) return null;
  const [first, second] = [words[at]!, words[at + 1]];
  if (second === undefined || second.spoken || first.gap.includes('\n')) return null;
  if (speechVerbs.has(second.lower)) return nameOf(first);
  return speechVerbs.has(first.lower) ? nameOf(second) : null;
}

function nameOf(word: Word): string | null {
  if (/^(?:he|she|i|they)$/.test(word.lower)) return word.lower;
  return /^\p{Lu}\p{Ll}/u.test(word.text) &&
    !/^(?:Mrs?|Ms|Miss|Dr|The|Sir|Lady|Lord|Captain)$/.test(word.text)
    ? word.lower
    : null;
}
