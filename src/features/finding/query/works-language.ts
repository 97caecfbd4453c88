// The fields of the query language as the archive has them, and other words for them: those that
// people bring from elsewhere, and the names of the large archive's own index.
import {
  type Field,
  type Order,
  type ParsedQuery,
  parseQuery,
  queryFields,
} from '../../../engine/query-language/index.ts';
import { type TagType, tagTypes } from '../../tags/index.ts';
import { tagsOfAnyType } from '../parameters/tag-terms.ts';

const tagFields: readonly (readonly [name: string, type: TagType, ...also: string[]])[] = [
  ['fandom', 'fandom', 'fandoms', 'fandom_names', 'fandom_ids'],
  ['character', 'character', 'characters', 'char', 'character_names', 'character_ids'],
  ['relationship', 'relationship', 'relationships', 'ship', 'pairing', 'relationship_names'],
  ['freeform', 'freeform', 'freeforms', 'additional', 'freeform_names', 'freeform_ids'],
  ['rating', 'rating', 'ratings', 'rating_ids'],
  ['warning', 'warning', 'warnings', 'archive_warning', 'archive_warnings', 'archive_warning_ids'],
  ['category', 'category', 'categories', 'category_ids'],
  ['medium', 'media', 'media'],
];

const fields: readonly Field[] = [
  ...tagFields.map(([name, , ...also]): Field => ({ name, kind: 'names', also })),
  { name: 'tag', kind: 'names', also: ['tags', 'filter_ids'] },
  { name: 'creator', kind: 'names', also: ['creators', 'author', 'authors'] },
  { name: 'language', kind: 'names', also: ['languages', 'lang', 'language_id'] },
  { name: 'title', kind: 'words', also: ['titles'] },
  { name: 'summary', kind: 'words', also: ['summaries'] },
  { name: 'notes', kind: 'words', also: ['note', 'endnotes'] },
  { name: 'text', kind: 'words' },
  { name: 'words', kind: 'number', also: ['wordcount', 'word_count', 'length'] },
  { name: 'kudos', kind: 'number', also: ['kudos_count', 'kudoscount'] },
  { name: 'hits', kind: 'number', also: ['hit_count', 'hits_count', 'hitcount'] },
  { name: 'comments', kind: 'number', also: ['comments_count', 'comment_count', 'commentcount'] },
  { name: 'bookmarks', kind: 'number', also: ['bookmarks_count', 'bookmark_count'] },
  { name: 'chapters', kind: 'number', also: ['chapter_count'] },
  { name: 'updated', kind: 'date', also: ['revised_at', 'date', 'date_updated'] },
  { name: 'posted', kind: 'date', also: ['created_at', 'published', 'date_posted'] },
  { name: 'complete', kind: 'flag', also: ['completed', 'finished'] },
  { name: 'crossover', kind: 'flag', also: ['crossovers'] },
  { name: 'otp', kind: 'flag' },
  { name: 'series', kind: 'flag' },
  { name: 'state', kind: 'names', also: ['status'] },
  { name: 'in', kind: 'names' },
  { name: 'shelf', kind: 'names', also: ['shelves'] },
  { name: 'sort', kind: 'order', also: ['sorted'] },
];

const orders: readonly Order[] = [
  { name: 'relevance', also: ['best', '_score', 'score'] },
  { name: 'updated', also: ['date_updated', 'revised_at', 'revised'] },
  { name: 'posted', also: ['date', 'date_posted', 'created_at', 'published'] },
  { name: 'words', also: ['word_count', 'wordcount', 'length'] },
  { name: 'kudos', also: ['kudos_count'] },
  { name: 'hits' },
  { name: 'comments', also: ['comments_count'] },
  { name: 'bookmarks', also: ['bookmarks_count'] },
  { name: 'title', also: ['title_to_sort_on'] },
  { name: 'creator', also: ['author', 'authors', 'creators', 'authors_to_sort_on'] },
  { name: 'random', seeded: true },
  { name: 'bookmarked', also: ['bookmarked_at'] },
];

const language = queryFields(fields, orders);

/** Reads a text. Never throws. */
export function parseWorksQuery(text: string): ParsedQuery {
  return parseQuery(text, language);
}

/** The types that a field of tags means; null: its names are no tags. */
export function typesOfField(field: string): readonly TagType[] | null {
  if (field === 'tag') return tagsOfAnyType;
  const type = tagFields.find(([name]) => name === field)?.[1];
  return type === undefined ? null : [type];
}

/** The field that means one type. */
export function fieldOfType(type: TagType): string {
  return tagFields.find(([, known]) => known === type)?.[0] ?? 'tag';
}

/** Whether the word is a type of tag. */
export function isTagType(word: string): word is TagType {
  return (tagTypes as readonly string[]).includes(word);
}
