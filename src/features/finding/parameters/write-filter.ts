// A filter as an address's parameters: what `readFilter` reads back as the same filter.
import type { TagId } from '../../../shared/ids.ts';
import { isOpenType, type TagType, type WorkTagType } from '../../tags/index.ts';
import { emptyFilter, type UnknownTag, usualSort, type WorksFilter } from '../filter.ts';
import type { LookUp } from '../look-up.ts';
import {
  ascendsByItself,
  excludeName,
  includeName,
  namesOfType,
  rangeNames,
  searchName,
  sortColumns,
} from './names.ts';
import { writeDate, writeNumberRange } from './numbers.ts';

/** What a filter needs to be written: the type of a tag by its number. */
export type TypeOf = (id: TagId) => TagType | null;

/** The types as the asker knows them. */
export function typesOf(lookUp: LookUp): TypeOf {
  return (id) => lookUp.tag(id)?.type ?? null;
}

/**
 * The parameters of a filter, in one order, without those that say nothing. Ranges of days are
 * written by whole days.
 */
export function filterQuery(filter: WorksFilter, typeOf: TypeOf): URLSearchParams {
  const query = new URLSearchParams();
  const put = (name: string, value: string) => {
    if (value !== '') query.append(searchName(name), value);
  };
  put('query', filter.text);
  put('title', filter.title);
  put('creators', filter.creators.join(','));
  writeTags(query, filter, typeOf);
  writeUnknown(query, filter);
  put('language_id', filter.language);
  writeRanges(put, filter);
  put('complete', flag(filter.complete));
  put('series', flag(filter.series));
  put('crossover', flag(filter.crossover));
  put('otp', flag(filter.oneRelationship));
  for (const state of filter.states) put('state', state);
  writeSort(put, filter);
  return query;
}

/** The address of a page of a list; the number comes first, where tools look for it. */
export function pageHref(address: string, query: URLSearchParams, page: number): string {
  const rest = query.toString();
  return `${address}?page=${page}${rest === '' ? '' : `&${rest}`}`;
}

/** The address of a list with a filter, at its first page. */
export function filterHref(address: string, query: URLSearchParams): string {
  return query.size === 0 ? address : `${address}?${query}`;
}

function writeTags(query: URLSearchParams, filter: WorksFilter, typeOf: TypeOf): void {
  const isRating = (group: readonly TagId[]) => group.every((id) => typeOf(id) === 'rating');
  const ratings = filter.include.find(isRating);
  for (const group of filter.include) {
    const [only] = group;
    const type = only === undefined || group.length > 1 ? null : workType(typeOf(only));
    if (group === ratings) {
      for (const id of group) query.append(includeName('rating'), String(id));
    } else if (type === null || type === 'rating') query.append('include', group.join());
    else query.append(includeName(type), String(only));
  }
  for (const id of filter.exclude) {
    const type = workType(typeOf(id));
    query.append(type === null ? 'exclude' : excludeName(type), String(id));
  }
}

function workType(type: TagType | null): WorkTagType | null {
  return type === 'media' ? null : type;
}

function writeUnknown(query: URLSearchParams, { unknown }: WorksFilter): void {
  const named = (tags: readonly UnknownTag[], type: TagType | null) =>
    tags
      .filter((tag) => tag.type === type)
      .map((tag) => tag.name)
      .join(',');
  for (const [name, type] of [...namesOfType, ['other_tag_names', null] as const]) {
    const names = named(unknown.include, type);
    if (names !== '') query.append(searchName(name), names);
  }
  const excluded = named(unknown.exclude, null);
  if (excluded !== '') query.append(searchName('excluded_tag_names'), excluded);
  for (const { type, name } of unknown.include) {
    if (type !== null && !isOpenType(type)) query.append('include', `${type}:${name}`);
  }
  for (const { type, name } of unknown.exclude) {
    if (type !== null) query.append('exclude', `${type}:${name}`);
  }
}

type Put = (name: string, value: string) => void;

function writeRanges(put: Put, { ranges }: WorksFilter): void {
  const { words = {}, updated = {}, chapters } = ranges;
  // The two fields hold no number below 0, which “<0” stands for: it finds nothing.
  const isNothing = words.max !== undefined && words.max < 0;
  if (isNothing) put('word_count', writeNumberRange(words));
  put('words_from', words.min === undefined || isNothing ? '' : String(words.min));
  put('words_to', words.max === undefined || isNothing ? '' : String(words.max));
  for (const [name, column] of rangeNames) put(name, writeNumberRange(ranges[column] ?? {}));
  put('date_from', updated.min === undefined ? '' : writeDate(updated.min));
  put('date_to', updated.max === undefined ? '' : writeDate(updated.max));
  if (chapters !== undefined) put('single_chapter', '1');
}

function flag(value: boolean | null): string {
  if (value === null) return '';
  return value ? 'T' : 'F';
}

function writeSort(put: Put, filter: WorksFilter): void {
  const { sort, reversed, seed } = filter;
  const column = sortColumns.find(([, name]) => name === sort)?.[0] ?? '';
  put('sort_column', sort === usualSort(filter) ? '' : column);
  if (reversed) put('sort_direction', ascendsByItself(sort) ? 'desc' : 'asc');
  if (sort === 'random' && seed !== emptyFilter.seed) put('seed', String(seed));
}
