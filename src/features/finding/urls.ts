export const searchUrl = '/works/search';
export const tagSearchUrl = '/tags/search';
export const fandomsUrl = '/fandoms';
/** What can be typed into the box of words. */
export const queryHelpUrl = '/help/search';
export const languagesUrl = '/languages';
/** Feeds without their ending; by the number: it stays when the tag is renamed. */
export const tagFeedPath = (tag: { readonly id: number }) => `/tags/${tag.id}/feed`;
export const worksFeedPath = '/works/feed';
export const autocompleteUrl = (of: 'tag' | 'fandom' | 'character' | 'relationship' | 'freeform') =>
  `/autocomplete/${of}`;
