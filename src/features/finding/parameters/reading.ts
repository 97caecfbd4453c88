// What is gathered while the parameters of an address are read, one kind after the other.
import { parseId, type TagId } from '../../../shared/ids.ts';
import { tagNameCharactersMax, tidyTagName } from '../../tags/index.ts';
import type { UnknownTag, WorksFilter } from '../filter.ts';
import type { LookUp } from '../look-up.ts';
import { text } from '../messages.ts';
import { searchName } from './names.ts';

/** A sentence about one parameter; `start` and `end` are places in its value, end exclusive. */
export type FilterWarning = {
  readonly message: string;
  readonly start: number;
  readonly end: number;
};

export class Reading {
  readonly query: URLSearchParams;
  readonly lookUp: LookUp;
  readonly warnings: FilterWarning[] = [];
  readonly include: (readonly TagId[])[] = [];
  readonly exclude: TagId[] = [];
  readonly unknownIncluded: UnknownTag[] = [];
  readonly unknownExcluded: UnknownTag[] = [];

  constructor(query: URLSearchParams, lookUp: LookUp) {
    this.query = query;
    this.lookUp = lookUp;
  }

  /** Values of `work_search[name]` and `work_search[name][]` that are not empty. */
  all(name: string): string[] {
    const values = [searchName(name), `${searchName(name)}[]`].flatMap((each) =>
      this.query.getAll(each),
    );
    return values.filter((value) => value.trim() !== '');
  }

  /** The last one, as forms with a hidden twin send it; empty for none. */
  last(name: string): string {
    return this.all(name).at(-1) ?? '';
  }

  warn(message: string, value: string, start = 0, end = start + value.length): void {
    this.warnings.push({ message, start, end });
  }

  /** Tags in one order, each group once: the same filter has one form. */
  tags(): Pick<WorksFilter, 'include' | 'exclude' | 'unknown'> {
    return {
      include: inOrder(this.include),
      exclude: inOrder(this.exclude.map((id) => [id])).flat(),
      unknown: { include: each(this.unknownIncluded), exclude: each(this.unknownExcluded) },
    };
  }
}

export type TypedName = { readonly name: string; readonly start: number; readonly end: number };

/** Splits at the commas of any script, as fields of tags are split. */
export function splitNames(value: string): TypedName[] {
  return [...value.matchAll(/[^,，、،﹐､]+/gu)].flatMap(({ 0: part, index }) => {
    const name = tidyTagName(part);
    if (name === '') return [];
    const start = index + part.length - part.trimStart().length;
    return [{ name, start, end: index + part.trimEnd().length }];
  });
}

/** A number that is no tag stays: it finds nothing, like one that tools know and we do not. */
export function readId(reading: Reading, value: string, start = 0): TagId[] {
  if (value.trim() === '') return [];
  const id = parseId<TagId>(value.trim());
  if (id === null) {
    reading.warn(text.warnNumber({ value }), value, start);
    return [];
  }
  const tag = reading.lookUp.tag(id);
  if (tag === null) reading.warn(text.warnNoSuchNumber({ value }), value, start);
  return [tag?.id ?? id];
}

/** Says that there is no tag of the name; false for what could never be one. */
export function isNameable(reading: Reading, { name, start, end }: TypedName): boolean {
  const fits = [...name].length <= tagNameCharactersMax;
  const message = fits ? text.warnNoSuchTag({ name }) : text.warnNameTooLong();
  reading.warnings.push({ message, start, end });
  return fits;
}

function inOrder(groups: readonly (readonly TagId[])[]): TagId[][] {
  const sorted = groups.map((group) => [...new Set(group)].sort((a, b) => a - b));
  const byKey = new Map(sorted.map((group) => [group.join(), group]));
  return [...byKey.values()].sort(
    (a, b) => (a[0] as number) - (b[0] as number) || (a.join() < b.join() ? -1 : 1),
  );
}

function each(names: readonly UnknownTag[]): UnknownTag[] {
  const byKey = new Map(names.map((one) => [`${one.type}:${one.name}`, one]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
