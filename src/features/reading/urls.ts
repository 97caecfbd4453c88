import { chapterUrl } from '../works/urls.ts';

/** A chapter from its title on: who reads on has seen the tags. */
export const readOnUrl = (work: { readonly id: number }, chapter: { readonly id: number }) =>
  `${chapterUrl(work, chapter)}#workskin`;
/** The chapter as devices keep it. */
export const keptChapterUrl = (work: { readonly id: number }, chapter: { readonly id: number }) =>
  `/kept${chapterUrl(work, chapter)}`;
/** The page of reading preferences. */
export const readingUrl = '/reading';
/** Feeds without their ending. */
export const workFeedPath = (work: { readonly id: number }) => `/works/${work.id}/feed`;
export const seriesFeedPath = (series: { readonly id: number }) => `/series/${series.id}/feed`;
