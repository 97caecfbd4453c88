// Holds the demo archive as a whole to what it promises: every work readable, every kind of work
// and tag there, nothing over a limit.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import {
  type DemoChapter,
  type DemoWork,
  demoCategories,
  demoRatings,
  demoWarnings,
  parseWork,
} from './parse-work.ts';
import { demoPeople } from './people.ts';
import { charactersOf, type DemoTagType, demoVocabulary } from './vocabulary.ts';

const folder = new URL('works/', import.meta.url);
const works = readdirSync(folder)
  .sort()
  .map((file) => parseWork(file, readFileSync(new URL(file, folder), 'utf8')));

const openTypes: readonly DemoTagType[] = ['fandom', 'relationship', 'character', 'freeform'];
const forbiddenInTags = /[,，、،﹐､^*<>{}=`\\%|]/u;

function tagsOf(work: DemoWork): { type: DemoTagType; name: string }[] {
  return openTypes.flatMap((type) => work[`${type}s`].map((name) => ({ type, name })));
}

function lengthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** Elements in the markup, and its words: Han and kana by the character, all else by the word. */
function readMarkup(markup: string): { elements: Set<string>; words: number } {
  const elements = new Set<string>();
  let words = 0;
  const open: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(markup).childNodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('tagName' in node) {
      elements.add(node.tagName);
      open.push(...node.childNodes);
    }
    if (node.nodeName !== '#text' || !('value' in node)) continue;
    const spaced = node.value.replace(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
      ' $& ',
    );
    words += spaced.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
  }
  return { elements, words };
}

function wordsOf(work: DemoWork): number {
  return work.chapters.reduce((sum, { source }) => sum + readMarkup(source).words, 0);
}

function markupOf(work: DemoWork): string[] {
  const besides = (part: DemoWork | DemoChapter) => [part.summary, part.notes, part.endNotes];
  return [...besides(work), ...work.chapters.flatMap((one) => [...besides(one), one.source])];
}

function holds(what: string, least: number, rule: (work: DemoWork) => boolean): void {
  test(`the demo has ${what}`, () => {
    const found = works.filter(rule).length;
    assert.ok(found >= least, `${found} of at least ${least}`);
  });
}

holds('at least 26 works', 26, () => true);
for (const rating of demoRatings)
  holds(`a work rated ${rating}`, 1, (one) => one.rating === rating);
for (const warning of demoWarnings) {
  holds(`a work that says ${warning}`, 1, ({ warnings }) => warnings.includes(warning));
}
for (const category of demoCategories) {
  holds(`a work of category ${category}`, 1, ({ categories }) => categories.includes(category));
}
holds('a work in no category', 1, ({ categories }) => categories.length === 0);
holds('works of several chapters', 3, ({ chapters }) => chapters.length > 1);
holds('a finished work of six chapters or more', 1, ({ chapters, expected }) => {
  return chapters.length >= 6 && expected === chapters.length;
});
holds('a work of three chapters that goes on', 1, ({ chapters, expected }) => {
  return chapters.length === 3 && expected === null;
});
holds('chapters posted on different days', 3, ({ chapters }) => {
  return new Set(chapters.map(({ posted }) => posted)).size > 1;
});
holds('works of two creators', 2, ({ creators }) => creators.length === 2);
holds('a work in two series', 1, ({ series }) => series.length === 2);
holds('a work from right to left', 1, (work) => work.language === 'he' && wordsOf(work) >= 300);
holds('a work in Japanese', 1, (work) => work.language === 'ja' && wordsOf(work) >= 600);
holds('works in German and French', 2, ({ language }) => language === 'de' || language === 'fr');
holds('works written in Markdown', 3, ({ format }) => format === 'markdown');
holds('works for members only', 2, ({ restricted }) => restricted);
holds('an anonymous work', 1, ({ anonymous }) => anonymous);
holds('a title as long as may be', 1, ({ title }) => lengthOf(title) === 255);
holds('a work with as many tags as may be', 1, (work) => tagsOf(work).length === 75);
holds('a work with almost nothing', 1, (work) => {
  return work.summary === '' && tagsOf(work).length === 1 && wordsOf(work) >= 300;
});
holds('a work with every kind of note', 1, ({ notes, endNotes, chapters }) => {
  const some = (key: 'notes' | 'endNotes') => chapters.some((chapter) => chapter[key] !== '');
  return notes !== '' && endNotes !== '' && some('notes') && some('endNotes');
});
holds('a crossover', 1, ({ fandoms }) => new Set(fandoms.map(topOf)).size > 1);
holds('a work of two fandoms that are one at the top', 1, ({ fandoms }) => {
  return fandoms.length > 1 && new Set(fandoms.map(topOf)).size === 1;
});

function topOf(fandom: string): string {
  const canonical = demoVocabulary.synonyms.find(
    ({ type, name }) => type === 'fandom' && name === fandom,
  );
  const name = canonical?.of ?? fandom;
  return demoVocabulary.subtags.find(({ subtag }) => subtag === name)?.metatag ?? name;
}

test('each work has a number of its own and is 300 to 3,000 words long', () => {
  assert.deepEqual(
    works.map(({ file }) => Number(/^(\d\d)-[a-z-]+\.(?:html|md)$/.exec(file)?.[1])),
    works.map((_, at) => at + 1),
  );
  for (const work of works) {
    const words = wordsOf(work);
    assert.ok(words >= 300 && words <= 3_000, `${work.file} has ${words} words`);
  }
});

test('no work is over a limit', () => {
  for (const work of works) {
    assert.ok(lengthOf(work.title) <= 255, work.file);
    for (const { summary, notes, endNotes, title } of [work, ...work.chapters]) {
      assert.ok(lengthOf(title) <= 255 && lengthOf(summary) <= 1_250, work.file);
      assert.ok(lengthOf(notes) <= 5_000 && lengthOf(endNotes) <= 5_000, work.file);
    }
    assert.ok(tagsOf(work).length <= 75, work.file);
  }
});

test('every day lies in the two years up to the middle of November 2026', () => {
  const days = works.flatMap(({ chapters }) => chapters.map(({ posted }) => posted)).sort();
  assert.ok((days[0] ?? '') >= '2024-11-15', days[0]);
  assert.equal(days.at(-1), '2026-11-15');
});

test('"No Archive Warnings Apply" stands beside no other warning', () => {
  for (const { file, warnings } of works) {
    assert.ok(!warnings.includes('No Archive Warnings Apply') || warnings.length === 1, file);
  }
});

// What the allow-list of the sanitiser keeps, but for what a page has for itself (h1, h2, div).
const everyElement =
  'a abbr address b bdi bdo blockquote caption cite code col colgroup dd del details dfn dl dt ' +
  'em figcaption figure h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small ' +
  'span strong sub summary sup table tbody td tfoot th thead tr u ul var';

test('one work has every kind of markup, and none has any other', () => {
  const all = everyElement.split(' ');
  const used = works.map((work) => readMarkup(markupOf(work).join('\n')).elements);
  assert.ok(used.some((elements) => all.every((element) => elements.has(element))));
  for (const [at, elements] of used.entries()) {
    const others = [...elements].filter((element) => !all.includes(element) && element !== 'br');
    assert.deepEqual(others, [], works[at]?.file);
  }
});

test('markup is well formed', () => {
  for (const work of works) {
    for (const markup of markupOf(work)) {
      const onParseError = ({ code, startLine }: { code: string; startLine: number }) => {
        assert.fail(`${work.file}, line ${startLine} of ${markup.slice(0, 40)}: ${code}`);
      };
      parseFragment(markup, { onParseError, sourceCodeLocationInfo: true });
      if (work.format === 'html') assertClosed(work.file, markup);
    }
  }
});

/** Every element is closed by hand: parse5 closes paragraphs and items without a complaint. */
function assertClosed(file: string, markup: string): void {
  const open: string[] = [];
  for (const [tag, slash, name = ''] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (slash === '/') assert.equal(open.pop(), name, `${file}: ${tag}`);
    else if (!['br', 'hr', 'col'].includes(name)) open.push(name);
  }
  assert.deepEqual(open, [], file);
}

test('series are numbered without gaps, and their works share a creator', () => {
  const series = new Map<string, { position: number; work: DemoWork }[]>();
  for (const work of works) {
    for (const { title, position } of work.series) {
      series.set(title, [...(series.get(title) ?? []), { position, work }]);
    }
  }
  assert.ok(series.size >= 3);
  assert.ok([...series.values()].some((places) => places.length >= 3));
  for (const [title, places] of series) {
    const positions = places.map(({ position }) => position).sort((a, b) => a - b);
    assert.deepEqual(
      positions,
      positions.map((_, at) => at + 1),
      title,
    );
    const [first, ...others] = places.map(({ work }) => work.creators.map(({ login }) => login));
    assert.ok(
      first?.some((login) => others.every((logins) => logins.includes(login))),
      title,
    );
  }
});

test('every creator is one of the people, under a pseud of theirs, and every one is used', () => {
  const used = new Set<string>();
  for (const { file, creators } of works) {
    for (const { login, pseud } of creators) {
      const person = demoPeople.find((one) => one.login === login);
      assert.ok(person?.pseuds.includes(pseud), `${file}: ${login}/${pseud}`);
      used.add(`${login}/${pseud}`);
    }
  }
  assert.ok(demoPeople.length >= 8);
  assert.equal(new Set(demoPeople.map(({ login }) => login.toLowerCase())).size, demoPeople.length);
  assert.ok(demoPeople.some(({ pseuds }) => pseuds.length === 2));
  assert.ok(demoPeople.some(({ pseuds }) => pseuds.some((pseud) => !/[a-z]/i.test(pseud))));
  for (const { login, pseuds, about } of demoPeople) {
    assert.match(login, /^[A-Za-z0-9_]{3,40}$/);
    assert.ok(about !== '' && lengthOf(about) <= 300, login);
    for (const pseud of pseuds) assert.match(pseud, /^[\p{L}\p{M}\p{N} _-]{1,40}$/u);
    assert.ok(
      pseuds.some((pseud) => used.has(`${login}/${pseud}`)),
      `${login} wrote nothing`,
    );
  }
});

test('every tag of a work is in the vocabulary, or left unwrangled on purpose', () => {
  const known = new Set(
    [demoVocabulary.canonicals, demoVocabulary.synonyms, demoVocabulary.unwrangled].flatMap(
      (tags) => tags.map(({ type, name }) => `${type}:${name}`),
    ),
  );
  for (const work of works) {
    for (const { type, name } of tagsOf(work)) {
      assert.ok(known.has(`${type}:${name}`), `${work.file}: ${type} "${name}"`);
    }
  }
});

test('a tag that is left unwrangled stands on a work', () => {
  const used = new Set(works.flatMap(tagsOf).map(({ type, name }) => `${type}:${name}`));
  for (const { type, name } of demoVocabulary.unwrangled) {
    assert.ok(used.has(`${type}:${name}`), `${type} "${name}"`);
  }
  const left = demoVocabulary.unwrangled.filter(({ type }) => type === 'freeform');
  assert.ok(left.length >= 20);
});

test('a name of the vocabulary is a good name and stands once within its type', () => {
  const { canonicals, synonyms, unwrangled } = demoVocabulary;
  const seen = new Set<string>();
  for (const { type, name } of [...canonicals, ...synonyms, ...unwrangled]) {
    const key = `${type}:${name.normalize('NFC').toLowerCase()}`;
    assert.ok(!seen.has(key), `${key} stands twice`);
    seen.add(key);
    assert.ok(lengthOf(name) <= 150 && !forbiddenInTags.test(name), name);
    assert.equal(name.replace(/\s+/g, ' ').trim(), name);
  }
});

test('edges of the vocabulary join tags that are canonical', () => {
  const { canonicals, parents, subtags, synonyms } = demoVocabulary;
  const known = new Set(canonicals.map(({ type, name }) => `${type}:${name}`));
  for (const { parent, child } of parents) {
    assert.ok(known.has(`${child.type}:${child.name}`), child.name);
    if (parent.type !== 'media') assert.ok(known.has(`${parent.type}:${parent.name}`), parent.name);
  }
  for (const { type, metatag, subtag } of subtags) {
    assert.ok(known.has(`${type}:${metatag}`) && known.has(`${type}:${subtag}`), subtag);
  }
  for (const { type, name, of } of synonyms) {
    assert.ok(known.has(`${type}:${of}`) && !known.has(`${type}:${name}`), name);
  }
  const edges = [
    ...parents.map(
      ({ parent, child }) => `${parent.type}:${parent.name}>${child.type}:${child.name}`,
    ),
    ...subtags.map(({ type, metatag, subtag }) => `${type}:${metatag}>${subtag}`),
  ];
  assert.equal(new Set(edges).size, edges.length);
});

test('every fandom has a medium, and every relationship the characters that its name says', () => {
  const { canonicals, parents } = demoVocabulary;
  const fandoms = canonicals.filter(({ type }) => type === 'fandom');
  assert.ok(fandoms.length >= 5);
  for (const { name } of fandoms) {
    assert.ok(parents.some(({ parent, child }) => parent.type === 'media' && child.name === name));
  }
  for (const { type, name } of canonicals) {
    if (type !== 'relationship') continue;
    assert.ok(charactersOf(name).length >= 2, name);
    for (const character of charactersOf(name)) {
      assert.ok(
        parents.some(({ parent, child }) => parent.name === character && child.name === name),
        `${character} of ${name}`,
      );
    }
  }
});

test('there are metatags above metatags, tags below two of them, and no circles', () => {
  const above = new Map<string, string[]>();
  for (const { type, metatag, subtag } of demoVocabulary.subtags) {
    const key = `${type}:${subtag}`;
    above.set(key, [...(above.get(key) ?? []), `${type}:${metatag}`]);
  }
  const depthOf = (tag: string, path: readonly string[]): number => {
    assert.ok(!path.includes(tag), `a circle through ${tag}`);
    return Math.max(0, ...(above.get(tag) ?? []).map((one) => 1 + depthOf(one, [...path, tag])));
  };
  const depths = [...above.keys()].map((tag) => depthOf(tag, []));
  assert.ok(Math.max(...depths) >= 3);
  assert.equal(depthOf('freeform:Alternate Universe - Coffee Shops', []), 2);
  assert.ok([...above.values()].some((metatags) => metatags.length > 1));
});

test('there are synonyms of every type, and works use them', () => {
  const { synonyms } = demoVocabulary;
  assert.ok(synonyms.length >= 15);
  const used = new Set(works.flatMap(tagsOf).map(({ type, name }) => `${type}:${name}`));
  for (const type of ['fandom', 'relationship', 'freeform']) {
    assert.ok(
      synonyms.some((one) => one.type === type && used.has(`${type}:${one.name}`)),
      type,
    );
  }
  assert.ok(synonyms.some(({ type }) => type === 'character'));
  assert.ok(synonyms.some(({ name, of }) => name.split('/').reverse().join('/') === of));
});
