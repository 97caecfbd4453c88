// Words typed twice: "the the", "of the of the".
import type { Rule, Slip } from '../finding.ts';
import type { Word } from '../words.ts';

// Doubled on purpose, or right: "had had", "that that", "far far away".
const meantTwice = new Set(
  (
    'had that very far long many no now ha ho oh ah so yes yeah bye hey hi hear there ' +
    'come on out up more really never well please why what who here again round over and ' +
    'through in down by wait stop go run look tut knock tick drip hush quick still dear ' +
    'old big little good bad poor deep much you he she it is was do did him her'
  ).split(' '),
);
// Never doubled in running prose.
const never = new Set(
  (
    'the a an of to at for with from my your his their our i we they but as this and was ' +
    'is were are be been has have would could should will can into if than or its me them ' +
    'us then'
  ).split(' '),
);

/** Words that nobody repeats on purpose, in speech too; others in narration. */
export const doubled: Rule = ({ words }) => {
  const slips: Slip[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    const before = words[at - 1]!;
    if (!/^\s+$/.test(word.gap)) continue;
    if (word.lower === before.lower && isSlip(word, before)) {
      slips.push({ rule: 'doubled', reason: 'word', start: before.start, end: word.end });
    } else if (at >= 3 && isPhraseTwice(words, at)) {
      const start = words[at - 3]!.start;
      slips.push({ rule: 'doubled', reason: 'words', start, end: word.end });
    }
  }
  return slips;
};

function isSlip(word: Word, before: Word): boolean {
  if (never.has(word.lower)) return word.text === word.lower || before.initial;
  // A name or a cry may be said twice.
  if (word.text !== word.lower || /\d/.test(word.text) || word.spoken) return false;
  return word.lower.length >= 3 && !meantTwice.has(word.lower);
}

/** "of the of the": both times without a stop between. */
function isPhraseTwice(words: readonly Word[], at: number): boolean {
  const [first, second, third, fourth] = words.slice(at - 3, at + 1) as [Word, Word, Word, Word];
  if (first.lower !== third.lower || second.lower !== fourth.lower) return false;
  if (second.gap !== ' ' || third.gap !== ' ' || fourth.gap !== ' ') return false;
  // "And by and by the answer came."
  if (first.lower === 'and' && second.lower === 'by') return false;
  const isSmall = ({ lower }: Word) => never.has(lower) || /^(?:in|on|by|was)$/.test(lower);
  return isSmall(first) && isSmall(second) && first.lower !== second.lower;
}
