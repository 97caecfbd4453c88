// A filter as a page shows it: chips to take away, fields as they were typed.
import { allOf, printNode } from '../../engine/query-language/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { caseKey } from '../../text/index.ts';
import { type WorkTagType, workTagTypes } from '../tags/index.ts';
import { type UnknownTag, usualSort, type WorksFilter } from './filter.ts';
import type { KnownTag } from './index/works-index.ts';
import type { LookUp } from './look-up.ts';
import { excludeName, includeName, searchName } from './parameters/names.ts';
import { filterQuery, typesOf } from './parameters/write-filter.ts';
import type { StateWord } from './query/own-words.ts';
import { parseWorksQuery } from './query/works-language.ts';

/** By its tag, and as the archive calls it. */
export type LanguageChoice = { readonly language: string; readonly name: string };

/** One part of a filter, and the filter without it. */
export type Chip = { readonly label: ChipLabel; readonly without: WorksFilter };

export type ChipLabel =
  | { readonly kind: 'tags'; readonly names: readonly string[] }
  | { readonly kind: 'without'; readonly name: string }
  | { readonly kind: 'creator'; readonly name: string }
  /** `query`: a condition as the box has it. */
  | { readonly kind: 'words' | 'title' | 'query'; readonly text: string }
  | { readonly kind: 'language'; readonly name: string }
  | {
      readonly kind: 'range';
      readonly column: string;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly kind: 'states'; readonly words: readonly StateWord[] }
  | { readonly kind: 'complete' | 'series' | 'crossover' | 'otp'; readonly wanted: boolean };

/** The parts of a filter in use, in the order in which they are read. */
export function chipsOf(filter: WorksFilter, lookUp: LookUp): Chip[] {
  const chips: Chip[] = [];
  const add = (label: ChipLabel, change: Partial<WorksFilter>) => {
    const without = { ...filter, ...change };
    // Nothing is the best match of no words.
    const sort = filter.sort === usualSort(filter) ? usualSort(without) : filter.sort;
    chips.push({ label, without: { ...without, sort } });
  };
  const nameOf = (id: TagId) => lookUp.tag(id)?.name ?? String(id);
  for (const { label, rest } of partsOfBox(filter.text)) add(label, { text: rest });
  if (filter.title !== '') add({ kind: 'title', text: filter.title }, { title: '' });
  for (const name of filter.creators) {
    const creators = filter.creators.filter((other) => other !== name);
    add({ kind: 'creator', name }, { creators });
  }
  const { unknown } = filter;
  for (const group of filter.include) {
    const names = [...new Set(group.map(nameOf))];
    add({ kind: 'tags', names }, { include: filter.include.filter((other) => other !== group) });
  }
  for (const tag of unknown.include) {
    const include = unknown.include.filter((other) => other !== tag);
    add({ kind: 'tags', names: [tag.name] }, { unknown: { ...unknown, include } });
  }
  for (const id of filter.exclude) {
    const exclude = filter.exclude.filter((other) => other !== id);
    add({ kind: 'without', name: nameOf(id) }, { exclude });
  }
  for (const tag of unknown.exclude) {
    const exclude = unknown.exclude.filter((other) => other !== tag);
    add({ kind: 'without', name: tag.name }, { unknown: { ...unknown, exclude } });
  }
  addFacts(filter, lookUp, add);
  return chips;
}

/** Words that stand together are one part, every other condition is its own. */
function partsOfBox(box: string): { readonly label: ChipLabel; readonly rest: string }[] {
  const { where } = parseWorksQuery(box);
  const nodes = where.kind === 'all' ? where.of : [where];
  const words = nodes.filter((node) => node.kind === 'words' && node.field === null);
  const groups = [
    ...(words.length === 0 ? [] : [words]),
    ...nodes.flatMap((node) => {
      return words.includes(node) ? [] : [[node]];
    }),
  ];
  return groups.map((group) => ({
    label: { kind: group === words ? 'words' : 'query', text: printNode(allOf(group)) },
    rest: printNode(allOf(nodes.filter((node) => !group.includes(node)))),
  }));
}

function addFacts(
  filter: WorksFilter,
  { languages }: LookUp,
  add: (label: ChipLabel, change: Partial<WorksFilter>) => void,
): void {
  const { language, ranges, complete, series, crossover, oneRelationship, states } = filter;
  if (language !== '') {
    add({ kind: 'language', name: languages.nameOf(language) }, { language: '' });
  }
  for (const [column, range] of Object.entries(ranges)) {
    const others = Object.entries(ranges).filter(([name]) => name !== column);
    add({ kind: 'range', column, ...range }, { ranges: Object.fromEntries(others) });
  }
  if (complete !== null) add({ kind: 'complete', wanted: complete }, { complete: null });
  if (series !== null) add({ kind: 'series', wanted: series }, { series: null });
  if (crossover !== null) add({ kind: 'crossover', wanted: crossover }, { crossover: null });
  if (oneRelationship !== null) {
    add({ kind: 'otp', wanted: oneRelationship }, { oneRelationship: null });
  }
  if (states.length > 0) add({ kind: 'states', words: states }, { states: [] });
}

/** Languages to choose from: those that works are in, and the one asked for. */
export function languageChoices(
  counted: readonly LanguageChoice[],
  { language }: WorksFilter,
  { languages }: LookUp,
): readonly LanguageChoice[] {
  if (language === '' || counted.some((one) => one.language === language)) return counted;
  return [...counted, { language, name: languages.nameOf(language) }];
}

/** Tags that are wanted by themselves, and ratings of which any will do: each has its box. */
export function tagsAlone(filter: WorksFilter, lookUp: LookUp): KnownTag[] {
  const ratings = filter.include.find((group) =>
    group.every((id) => lookUp.tag(id)?.type === 'rating'),
  );
  return filter.include
    .filter((group) => group.length === 1 || group === ratings)
    .flatMap((group) => group.flatMap((id) => lookUp.tag(id) ?? []))
    .filter((tag) => tag.type !== 'media');
}

/** Fields that a form shows; every other parameter of the filter travels in hidden ones. */
export function hiddenFields(
  filter: WorksFilter,
  lookUp: LookUp,
  shown: readonly string[],
): [string, string][] {
  const names = new Set([
    ...shown.map(searchName),
    ...workTagTypes.flatMap((type) => [includeName(type), excludeName(type)]),
  ]);
  return [...filterQuery(filter, typesOf(lookUp))].filter(([name]) => !names.has(name));
}

/** What would have to be typed into a field of names to mean what the filter holds. */
export type TypedNames = {
  readonly fandom: readonly string[];
  readonly character: readonly string[];
  readonly relationship: readonly string[];
  readonly freeform: readonly string[];
  /** One name that several types share. */
  readonly other: readonly string[];
  readonly excluded: readonly string[];
};

/** Names by the fields of the search form. */
export function typedNames(filter: WorksFilter, lookUp: LookUp): TypedNames {
  const ofType = (type: WorkTagType) => [
    ...filter.include
      .filter((group) => group.length === 1)
      .flatMap(([id]) => lookUp.tag(id as TagId) ?? [])
      .filter((tag) => tag.type === type)
      .map((tag) => tag.name),
    ...filter.unknown.include.filter((tag) => tag.type === type).map((tag) => tag.name),
  ];
  const shared = filter.include.flatMap((group) => sharedName(group, lookUp) ?? []);
  const excluded = filter.exclude.flatMap((id) => lookUp.tag(id)?.name ?? []);
  return {
    fandom: ofType('fandom'),
    character: ofType('character'),
    relationship: ofType('relationship'),
    freeform: ofType('freeform'),
    other: [...shared, ...namesWithoutType(filter.unknown.include)],
    excluded: [...new Set([...excluded, ...namesWithoutType(filter.unknown.exclude)])],
  };
}

/** Names that were typed for a tag of any type, and are none. */
export function namesWithoutType(tags: readonly UnknownTag[]): string[] {
  return tags.filter((tag) => tag.type === null).map((tag) => tag.name);
}

/** The one name of a group of several tags; null where they have several. */
export function sharedName(group: readonly TagId[], lookUp: LookUp): string | null {
  const names = group.map((id) => lookUp.tag(id)?.name ?? '');
  const isOne = group.length > 1 && new Set(names.map(caseKey)).size === 1;
  return isOne ? (names[0] as string) : null;
}
