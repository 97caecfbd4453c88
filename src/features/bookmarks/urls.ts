type Numbered = { readonly id: number };

/** Recommendations of everybody; new bookmarks of things elsewhere are sent here. */
export const bookmarksUrl = '/bookmarks';
export const newBookmarkUrl = '/bookmarks/new';
export const bookmarkUrl = (bookmark: Numbered) => `/bookmarks/${bookmark.id}`;
export const deleteBookmarkUrl = (bookmark: Numbered) => `/bookmarks/${bookmark.id}/delete`;
export const workBookmarksUrl = (work: Numbered) => `/works/${work.id}/bookmarks`;
export const seriesBookmarksUrl = (series: Numbered) => `/series/${series.id}/bookmarks`;
export const personBookmarksUrl = (login: string) => `/users/${login}/bookmarks`;
/** One’s own as files, and files brought in. */
export const transferUrl = '/bookmarks/import';
export const exportUrl = (format: 'json' | 'csv') => `/bookmarks/export.${format}`;
/** A person’s shelves; new ones are sent here. */
export const shelvesUrl = (login: string) => `/users/${login}/shelves`;
export const orderShelvesUrl = (login: string) => `/users/${login}/shelves/order`;
export const shelfUrl = (shelf: Numbered) => `/shelves/${shelf.id}`;
export const editShelfUrl = (shelf: Numbered) => `/shelves/${shelf.id}/edit`;
export const deleteShelfUrl = (shelf: Numbered) => `/shelves/${shelf.id}/delete`;
/** A public shelf’s feed without its ending. */
export const shelfFeedPath = (shelf: Numbered) => `/shelves/${shelf.id}/feed`;
/** The feed of a person’s public bookmarks without its ending. */
export const bookmarksFeedPath = (login: string) => `/users/${login}/bookmarks/feed`;
/** A person’s bookmarks with one of their own words. */
export const taggedBookmarksUrl = (login: string, tag: string) =>
  `/users/${login}/bookmarks?tag=${encodeURIComponent(tag)}`;
