// Plants slips of one kind in prose that has none, each with its place: what a check should find.
import { randomFrom } from '../../src/shared/synthetic-draws.ts';
import type { CheckRule } from '../../src/text/check/index.ts';

/** Paragraphs, and what was planted: its paragraph, and where it begins and ends there. */
export type Planted = {
  readonly paragraphs: readonly string[];
  readonly places: readonly Place[];
};
export type Place = { readonly at: number; readonly start: number; readonly end: number };

type Change = { readonly text: string; readonly start: number; readonly end: number };
/** All ways of planting one slip in a paragraph. */
type Ways = (paragraph: string) => (() => Change)[];

/** Of one paragraph in so many a slip is planted. */
const oneIn = 5;

export function plant(kind: CheckRule, clean: readonly string[], seed: number): Planted {
  const random = randomFrom(seed);
  if (kind === 'speaker') return withoutSpeakers(clean);
  if (kind === 'together') return joined(clean, random);
  const paragraphs = [...clean];
  const places: Place[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    if (random() * oneIn > 1) continue;
    const found = ways[kind](paragraphs[at]!);
    const chosen = found[Math.floor(random() * found.length)]?.();
    if (chosen === undefined) continue;
    paragraphs[at] = chosen.text;
    places.push({ at, start: chosen.start, end: chosen.end });
  }
  return { paragraphs, places };
}

function each(pattern: RegExp, paragraph: string, make: (match: RegExpExecArray) => string) {
  return [...paragraph.matchAll(pattern)].map((match) => () => {
    const put = make(match as RegExpExecArray);
    const { index } = match;
    const text = paragraph.slice(0, index) + put + paragraph.slice(index + match[0].length);
    return { text, start: index, end: index + put.length };
  });
}

/** The same paragraph with speech as dots, so that places stay. */
function narration(paragraph: string): string {
  return paragraph.replace(/[“"][^“”"]*[”"]?/g, (speech) => '.'.repeat(speech.length));
}

function inNarration(pattern: RegExp, paragraph: string, make: (match: RegExpExecArray) => string) {
  const told = narration(paragraph);
  return [...told.matchAll(pattern)].map((match) => () => {
    const put = make(match as RegExpExecArray);
    const { index } = match;
    const text = paragraph.slice(0, index) + put + paragraph.slice(index + match[0].length);
    return { text, start: index, end: index + put.length };
  });
}

const sounds: readonly (readonly [string, string])[] = [
  ['your', "you're"],
  ["you're", 'your'],
  ['their', 'there'],
  ['there', 'their'],
  ["they're", 'their'],
  ['its', "it's"],
  ["it's", 'its'],
  ['too', 'to'],
  ['to', 'too'],
  ['than', 'then'],
  ['then', 'than'],
  ['lose', 'loose'],
  ['were', 'where'],
  ['where', 'were'],
  ['past', 'passed'],
  ['passed', 'past'],
  ['quite', 'quiet'],
  ['quiet', 'quite'],
  ['here', 'hear'],
  ['hear', 'here'],
  ['knew', 'new'],
  ['know', 'no'],
  ['threw', 'through'],
  ['through', 'threw'],
  ['whose', "who's"],
  ['breath', 'breathe'],
  ['breathe', 'breath'],
  ['right', 'write'],
  ['led', 'lead'],
  ['piece', 'peace'],
  ['week', 'weak'],
  ['accept', 'except'],
];

const ways: Record<Exclude<CheckRule, 'speaker' | 'together'>, Ways> = {
  doubled: (paragraph) =>
    each(
      /(?<= )(?:the|a|to|of|and|in|was|his|her|with|at|for)(?= )/g,
      paragraph,
      ([word]) => `${word} ${word}`,
    ),
  missing: (paragraph) =>
    inNarration(
      /\b(\w+) (?:the|a|to|of|was|had|in|at|his|her|and|with) (\w+)\b/g,
      paragraph,
      ([, before, after]) => `${before} ${after}`,
    ),
  stop: (paragraph) => [
    ...inNarration(/(\p{Ll}+)\. (\p{Lu}\p{Ll}*)/gu, paragraph, (m) => `${m[1]} ${m[2]}`),
    ...inNarration(/(\p{Ll}+)\.$/gu, paragraph, (m) => m[1] ?? ''),
  ],
  homophone: (paragraph) => {
    const straight = paragraph.replaceAll('’', "'");
    return sounds.flatMap(([right, wrong]) =>
      each(new RegExp(`(?<![\\w'])${right}(?![\\w'])`, 'g'), straight, () => wrong),
    );
  },
  dialogue: (paragraph) => [
    ...each(/,[”"] (?=(?:he|she|I|they|\p{Lu}\p{Ll}+) (?:said|asked|cried))/gu, paragraph, (m) =>
      m[0].replace(',', '.'),
    ),
    ...each(/,[”"] (?=(?:he|she|I|they|\p{Lu}\p{Ll}+) (?:said|asked|cried))/gu, paragraph, (m) =>
      m[0].replace(',', ''),
    ),
    ...each(/,[”"] (?:he|she|they)(?= (?:said|asked|cried))/gu, paragraph, (m) =>
      m[0].replace(/ (\w)/, (_, letter: string) => ` ${letter.toUpperCase()}`),
    ),
    ...each(/[”"]$/g, paragraph, () => ' '),
  ],
  form: (paragraph) => [
    ...inNarration(
      /(?<=^|[.!?] )(He|She|It) (\p{Ll}+ed|went|came|saw|took|knew|did|had)(?= \p{Ll})/gu,
      paragraph,
      (m) => `${m[1]} ${plainOf(m[2]!)}`,
    ),
    ...inNarration(/(?<=^|[.!?] )(They|We|You) were\b/g, paragraph, (m) => `${m[1]} was`),
    ...inNarration(
      /\b(he|she|they|it|I) had (gone|come|seen|taken|known|done|begun|fallen|given|grown)\b/g,
      paragraph,
      (m) => `${m[1]} had ${pastByParticiple[m[2]!]}`,
    ),
    ...each(/\ban (?=[aeio])/g, paragraph, () => 'a '),
    ...each(/\b(?:a lot|no one|at least|of course|in fact|as well|each other)\b/g, paragraph, (m) =>
      m[0].replace(' ', ''),
    ),
  ],
  repeated: (paragraph) =>
    inNarration(
      /\b(\p{Ll}{7,})\b((?:,? \p{Ll}+){2,8} )(\p{Ll}{6,})\b/gu,
      paragraph,
      (m) => `${m[1]}${m[2]}${m[1]}`,
    ),
  tense: (paragraph) => [
    ...inNarration(
      /\b([Hh]e|[Ss]he) (\p{Ll}+ed|was|had|went|came|saw|took|said|looked)\b/gu,
      paragraph,
      (m) => `${m[1]} ${nowOf(m[2]!)}`,
    ),
    ...inNarration(
      /\band (\p{Ll}+ed|went|came|saw|took|said) (?=(?:the|a|his|her|at|to|up|out|down)\b)/gu,
      paragraph,
      (m) => `and ${nowOf(m[1]!)} `,
    ),
  ],
};

const pastByParticiple: Record<string, string> = {
  gone: 'went',
  come: 'came',
  seen: 'saw',
  taken: 'took',
  known: 'knew',
  done: 'did',
  begun: 'began',
  fallen: 'fell',
  given: 'gave',
  grown: 'grew',
};

const plain: Record<string, string> = {
  went: 'go',
  came: 'come',
  saw: 'see',
  took: 'take',
  knew: 'know',
  did: 'do',
  had: 'have',
};

function plainOf(past: string): string {
  const known = plain[past];
  if (known !== undefined) return known;
  const third = nowOf(past);
  return third.endsWith('ies') ? `${third.slice(0, -3)}y` : third.slice(0, -1);
}

const irregular: Record<string, string> = {
  was: 'is',
  had: 'has',
  went: 'goes',
  came: 'comes',
  saw: 'sees',
  took: 'takes',
  said: 'says',
};

function nowOf(past: string): string {
  const known = irregular[past];
  if (known !== undefined) return known;
  const stem = past.slice(0, -2);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}ies`;
  if (/(?:[^aeiou][aeiou])([bdgmnprt])\1$/.test(stem)) return `${stem.slice(0, -1)}s`;
  if (/(?:sh|ch|ss|x)$/.test(stem)) return `${stem}es`;
  if (/[aeiou]{2}[^aeiou]$/.test(stem)) return `${stem}s`;
  // "noted", "hoped": what is short and not doubled had an "e".
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return `${stem}es`;
  return /(?:[^aeiou]v|[iuao][kczsv]|[aeiou]r|at|id|ed|rg|ng|l)$/.test(stem) &&
    /(?:at|iv|uc|os|is|ir|ok|ak|az|us)$/.test(stem)
    ? `${stem}es`
    : `${stem}s`;
}

/** In each run of twelve paragraphs or more with speech, all but speech is cut. */
function withoutSpeakers(clean: readonly string[]): Planted {
  const paragraphs: string[] = [];
  const places: Place[] = [];
  for (let at = 0; at < clean.length; ) {
    const run = clean.slice(at, at + 12);
    const speech = run.map((one) => one.match(/[“"][^“”"]+[”"]/g)?.join(' ') ?? '');
    const isTalk = run.length === 12 && speech.every((one) => one !== '');
    if (isTalk && at % 3 === 0) {
      places.push({ at: paragraphs.length, start: 0, end: Number.POSITIVE_INFINITY });
      paragraphs.push(...speech.map((one) => one.replace(/,([”"])$/, '.$1')));
      at += 12;
    } else {
      paragraphs.push(clean[at]!);
      at += 1;
    }
  }
  return { paragraphs, places };
}

/** Two paragraphs of speech become one. */
function joined(clean: readonly string[], random: () => number): Planted {
  const paragraphs: string[] = [];
  const places: Place[] = [];
  for (let at = 0; at < clean.length; at++) {
    const [one, other] = [clean[at]!, clean[at + 1] ?? ''];
    if (/[”"]/.test(one) && /^[“"]/.test(other) && random() * oneIn < 1) {
      places.push({ at: paragraphs.length, start: one.length, end: one.length + 2 });
      paragraphs.push(`${one} ${other}`);
      at += 1;
    } else paragraphs.push(one);
  }
  return { paragraphs, places };
}
