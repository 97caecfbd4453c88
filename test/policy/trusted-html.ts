// Every place that calls trustedHtml, how often, and why a stranger's markup cannot come in there.

export type TrustedCalls = {
  readonly file: string;
  readonly times: number;
  readonly reason: string;
};

export const trustedCalls: readonly TrustedCalls[] = [
  { file: 'src/web/document.ts', times: 1, reason: 'the document type, a constant' },
  {
    file: 'src/features/accounts/pages/log-in.ts',
    times: 1,
    reason: 'a sentence of ours whose apostrophe tools look for as it is',
  },
  {
    file: 'src/features/exports/html-file.ts',
    times: 4,
    reason:
      'the document type and the style, constants, a skin as its check wrote it (no < in it), ' +
      'and sanitised text with whole links',
  },
  {
    file: 'src/features/takeout/index-file.ts',
    times: 2,
    reason: 'the document type and the style, constants',
  },
  {
    file: 'src/features/people/pages/person-pages.ts',
    times: 2,
    reason: 'the sanitised profile',
  },
  {
    file: 'src/features/people/pages/series-list-page.ts',
    times: 1,
    reason: 'the sanitised descriptions of series',
  },
  {
    file: 'src/features/bookmarks/pages/bookmark-item.ts',
    times: 2,
    reason: 'the sanitised notes of a bookmark and description of a series',
  },
  {
    file: 'src/features/comments/pages/comment-item.ts',
    times: 1,
    reason: 'the sanitised words of a comment',
  },
  {
    file: 'src/features/follows/pages/feed-text.ts',
    times: 1,
    reason: 'the sanitised text of a chapter, in a private feed',
  },
  {
    file: 'src/features/finding/pages/feed.ts',
    times: 1,
    reason: 'the sanitised summary of a work, in a feed',
  },
  {
    file: 'src/features/reading/pages/chapter-text.ts',
    times: 1,
    reason: 'sanitised chapters, notes and summaries',
  },
  {
    file: 'src/features/reading/pages/series-page.ts',
    times: 1,
    reason: 'the sanitised description and notes of a series',
  },
  {
    file: 'src/features/site/pages/site-pages.ts',
    times: 1,
    reason: 'the pages that the host wrote, sanitised like works',
  },
  {
    file: 'src/features/site/pages/versions-pages.ts',
    times: 1,
    reason: 'the pages that the host wrote, sanitised like works',
  },
  {
    file: 'src/features/works/pages/blurb.ts',
    times: 1,
    reason: 'the sanitised summary',
  },
  {
    file: 'src/features/works/pages/chapter-form-page.ts',
    times: 1,
    reason: 'the preview of sanitised text',
  },
];
