// How speech is punctuated: marks that never close, and stops between a speech and who says it.
import type { Slip } from '../finding.ts';
import { firstFrom, type Line, type Speech } from '../words.ts';

const saying =
  'said says asked asks replied replies answered answers whispered whispers murmured murmurs ' +
  'muttered mutters shouted shouts yelled yells cried exclaimed called snapped growled hissed ' +
  'added continued began agreed repeated responded demanded insisted declared admitted announced ' +
  'explained protested pleaded begged sighed gasped groaned stammered breathed';
/** What says that somebody speaks: "said", "whispers". */
export const speechVerbs: ReadonlySet<string> = new Set(saying.split(' '));
const pronouns = new Set('he she they i we you it'.split(' '));

/** `next` is the paragraph behind, for a speech that goes on there. */
export function dialogue(line: Line, next: Line | undefined): Slip[] {
  const slips: Slip[] = [];
  line.speeches.forEach((speech, at) => {
    if (!speech.closed) slips.push(...unclosed(line, speech, at, next));
    else slips.push(...aroundSpeech(line, speech));
  });
  return slips;
}

/** In words. */
const shortSpeech = 20;

function unclosed(line: Line, speech: Speech, at: number, next: Line | undefined): Slip[] {
  // A single mark may be an apostrophe, and its closing one looks like it.
  if (line.text[speech.start] === '‘') return [];
  const isLast = at === line.speeches.length - 1;
  // A speech of several paragraphs opens each of them and closes in the last; it is no short one.
  const goesOn = isLast && next !== undefined && /^\s*["“«‘]/.test(next.text);
  if (goesOn && line.words.length - firstFrom(line.words, speech.start) > shortSpeech) return [];
  if (line.text.slice(speech.start + 1, speech.end).trim() === '') return [];
  return [{ rule: 'dialogue', reason: 'unclosed', start: speech.start, end: speech.start + 1 }];
}

function aroundSpeech(line: Line, speech: Speech): Slip[] {
  const { text, words } = line;
  const inner = text.slice(speech.start + 1, speech.end - 1);
  const last = inner.trimEnd().at(-1) ?? '';
  const after = firstFrom(words, speech.end);
  const slips: Slip[] = [];
  const point = (reason: string) => {
    slips.push({ rule: 'dialogue', reason, start: speech.end - 2, end: speech.end });
  };
  const tag = after === words.length ? null : tagAt(line, after, speech.end);
  if (tag !== null) {
    if (last === '.' && !/\.\.$|[A-Z]\.$|\b(?:[Mm]rs?|[Dd]r)\.$/.test(inner)) point('full-stop');
    else if (/[\p{L}\p{N}]/u.test(last)) point('no-comma');
    else if (tag === 'capital' && /[,!?]/.test(last)) point('tag-capital');
  } else if (isBare(line, speech, inner, last)) {
    point('no-stop');
  }
  const before = words[firstFrom(words, speech.start) - 1];
  if (before !== undefined) {
    const gap = text.slice(before.end, speech.start);
    const isLong = inner.split(' ').length >= 3 && /^\p{Lu}/u.test(inner);
    if (gap === ' ' && isLong && /^(?:said|asked|replied|whispered|shouted)$/.test(before.lower)) {
      const { start, end } = before;
      slips.push({ rule: 'dialogue', reason: 'comma-before', start, end });
    }
  }
  return slips;
}

/** Whether who speaks is said behind the speech: "he said", "She said", "said Ada", "Ada said". */
function tagAt({ text, words }: Line, at: number, from: number): 'plain' | 'capital' | null {
  const [first, second] = [words[at]!, words[at + 1]];
  if (text.slice(from, first.start) !== ' ' || second === undefined) return null;
  if (second.gap !== ' ') return null;
  if (speechVerbs.has(second.lower)) {
    // "He began to walk" is no way of speaking.
    if (/^(?:began|continued|called|breathed|added|demanded|begged|repeated)$/.test(second.lower)) {
      const third = words[at + 2];
      if (third !== undefined && third.gap === ' ') return null;
    }
    if (pronouns.has(first.lower)) {
      // "She asked the question" and "He said it again" are sentences of their own.
      const object = words[at + 2];
      if (object?.gap === ' ' && /^(?:the|a|it|this|that|her|his)$/.test(object.lower)) return null;
      return first.text === first.lower || first.text === 'I' ? 'plain' : 'capital';
    }
    return /^\p{Lu}/u.test(first.text) ? 'plain' : null;
  }
  const isTurned = first.text === first.lower && /^(?:said|asked|replied)$/.test(first.lower);
  return isTurned && /^(?:\p{Lu}|the$|he$|she$)/u.test(second.text) ? 'plain' : null;
}

/** A speech that is a paragraph of its own and ends without any stop. */
function isBare({ text }: Line, speech: Speech, inner: string, last: string): boolean {
  const isWhole = text.slice(0, speech.start).trim() === '' && text.slice(speech.end).trim() === '';
  return isWhole && /\p{L}/u.test(last) && inner.split(' ').length >= 4 && !/^\p{Ll}/u.test(inner);
}
