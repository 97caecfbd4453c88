// The door to finding: the question, its answer, and the lists that show it.

export { queryCharactersMax } from '../../engine/query-language/index.ts';
export { bookListsOfFinding, worksForBook } from './books.ts';
export {
  filterOfCall,
  type KeptQuery,
  mayKnowTag,
  numbersIn,
  queryHref,
  readQuery,
  withOtherNumbers,
  worksOfQuery,
} from './calls.ts';
export { childrenOf } from './children.ts';
export { findingCommands } from './commands.ts';
export { feedsOfFinding, type ListOfFeed, workEntries, worksFeed } from './feeds.ts';
export { emptyFilter, type ListScope, type WorksFilter } from './filter.ts';
export {
  createFinding,
  type FacetCount,
  type Finding,
  type FindOptions,
  type FoundWorks,
  type KnownOfReaders,
  type MarksOf,
  type PageWanted,
} from './finding.ts';
export { tagOfNumberOrSlug } from './handlers/tag-asked.ts';
export { indexUpkeepMs } from './index/index-life.ts';
export { facetGroups } from './index/shape.ts';
export type { KnownTag, WorksIndex } from './index/works-index.ts';
export { type IndexState, readIndexState } from './index-state.ts';
export { tastesLifted } from './lifted-tastes.ts';
export {
  answerWorksList,
  type ListedWorks,
  type ListItems,
  type ListWords,
  type WorksList,
} from './listing.ts';
export { mayWrangle } from './may-wrangle.ts';
export { canonicalsNamed, type NamedTag, tagsNamedInText } from './names-in-text.ts';
export type { OwnWorks } from './query/own-works.ts';
export { findingRoutes } from './routes.ts';
/** For whatever asks the engine itself: only what the viewer meets in lists counts. */
export { sightOf } from './sight.ts';
export { type Suggesting, suggestTags } from './suggest.ts';
/** What a person keeps out of their lists: features above say it, finding applies it. */
export type { KeptOut, Taste, TastesOf, Withheld } from './tastes.ts';
export { indexTextsMs } from './text/text-index.ts';
