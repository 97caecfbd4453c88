// An address's parameters as a filter. Never throws: what is malformed is left out, and said.
import type { QueryOrder } from '../../../engine/query-language/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { type TagType, workTagTypes } from '../../tags/index.ts';
import { isLanguageTag } from '../../works/index.ts';
import {
  emptyFilter,
  fandomsAsked,
  type ListScope,
  type SortName,
  usualSort,
  type WorksFilter,
} from '../filter.ts';
import type { LookUp } from '../look-up.ts';
import { text } from '../messages.ts';
import { namesakesMeant } from '../query/names-meant.ts';
import { statesInOrder, stateWord, stateWords } from '../query/own-words.ts';
import { type BoxRead, type FormFields, readBox } from '../query/read-box.ts';
import { noteOfName } from '../query/sentences.ts';
import {
  ascendsByItself,
  excludeName,
  idsNames,
  includeName,
  namesOfType,
  sortColumns,
} from './names.ts';
import { readRanges } from './read-ranges.ts';
import {
  type FilterWarning,
  isNameable,
  Reading,
  readId,
  splitNames,
  type TypedName,
} from './reading.ts';
import { readTagTerm, tagsOfAnyType } from './tag-terms.ts';

export type { FilterWarning } from './reading.ts';

export type ReadFilter = {
  readonly filter: WorksFilter;
  /** All that is to be said, of the box too; places count in the value of each parameter. */
  readonly warnings: readonly FilterWarning[];
  /** The box as it was typed, and what is to be said of places in it. */
  readonly box: { readonly typed: string; readonly warnings: readonly FilterWarning[] };
};

/**
 * Reads `q`, `work_search[...]`, the filters by number, and `include`, `exclude`, `sort`. What the
 * box says fills the form's fields where they are free. `scope`: of the list that is filtered.
 */
export function readFilter(
  query: URLSearchParams,
  lookUp: LookUp,
  now: number,
  scope: ListScope = {},
): ReadFilter {
  const reading = new Reading(query, lookUp);
  const fandoms = fandomsSoFar(reading, scope);
  readIds(reading);
  readNames(reading, fandoms);
  readTerms(reading);
  const fields: FormFields = {
    creators: readCreators(reading),
    title: squeezed(reading.all('title')),
    language: readLanguage(reading),
    ranges: readRanges(reading, now),
    complete: readFlag(reading, 'complete'),
    series: readFlag(reading, 'series'),
    crossover: readFlag(reading, 'crossover'),
    oneRelationship: readFlag(reading, 'otp'),
    states: readStates(reading),
  };
  const typed = [...query.getAll('q'), ...reading.all('query')];
  return withBox(reading, readBox(reading, typed, fields, fandoms), scope);
}

/**
 * The list parameters of the JSON API: `q`, `include` and `exclude` (a number or `type:name`; a
 * comma inside one `include` means or), `sort` (`-` reverses).
 */
export function readCall(
  query: URLSearchParams,
  lookUp: LookUp,
  scope: ListScope = {},
): ReadFilter {
  const reading = new Reading(query, lookUp);
  readTerms(reading);
  const fandoms = fandomsSoFar(reading, {});
  return withBox(reading, readBox(reading, query.getAll('q'), emptyFilter, fandoms), scope);
}

/** The fandoms asked for by what has been read, each group looked at once. */
function fandomsSoFar({ include, lookUp }: Reading, scope: ListScope): () => readonly TagId[] {
  const found = fandomsAsked({ include: [] }, scope, lookUp);
  let seen = 0;
  return () => {
    found.push(...fandomsAsked({ include: include.slice(seen) }, {}, lookUp));
    seen = include.length;
    return found;
  };
}

function withBox(reading: Reading, box: BoxRead, { order }: ListScope): ReadFilter {
  const ordered = order !== undefined;
  const said = { ...box.fields, ...reading.tags(), text: box.text, ordered };
  return {
    filter: { ...said, ...readSort(reading, box.order, usualSort(said)) },
    warnings: [...reading.warnings, ...box.warnings],
    box: { typed: box.typed, warnings: box.warnings },
  };
}

function readIds(reading: Reading): void {
  const { query } = reading;
  const ratings: TagId[] = [];
  for (const type of workTagTypes) {
    const wanted = [...reading.all(idsNames[type]), ...query.getAll(includeName(type))];
    for (const id of wanted.flatMap((value) => readId(reading, value))) {
      // A work has one rating: of several wanted ones any will do.
      if (type === 'rating') ratings.push(id);
      else reading.include.push([id]);
    }
    for (const value of query.getAll(excludeName(type))) {
      reading.exclude.push(...readId(reading, value));
    }
  }
  if (ratings.length > 0) reading.include.push(ratings);
}

function readNames(reading: Reading, fandoms: () => readonly TagId[]): void {
  for (const [name, type] of [...namesOfType, ['other_tag_names', null] as const]) {
    for (const typed of reading.all(name).flatMap(splitNames)) {
      const tags = tagsOf(reading, typed, type, fandoms());
      if (tags.length > 0) reading.include.push(tags);
      else if (isNameable(reading, typed)) reading.unknownIncluded.push({ type, name: typed.name });
    }
  }
  for (const typed of reading.all('excluded_tag_names').flatMap(splitNames)) {
    const tags = tagsOf(reading, typed, null, fandoms());
    reading.exclude.push(...tags);
    if (tags.length === 0 && isNameable(reading, typed)) {
      reading.unknownExcluded.push({ type: null, name: typed.name });
    }
  }
}

function tagsOf(
  reading: Reading,
  { name, start, end }: TypedName,
  type: TagType | null,
  fandoms: readonly TagId[],
): readonly TagId[] {
  const { lookUp } = reading;
  const types = type === null ? tagsOfAnyType : [type];
  const tags = lookUp.tagsNamed(name, types).map((tag) => tag.id);
  if (tags.length > 0) return tags;
  const meant = namesakesMeant(name, types, { lookUp, fandoms });
  if (meant?.note?.kind === 'several') {
    const message = noteOfName({ kind: 'name', text: name, start, end }, meant.note);
    reading.warnings.push({ message, start, end });
  }
  return meant?.tags ?? [];
}

function readTerms(reading: Reading): void {
  const { query } = reading;
  for (const value of query.getAll('include')) {
    const terms = splitNames(value).map((typed) => readTagTerm(reading, typed));
    const group = terms.flatMap(({ tags }) => tags);
    if (group.length > 0) reading.include.push(group);
    else reading.unknownIncluded.push(...terms.flatMap(({ unknown }) => unknown));
  }
  for (const value of query.getAll('exclude')) {
    for (const typed of splitNames(value)) {
      const { tags, unknown } = readTagTerm(reading, typed);
      reading.exclude.push(...tags);
      reading.unknownExcluded.push(...unknown);
    }
  }
}

function readCreators(reading: Reading): string[] {
  const typed = reading.all('creators').flatMap(splitNames);
  for (const { name, start, end } of typed) {
    if (reading.lookUp.hasCreator(name)) continue;
    reading.warnings.push({ message: text.warnNoSuchCreator({ name }), start, end });
  }
  return [...new Set(typed.map(({ name }) => name))];
}

function readLanguage(reading: Reading): string {
  const value = reading.last('language_id').trim();
  if (value === '') return '';
  const known = reading.lookUp.languages.find(value);
  if (known !== null) return known.tag;
  if (isLanguageTag(value)) {
    reading.warn(text.warnNoSuchLanguage({ value }), value);
    return value.toLowerCase();
  }
  reading.warn(text.warnLanguage({ value }), value);
  return '';
}

function readStates(reading: Reading): FormFields['states'] {
  const values = reading.all('state');
  if (values.length > 0 && !reading.lookUp.marks) reading.warn(text.warnGuestMarks(), '');
  const words = values.flatMap((value) => {
    const word = stateWord(value);
    if (word === null) reading.warn(text.warnState({ value, words: stateWords.join(', ') }), value);
    return word ?? [];
  });
  return statesInOrder(words);
}

function readFlag(reading: Reading, name: string): boolean | null {
  const value = reading.last(name).trim();
  if (value === '') return null;
  if (/^(t|true|1|yes)$/i.test(value)) return true;
  if (/^(f|false|0|no)$/i.test(value)) return false;
  reading.warn(text.warnFlag({ value }), value);
  return null;
}

function readSort(
  reading: Reading,
  order: QueryOrder | null,
  usual: SortName,
): Pick<WorksFilter, 'sort' | 'reversed' | 'seed'> {
  const asked = order === null ? readCallSort(reading) : orderOf(order);
  const { sort, reversed } = asked ?? readSearchSort(reading, usual);
  const typed = /^\d{1,9}$/.exec(reading.last('seed'))?.[0];
  const seed = order?.seed ?? Number(typed ?? emptyFilter.seed);
  return { sort, reversed, seed: sort === 'random' ? seed % 2 ** 32 : emptyFilter.seed };
}

type Sorted = Pick<WorksFilter, 'sort' | 'reversed'>;

function orderOf({ name, reversed, direction }: QueryOrder): Sorted {
  const sort = name as SortName;
  if (sort === 'random') return { sort, reversed: false };
  if (direction === null) return { sort, reversed };
  return { sort, reversed: reversed !== ((direction === 'ascending') !== ascendsByItself(sort)) };
}

function readSearchSort(reading: Reading, usual: SortName): Sorted {
  const column = reading.last('sort_column').trim();
  const known = sortColumns.find(([name]) => name === column);
  if (column !== '' && known === undefined) reading.warn(text.warnSort({ value: column }), column);
  const sort = known?.[1] ?? usual;
  const direction = reading.last('sort_direction').trim().toLowerCase();
  if (direction === '' || sort === 'random') return { sort, reversed: false };
  if (direction !== 'asc' && direction !== 'desc') {
    reading.warn(text.warnDirection({ value: direction }), direction);
    return { sort, reversed: false };
  }
  return { sort, reversed: (direction === 'asc') !== ascendsByItself(sort) };
}

function readCallSort(reading: Reading): Sorted | null {
  const value = reading.query.getAll('sort').at(-1)?.trim() ?? '';
  if (value === '') return null;
  const reversed = value.startsWith('-');
  const name = reversed ? value.slice(1) : value;
  const known = sortColumns.find(([, sort]) => sort === name);
  if (known === undefined) reading.warn(text.warnSort({ value }), value);
  return known === undefined ? null : { sort: known[1], reversed: reversed && name !== 'random' };
}

function squeezed(values: readonly string[]): string {
  return values.join(' ').replace(/\s+/gu, ' ').trim();
}
