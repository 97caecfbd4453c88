type Numbered = { readonly id: number };

export const filtersUrl = '/filters';
/** The list that a filter was made for, with the filter. */
export const filterUrl = (filter: Numbered) => `/filters/${filter.id}`;
export const editFilterUrl = (filter: Numbered) => `/filters/${filter.id}/edit`;
export const deleteFilterUrl = (filter: Numbered) => `/filters/${filter.id}/delete`;
export const defaultFilterUrl = (filter: Numbered) => `/filters/${filter.id}/default`;
/** Where a query is named and kept; `list`: where it was made. */
export const newFilterUrl = (
  query: string,
  list: { readonly path: string; readonly tag?: number | undefined },
) => {
  const rest = new URLSearchParams([
    ['q', query],
    ['list', list.path],
    ...(list.tag === undefined ? [] : [['tag', String(list.tag)]]),
  ]);
  return `/filters/new?${rest}`;
};
