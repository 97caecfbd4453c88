// What the parameters of a list's address are called: the names that the OTW family's forms use,
// so that old links, other people's tools and our own form speak one dialect.
import type { TagType, WorkTagType } from '../../tags/index.ts';
import type { SortName } from '../filter.ts';
import type { Column } from '../index/shape.ts';

/** `work_search[NAME]`. */
export const searchName = (name: string) => `work_search[${name}]`;

/** The part that names a type where numbers of tags are sent: `include_work_search[X][]`. */
export const idsNames: Readonly<Record<WorkTagType, string>> = {
  rating: 'rating_ids',
  warning: 'archive_warning_ids',
  category: 'category_ids',
  fandom: 'fandom_ids',
  relationship: 'relationship_ids',
  character: 'character_ids',
  freeform: 'freeform_ids',
};

export const includeName = (type: WorkTagType) => `include_work_search[${idsNames[type]}][]`;
export const excludeName = (type: WorkTagType) => `exclude_work_search[${idsNames[type]}][]`;

/** Fields of names, by the one type that is meant. */
export const namesOfType: readonly (readonly [name: string, type: TagType])[] = [
  ['fandom_names', 'fandom'],
  ['character_names', 'character'],
  ['relationship_names', 'relationship'],
  ['freeform_names', 'freeform'],
];

/** Fields of numbers with `>5`, `<5`, `1-5` or `5`, by the column that is meant. */
export const rangeNames: readonly (readonly [name: string, column: Column])[] = [
  ['hits', 'hits'],
  ['kudos_count', 'kudos'],
  ['comments_count', 'comments'],
  ['bookmarks_count', 'bookmarks'],
];

/** Values of `sort_column`; `random` is ours. */
export const sortColumns: readonly (readonly [column: string, sort: SortName])[] = [
  ['_score', 'relevance'],
  ['authors_to_sort_on', 'creator'],
  ['title_to_sort_on', 'title'],
  ['created_at', 'posted'],
  ['revised_at', 'updated'],
  ['word_count', 'words'],
  ['hits', 'hits'],
  ['kudos_count', 'kudos'],
  ['comments_count', 'comments'],
  ['bookmarks_count', 'bookmarks'],
  ['random', 'random'],
  ['bookmarked_at', 'bookmarked'],
];

/** Whether a sort begins with A or with the least when nobody reverses it. */
export const ascendsByItself = (sort: SortName) => sort === 'title' || sort === 'creator';
