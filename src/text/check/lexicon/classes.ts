// What the lists of words say of a word: what it is as a noun or by its describing, and as a verb.
import { kindOf } from '../kinds.ts';
import { isBareVerb, isParticiple, isPast, isPresent } from '../verbs.ts';
import { adjectives, adverbs, degrees } from './describing.ts';
import { bodies, people, places, stuff, things, times } from './nouns.ts';
import { intransitive, takingTo, transitive } from './verbs.ts';

const said = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const nounLists: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['body', said(bodies)],
  ['person', said(people)],
  ['time', said(times)],
  ['place', said(places)],
  ['thing', said(things)],
];
const some = said(stuff);
const telling = said(adjectives);
const near = said(adverbs);
const degree = said(degrees);
const acting = said(transitive);
const standing = said(intransitive);
const wishing = said(takingTo);

/** "body", "place told", "things", "adverb": what it may be but a verb; '' if no list has it. */
export function nounClass(lower: string): string {
  if (degree.has(lower)) return 'degree';
  if (near.has(lower)) return telling.has(lower) ? 'adverb told' : 'adverb';
  const own = ownNoun(lower);
  const told = telling.has(lower) || kindOf(lower) === 'told' ? ' told' : '';
  if (own !== '' || told !== '') return own + told;
  const one = singularOf(lower);
  if (one !== '') return `${ownNoun(one)}s`;
  return comparedTo(lower) ? 'compared' : manner(lower) ? 'manner' : '';
}

const byKind: Readonly<Record<string, string>> = {
  counted: 'thing',
  bare: 'some',
  plurals: 'things',
};

function ownNoun(lower: string): string {
  const noun = nounLists.find(([, words]) => words.has(lower))?.[0];
  const isSome = some.has(lower);
  if (noun !== undefined) return isSome ? `${noun} or some` : noun;
  if (isSome) return 'some';
  const kind = kindOf(lower);
  return kind === undefined ? '' : (byKind[kind] ?? '');
}

function singularOf(lower: string): string {
  if (!lower.endsWith('s') || lower.endsWith('ss')) return '';
  const ways = [lower.slice(0, -1), lower.slice(0, -2), `${lower.slice(0, -3)}y`];
  if (lower.endsWith('ves')) ways.push(`${lower.slice(0, -3)}f`, `${lower.slice(0, -3)}fe`);
  return ways.find((each) => each.length > 1 && ownNoun(each) !== '') ?? '';
}

function comparedTo(lower: string): boolean {
  const stem = /^(.+?)(?:er|est)$/.exec(lower)?.[1];
  if (stem === undefined) return false;
  return stemsOf(stem).some((each) => telling.has(each) || kindOf(each) === 'told');
}

function manner(lower: string): boolean {
  return lower.length > 4 && lower.endsWith('ly');
}

/** "eased", "easing" and "stopped" lead to more than one stem. */
function stemsOf(stem: string): string[] {
  const ways = [stem, `${stem}e`];
  if (stem.at(-1) === stem.at(-2)) ways.push(stem.slice(0, -1));
  if (stem.endsWith('i')) ways.push(`${stem.slice(0, -1)}y`);
  return ways;
}

/** "acts past", "stands or acts bare", "acts ing": what it is as a verb; '' if no list has it. */
export function verbClass(lower: string): string {
  for (const [form, bases] of formsOf(lower)) {
    const base = bases.find((each) => isVerb(each));
    if (base !== undefined) return `${takes(base)} ${form}`;
  }
  if (isPast(lower)) return isParticiple(lower) ? 'past' : 'only past';
  if (isParticiple(lower)) return 'participle';
  if (isPresent(lower)) return 'present';
  return isBareVerb(lower) ? 'bare' : '';
}

function isVerb(base: string): boolean {
  return acting.has(base) || standing.has(base) || wishing.has(base);
}

function takes(base: string): string {
  const to = wishing.has(base) ? 'to ' : '';
  return to + (acting.has(base) ? (standing.has(base) ? 'both' : 'acts') : 'stands');
}

function formsOf(lower: string): (readonly [string, readonly string[]])[] {
  const forms: (readonly [string, readonly string[]])[] = [];
  if (isPast(lower) || (isParticiple(lower) && !isBareVerb(lower))) return forms;
  forms.push(['bare', [lower]]);
  if (lower.endsWith('s')) {
    forms.push(['third', [lower.slice(0, -1), lower.slice(0, -2), `${lower.slice(0, -3)}y`]]);
  }
  if (lower.endsWith('ing') && lower.length > 5) forms.push(['ing', stemsOf(lower.slice(0, -3))]);
  if (lower.endsWith('ed') && lower.length > 4) forms.push(['past', stemsOf(lower.slice(0, -2))]);
  return forms;
}
