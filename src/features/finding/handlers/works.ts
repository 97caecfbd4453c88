// All works, and the search for works.
import { found as redirectTo } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { consentsToAdult } from '../../../web/adult-consent.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { bookLinks } from '../../../web/book-lists.ts';
import { listTagsOfType } from '../../tags/index.ts';
import { worksPerPage } from '../../works/index.ts';
import { ofAllWorks } from '../books.ts';
import {
  chipsOf,
  hiddenFields,
  languageChoices,
  sharedName,
  tagsAlone,
  typedNames,
} from '../filter-view.ts';
import type { Finding } from '../finding.ts';
import { tasteFields, tastesLifted, tastesShown, withTastes } from '../lifted-tastes.ts';
import { answerWorksList, pagesOf, pageWanted, saveHref, shelfWarnings } from '../listing.ts';
import { type LookUp, lookUpFor } from '../look-up.ts';
import { allWorks, allWorksPage } from '../pages/list-pages.ts';
import {
  type SearchForm,
  type SearchResults,
  searchFormFields,
  searchPage,
} from '../pages/search-page.ts';
import { type ReadFilter, readFilter } from '../parameters/read-filter.ts';
import { filterHref, filterQuery, pageHref, typesOf } from '../parameters/write-filter.ts';
import { searchUrl } from '../urls.ts';
import { worksOfTagAsked } from './tag-asked.ts';

export async function showWorks(ask: Ask, parts: Parts, finding: Finding): Promise<Response> {
  // Old links name the tag of a list in `tag_id`: by its number, or as in its address.
  const tagId = ask.query.get('tag_id');
  if (tagId !== null && tagId.trim() !== '') {
    const address = await worksOfTagAsked(ask, finding, tagId);
    if (address !== null) return redirectTo(address);
  }
  return answerWorksList(ask, parts, finding, allWorks, allWorksPage);
}

export async function showSearch(ask: Ask, parts: Parts, finding: Finding): Promise<Response> {
  const index = await finding.index();
  const lookUp = lookUpFor(ask.viewer, index);
  const read = readFilter(ask.query, lookUp, parts.clock.now());
  const form = await formOf(ask, parts, finding, read, lookUp);
  if (!isAsked(ask.query)) return answerPage(ask, searchPage(form, null));
  const results = await resultsOf(ask, finding, read, lookUp);
  const status = results.page > results.pages ? 404 : 200;
  return answerPage(ask, searchPage(form, results), status);
}

/** A form that is sent has its fields, empty ones too; who comes for the first time has none. */
function isAsked(query: URLSearchParams): boolean {
  const plain = ['q', 'include', 'exclude', 'page', 'sort'];
  return [...query.keys()].some((name) => plain.includes(name) || name.includes('work_search['));
}

async function resultsOf(
  ask: Ask,
  finding: Finding,
  { filter, warnings }: ReadFilter,
  lookUp: LookUp,
): Promise<SearchResults> {
  const page = pageWanted(ask.query);
  const lifted = tastesLifted(ask);
  const scope = lifted;
  const found = await finding.find(ask.viewer, filter, {
    page: { number: page, size: worksPerPage },
    facets: 0,
    scope,
  });
  const blurbs = await finding.blurbs(ask.viewer, found.ids);
  const typeOf = typesOf(lookUp);
  const query = filterQuery(filter, typeOf);
  const shownQuery = withTastes(query, lifted);
  return {
    total: found.total,
    page,
    pages: pagesOf(found.total),
    blurbs,
    snippets: await finding.snippets(ask.viewer, filter, blurbs, consentsToAdult(ask)),
    hrefFor: (number) => pageHref(searchUrl, shownQuery, number),
    chips: chipsOf(filter, lookUp).map(({ label, without }) => {
      const rest = filterQuery(without, typeOf);
      return { label, href: rest.size === 0 ? searchUrl : filterHref(searchUrl, rest) };
    }),
    bookLinks: bookLinks({ of: ofAllWorks, query: shownQuery }),
    saveHref: saveHref(ask.viewer, filter, lookUp, { path: searchUrl }),
    warnings: [...warnings, ...shelfWarnings(found)],
    tastes: await tastesShown(
      ask,
      finding,
      found,
      scope,
      (other) => filterHref(searchUrl, other),
      query,
    ),
  };
}

async function formOf(
  ask: Ask,
  parts: Parts,
  finding: Finding,
  { filter, box }: ReadFilter,
  lookUp: LookUp,
): Promise<SearchForm> {
  const { read } = parts.database;
  // What a field of names shows needs no hidden twin.
  const unnamed = {
    ...filter,
    include: filter.include.filter((group) => sharedName(group, lookUp) === null),
  };
  return {
    filter,
    query: { value: filter.text, ...box },
    vocabulary: {
      rating: await listTagsOfType(read, 'rating'),
      warning: await listTagsOfType(read, 'warning'),
      category: await listTagsOfType(read, 'category'),
    },
    names: typedNames(filter, lookUp),
    languages: languageChoices(await finding.languages(ask.viewer), filter, lookUp),
    marks: lookUp.marks,
    ticked: tagsAlone(filter, lookUp).map((tag) => tag.id),
    hidden: [...hiddenFields(unnamed, lookUp, searchFormFields), ...tasteFields(tastesLifted(ask))],
  };
}
