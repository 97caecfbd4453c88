export const searchUrl = '/works/search';
export const tagSearchUrl = '/tags/search';
export const fandomsUrl = '/fandoms';
/** What can be typed into the box of words. */
export const queryHelpUrl = '/help/search';
export const languagesUrl = '/languages';
/** By the number: it stays when the tag is renamed. */
export const tagFeedUrl = (tag: { readonly id: number }) => `/tags/${tag.id}/feed.atom`;
export const autocompleteUrl = (of: 'tag' | 'fandom' | 'character' | 'relationship' | 'freeform') =>
  `/autocomplete/${of}`;
