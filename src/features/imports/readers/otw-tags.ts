// The list of tags of an OTW download: terms and links in one order, the terms in any language.
import type { MarkupNode } from '../../../text/index.ts';
import type { WorkTagType } from '../../tags/index.ts';
import {
  type BroughtRelated,
  type BroughtSeries,
  type BroughtWork,
  noTags,
} from '../brought-work.ts';
import { attribute, childrenOf, elementsBelow, wordsOf } from './nodes.ts';

type Row = {
  readonly label: string;
  readonly value: MarkupNode;
  readonly links: readonly string[];
};

const labels: readonly (readonly [WorkTagType, RegExp])[] = [
  ['rating', /^ratings?\b/i],
  ['warning', /warnings?\b/i],
  ['category', /^categor/i],
  ['fandom', /^fandoms?\b/i],
  ['relationship', /^relationships?\b/i],
  ['character', /^characters?\b/i],
  ['freeform', /^additional|^freeform|^tags?\b/i],
];

/** The type of tags that a label names; null: none. */
export function typeLabelled(label: string): WorkTagType | null {
  return labels.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

/** What a `dl.tags` says: tags, language, series, dates and how many chapters there will be. */
export function readOtwTags(
  list: MarkupNode,
): Pick<
  BroughtWork,
  | 'tags'
  | 'language'
  | 'series'
  | 'gifts'
  | 'related'
  | 'published'
  | 'updated'
  | 'expectedChapters'
> {
  const rows = readRows(list);
  const linked = rows.filter((row) => row.links.length > 0 && leadsTo(row, /\/tags\//));
  const isKnown = linked.every(({ label }) => typeLabelled(label) !== null);
  const tags = isKnown ? tagsByLabel(rows) : tagsByOrder(linked);
  const labelled = (pattern: RegExp) => rows.find(({ label }) => pattern.test(label));
  const stats = labelled(/^stats/i) ?? rows.find(({ value }) => statsOf(value) !== null);
  const plain = rows.find((row) => row.links.length === 0 && row !== stats);
  const series = labelled(/^series/i) ?? rows.find((row) => leadsTo(row, /\/series\/\d+/));
  return {
    tags: { ...noTags, ...tags },
    language: wordsOf((labelled(/^language/i) ?? plain)?.value),
    series: series === undefined ? [] : readSeries(series.value),
    ...companyIn(rows.map(({ label, value }) => [label, wordsOf(value)])),
    ...(statsOf(stats?.value) ?? { published: null, updated: null, expectedChapters: null }),
  };
}

/** Whom a work is for and what it was made after, as our own files say it in rows of words. */
export function companyIn(
  rows: readonly (readonly [label: string, words: string])[],
): Pick<BroughtWork, 'gifts' | 'related'> {
  const gifts = rows
    .filter(([label]) => /^(?:a )?gifts?(?: to)?$/i.test(label))
    .flatMap(([, words]) => words.split(/\s*,\s*/))
    .filter((name) => name !== '');
  const related = rows.flatMap(([label, words]): BroughtRelated[] => {
    const isTranslation = /^(?:a )?translation of$/i.test(label);
    if (!isTranslation && !/^inspired by$/i.test(label)) return [];
    const found = /^“(.*)”(?: by (.*?))? \((https?:\/\/\S+)\)$/u.exec(words.trim());
    if (found === null) return [];
    const [, title = '', author = '', url = ''] = found;
    return [{ relation: isTranslation ? 'translation' : 'inspired', title, author, url }];
  });
  return { gifts, related };
}

/** Series, as our own files say them in rows of words. */
export function seriesIn(rows: readonly (readonly [label: string, words: string])[]) {
  return rows.flatMap(([label, words]): BroughtSeries[] => {
    if (!/^series$/i.test(label)) return [];
    const [, part, title] = /^Part (\d+) of (.+)$/.exec(words.trim()) ?? [];
    return [{ title: title ?? words.trim(), position: part === undefined ? null : Number(part) }];
  });
}

/** The days and the count of chapters that such rows say. */
export function daysIn(rows: readonly (readonly [label: string, words: string])[]) {
  const value = (pattern: RegExp) => rows.find(([label]) => pattern.test(label))?.[1] ?? '';
  const expected = /\/(\d+)$/.exec(value(/^chapters$/i))?.[1];
  return {
    published: value(/^published$/i) || null,
    updated: value(/^(?:updated|completed)$/i) || null,
    expectedChapters: expected === undefined ? null : Number(expected),
  };
}

/** Label and words of each row of a list. */
export function rowsOfWords(list: MarkupNode): readonly (readonly [string, string])[] {
  return readRows(list).map(({ label, value }) => [label, wordsOf(value)]);
}

function readRows(list: MarkupNode): Row[] {
  const rows: Row[] = [];
  let label = '';
  for (const node of elementsBelow(list)) {
    if (node.name === 'dt') label = wordsOf(node).replace(/\s*:\s*$/, '');
    if (node.name !== 'dd') continue;
    const links = elementsBelow(node).filter(({ name }) => name === 'a');
    rows.push({ label, value: node, links: links.map(wordsOf).filter((name) => name !== '') });
  }
  return rows;
}

function tagsByLabel(rows: readonly Row[]): Partial<Record<WorkTagType, readonly string[]>> {
  const tags: Partial<Record<WorkTagType, readonly string[]>> = {};
  for (const [type, pattern] of labels) {
    const row = rows.find(({ label }) => pattern.test(label));
    if (row === undefined) continue;
    const words = wordsOf(row.value);
    // Older files have words where newer ones have links.
    tags[type] = row.links.length > 0 ? row.links : words.split(/\s*,\s*/).filter(Boolean);
  }
  return tags;
}

const categories = new Set(['F/F', 'F/M', 'M/M', 'Gen', 'Multi', 'Other']);

/**
 * Rating, warnings and fandoms are always there; what is missing between them, the names tell. Some
 * languages have some labels in common with English: those are believed.
 */
function tagsByOrder(rows: readonly Row[]): Partial<Record<WorkTagType, readonly string[]>> {
  const waiting = rows.map((row) => ({ ...row, said: typeLabelled(row.label) }));
  const tags: Partial<Record<WorkTagType, readonly string[]>> = {};
  const take = (type: WorkTagType, fits: (names: readonly string[]) => boolean) => {
    const [first] = waiting;
    if (first === undefined || (first.said !== null && first.said !== type)) return;
    if (first.said === null && waiting.some(({ said }) => said === type)) return;
    if (first.said === null && !fits(first.links)) return;
    tags[type] = first.links;
    waiting.shift();
  };
  take('rating', () => true);
  take('warning', () => true);
  take('category', (names) => names.every((name) => categories.has(name)));
  take('fandom', () => true);
  take('relationship', (names) => names.some((name) => /\S\/\S| & /.test(name)));
  take('character', () => waiting.length > 1);
  take('freeform', () => true);
  return tags;
}

function leadsTo(row: Row, pattern: RegExp): boolean {
  return elementsBelow(row.value).some((node) => pattern.test(attribute(node, 'href')));
}

function statsOf(value: MarkupNode | undefined) {
  const words = wordsOf(value);
  const dates = words.match(/\b\d{4}-\d{2}-\d{2}\b/g);
  if (dates === null) return null;
  const expected = /\b\d+\/(\d+)\b/.exec(words)?.[1];
  return {
    published: dates[0] ?? null,
    updated: dates[1] ?? null,
    expectedChapters: expected === undefined ? null : Number(expected),
  };
}

/** `Part 2 of <a>The Long Winter</a>, Part 1 of ...` */
function readSeries(value: MarkupNode): BroughtSeries[] {
  const series: BroughtSeries[] = [];
  let before = '';
  for (const node of childrenOf(value)) {
    if (node.name === '#text') before = node.text;
    if (node.name !== 'a') continue;
    const number = /\d+/.exec(before.slice(before.lastIndexOf(',') + 1))?.[0];
    series.push({ title: wordsOf(node), position: number === undefined ? null : Number(number) });
  }
  return series;
}
