// What the forms of saved filters send.
import type { FieldError, Form } from '../../kit/http/index.ts';
import { parseId, type TagId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { countCharacters, normaliseLine } from '../../text/index.ts';
import { returnPath } from '../accounts/index.ts';
import { type Finding, queryCharactersMax, readQuery } from '../finding/index.ts';
import { findTagsByIds } from '../tags/index.ts';
import { worksUrl } from '../works/urls.ts';
import type { FilterInput } from './actions.ts';
import { filterNameCharactersMax, listPathCharactersMax } from './limits.ts';
import { text } from './messages.ts';
import type { SavedFilter } from './saved-filter.ts';

export type Asking = {
  readonly parts: Parts;
  readonly finding: Finding;
  readonly viewer: Member;
};

export type ReadInput =
  | { readonly input: FilterInput }
  | { readonly problems: readonly FieldError[] };

/** `list`: of a filter that is changed, which stays for the list that it was made for. */
export async function readInput(
  form: Form,
  asking: Asking,
  list: SavedFilter['list'],
): Promise<ReadInput> {
  const name = normaliseLine(form.text('name'));
  const typed = form.text('query').trim();
  const problems = [...nameProblems(name), ...queryProblems(typed)];
  if (problems.length > 0) return { problems };
  const query = await keptQuery(typed, asking, list);
  if (query === '') return { problems: [{ field: 'query', detail: text.queryEmpty() }] };
  if (query.length > queryCharactersMax) return { problems: [tooLong()] };
  return { input: { name, query, list, isDefault: form.ticked('default') } };
}

/** The list that a form or a link names; all works for none that there could be. */
export async function readList(
  value: (name: string) => string,
  { parts, finding, viewer }: Asking,
): Promise<SavedFilter['list']> {
  const path = returnPath(value('list')) ?? worksUrl;
  const id = parseId<TagId>(value('tag'));
  const tag = id === null ? undefined : (await findTagsByIds(parts.database.read, [id])).get(id);
  const isKnown = tag !== undefined && (await finding.knows(viewer, tag));
  return {
    path: path.length > listPathCharactersMax ? worksUrl : (path.split(/[?#]/)[0] as string),
    tag: isKnown ? tag.id : null,
  };
}

async function keptQuery(
  typed: string,
  { parts, finding, viewer }: Asking,
  list: SavedFilter['list'],
): Promise<string> {
  const now = parts.clock.now();
  return (await readQuery(finding, viewer, now, typed, list.tag)).byNumbers;
}

function nameProblems(name: string): FieldError[] {
  if (name === '') return [{ field: 'name', detail: text.nameEmpty() }];
  if (countCharacters(name) <= filterNameCharactersMax) return [];
  return [{ field: 'name', detail: text.nameLong({ most: filterNameCharactersMax }) }];
}

function queryProblems(typed: string): FieldError[] {
  if (typed === '') return [{ field: 'query', detail: text.queryEmpty() }];
  return typed.length > queryCharactersMax ? [tooLong()] : [];
}

function tooLong(): FieldError {
  return { field: 'query', detail: text.queryLong({ most: queryCharactersMax }) };
}
