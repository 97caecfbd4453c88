// Saved filters of the member who asks: the list, a new one, changing, opening, forgetting.
import { found, Refused } from '../../kit/http/index.ts';
import { parseId, type TagId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { type Finding, queryHref, readQuery } from '../finding/index.ts';
import { findTagsByIds } from '../tags/index.ts';
import { worksUrl } from '../works/urls.ts';
import { changeFilter, chooseDefault, forgetFilter, saveFilter } from './actions.ts';
import { readInput, readList } from './forms.ts';
import { text } from './messages.ts';
import { type FilterForm, filterFormPage } from './pages/filter-form-page.ts';
import { filtersPage, type ShownFilter } from './pages/filters-page.ts';
import type { FilterId, SavedFilter } from './saved-filter.ts';
import { findFilter, listFilters } from './store.ts';
import { filtersUrl } from './urls.ts';

export function showFilters(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const { read } = parts.database;
    const filters = await listFilters(read, ask.viewer.userId);
    const tags = await findTagsByIds(
      read,
      filters.flatMap(({ list }) => list.tag ?? []),
    );
    const shown: ShownFilter[] = [];
    for (const filter of filters) {
      const query = await readKept(finding, ask, parts, filter);
      const tag = filter.list.tag === null ? undefined : tags.get(filter.list.tag);
      shown.push({ filter, query, listTag: tag?.name ?? null });
    }
    return answerPage(ask, filtersPage(shown, ask.frame().formToken));
  };
}

/** To the list that the filter was made for, or to all works. */
export function openFilter(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const filter = await filterAsked(ask, parts);
    const { byNames } = await readKept(finding, ask, parts, filter);
    const everywhere = ask.query.get('in') === 'works';
    const { path, tag } = everywhere ? { path: worksUrl, tag: null } : filter.list;
    // The address of a tag's list follows its name.
    const address = tag === null ? path : `${worksUrl}?tag_id=${tag}`;
    return found(queryHref(address, byNames));
  };
}

export function showNewFilter(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const value = (name: string) => ask.query.get(name) ?? '';
    const list = await readList(value, { parts, finding, viewer: ask.viewer });
    return answerForm(ask, { ...emptyForm, query: value('q'), list });
  };
}

export function submitNewFilter(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const form = await ask.form();
    const asking = { parts, finding, viewer: ask.viewer };
    const list = await readList((name) => form.text(name), asking);
    const read = await readInput(form, asking, list);
    const problem = 'input' in read ? await saveFilter(parts, ask.viewer, read.input) : null;
    if ('input' in read && problem === null) return answerDone(ask, filtersUrl, text.saved());
    const problems = 'problems' in read ? read.problems : [problem].filter((one) => one !== null);
    return answerForm(ask, { ...typedIn(form), id: null, list, problems });
  };
}

export function showFilterForm(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const filter = await filterAsked(ask, parts);
    const { byNames } = await readKept(finding, ask, parts, filter);
    return answerForm(ask, { ...filter, query: byNames, problems: [] });
  };
}

export function submitFilter(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const { id, list } = await filterAsked(ask, parts);
    const form = await ask.form();
    const read = await readInput(form, { parts, finding, viewer: ask.viewer }, list);
    const problem = 'input' in read ? await changeFilter(parts, ask.viewer, id, read.input) : null;
    if (problem === false) throw new Refused(404);
    if ('input' in read && problem === null) return answerDone(ask, filtersUrl, text.changed());
    const problems = 'problems' in read ? read.problems : [problem].filter((one) => one !== null);
    return answerForm(ask, { ...typedIn(form), id, list, problems });
  };
}

export async function submitForgetting(ask: MemberAsk, parts: Parts): Promise<Response> {
  if (!(await forgetFilter(parts, ask.viewer, idAsked(ask)))) throw new Refused(404);
  return answerDone(ask, filtersUrl, text.deleted());
}

export async function submitDefault(ask: MemberAsk, parts: Parts): Promise<Response> {
  const isDefault = (await ask.form()).text('default') !== 'no';
  const done = await chooseDefault(parts, ask.viewer, idAsked(ask), isDefault);
  if (!done) throw new Refused(404);
  return answerDone(ask, filtersUrl, isDefault ? text.isDefaultNow() : text.noDefaultNow());
}

const emptyForm: FilterForm = {
  id: null,
  name: '',
  query: '',
  list: { path: worksUrl, tag: null },
  isDefault: false,
  problems: [],
};

type SentForm = Awaited<ReturnType<MemberAsk['form']>>;

function typedIn(form: SentForm): Pick<FilterForm, 'name' | 'query' | 'isDefault'> {
  return {
    name: form.text('name'),
    query: form.text('query'),
    isDefault: form.ticked('default'),
  };
}

function answerForm(ask: MemberAsk, form: FilterForm): Response {
  const status = form.problems.length === 0 ? 200 : 422;
  return answerPage(ask, filterFormPage(form, ask.frame().formToken), status);
}

function readKept(finding: Finding, ask: MemberAsk, parts: Parts, { query, list }: SavedFilter) {
  const tag: TagId | null = list.tag;
  return readQuery(finding, ask.viewer, parts.clock.now(), query, tag);
}

async function filterAsked(ask: MemberAsk, parts: Parts): Promise<SavedFilter> {
  return orNotFound(await findFilter(parts.database.read, ask.viewer.userId, idAsked(ask)));
}

function idAsked(ask: MemberAsk): FilterId {
  return orNotFound(parseId<FilterId>(ask.params['id']));
}
