// What readers keep to themselves, as conditions: what they have marked, what they have bookmarked.
// Features above know which works these are; a guest keeps nothing.
import type { Clause } from '../../../engine/index.ts';
import { leavesOf } from '../../../engine/query-language/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Member, Viewer } from '../../../shared/viewer.ts';
import type { WorksFilter } from '../filter.ts';
import type { NamesLeaf } from './names-meant.ts';
import { isOwnField, type OwnField, ownWord, stateWords, unmarked } from './own-words.ts';
import { parseWorksQuery } from './works-language.ts';

/** Answers for one field of the query language. */
export type OwnWorks = {
  readonly field: OwnField;
  /** Works that the member means by one of the field's words; null: nothing has that name. */
  readonly find: (reader: Reader, member: Member, word: string) => Promise<Iterable<WorkId> | null>;
};

/** What was found of the viewer's own before the engine is asked. */
export type FoundOwn = {
  /** Names of shelves that were asked for and are none of the viewer’s. */
  readonly missing: readonly string[];
  ownOf(field: OwnField, word: string): Float64Array;
};

type Asked = { readonly field: OwnField; readonly word: string };

/** Whether the filter asks for what its reader keeps: others find other works by it. */
export function asksForOwn(filter: Pick<WorksFilter, 'states' | 'text'>): boolean {
  return filter.states.length > 0 || leavesOfOwn(filter.text).length > 0;
}

/** Asks for every word of the filter's once. */
export async function findOwn(
  sources: readonly OwnWorks[],
  reader: Reader,
  filter: WorksFilter,
  viewer: Viewer,
): Promise<FoundOwn> {
  const found = new Map<string, Float64Array>();
  const missing: string[] = [];
  for (const { field, word } of viewer.kind === 'guest' ? [] : wordsAsked(filter)) {
    const key = `${field}:${word}`;
    const source = found.has(key) ? undefined : sources.find((each) => each.field === field);
    const works = await source?.find(reader, viewer as Member, word);
    if (source === undefined) continue;
    found.set(key, Float64Array.from(works ?? []));
    if (works === null && field === 'shelf') missing.push(word);
  }
  return { missing, ownOf: (field, word) => found.get(`${field}:${word}`) ?? none };
}

const none = new Float64Array(0);

/** Works of any of the words. */
export function ownClause(field: OwnField, words: readonly string[], found: FoundOwn): Clause {
  const of = words.map((word): Clause => {
    const isRest = field === 'state' && word === unmarked;
    return isRest ? { kind: 'not', of: anyState(found) } : documents(field, word, found);
  });
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: 'any', of };
}

/** The same for a condition of a query; words that the field does not have mean nothing. */
export function ownLeafClause(field: OwnField, leaf: NamesLeaf, found: FoundOwn): Clause {
  return ownClause(field, wordsOfLeaf(field, leaf), found);
}

function anyState(found: FoundOwn): Clause {
  const marked = stateWords.filter((word) => word !== unmarked);
  return { kind: 'any', of: marked.map((word) => documents('state', word, found)) };
}

function documents(field: OwnField, word: string, found: FoundOwn): Clause {
  return { kind: 'documents', ids: found.ownOf(field, word) };
}

/** Works that nobody has marked are those that are in no other state. */
function wordsAsked({ states, text }: WorksFilter): Asked[] {
  const typed = leavesOfOwn(text).flatMap(({ field, leaf }) =>
    wordsOfLeaf(field, leaf).map((word): Asked => ({ field, word })),
  );
  const asked = [...states.map((word): Asked => ({ field: 'state', word })), ...typed];
  const isRestAsked = asked.some(({ field, word }) => field === 'state' && word === unmarked);
  const all = isRestAsked ? stateWords.map((word): Asked => ({ field: 'state', word })) : [];
  return [...asked, ...all].filter(({ field, word }) => field !== 'state' || word !== unmarked);
}

function leavesOfOwn(text: string): { readonly field: OwnField; readonly leaf: NamesLeaf }[] {
  if (text === '') return [];
  return [...leavesOf(parseWorksQuery(text).where)].flatMap(({ leaf }) => {
    if (leaf.kind !== 'names' || !isOwnField(leaf.field)) return [];
    return [{ field: leaf.field, leaf }];
  });
}

function wordsOfLeaf(field: OwnField, { of }: NamesLeaf): string[] {
  return of.flatMap((name) => (name.kind === 'name' ? (ownWord(field, name.text) ?? []) : []));
}
