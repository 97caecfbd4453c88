// The door to saved filters: their pages, the default filter's part in lists, and what moves with
// tags.
import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import {
  openFilter,
  showFilterForm,
  showFilters,
  showNewFilter,
  submitDefault,
  submitFilter,
  submitForgetting,
  submitNewFilter,
} from './handlers.ts';
import { filtersUrl } from './urls.ts';

export { ownedByFilters } from './owned.ts';
export type { FilterId, SavedFilter } from './saved-filter.ts';
export { findFilter, listFilters } from './store.ts';
export { filtersMover } from './tag-mover.ts';
export { tastesOfFilters } from './tastes.ts';

/** A member's own saved filters. */
export function filtersRoutes(finding: Finding): readonly Route[] {
  return [
    route('GET', filtersUrl, 'members', showFilters(finding)),
    route('POST', filtersUrl, 'members', submitNewFilter(finding)),
    route('GET', `${filtersUrl}/new`, 'members', showNewFilter(finding)),
    route('GET', `${filtersUrl}/:id`, 'members', openFilter(finding)),
    route('POST', `${filtersUrl}/:id`, 'members', submitFilter(finding)),
    route('GET', `${filtersUrl}/:id/edit`, 'members', showFilterForm(finding)),
    route('POST', `${filtersUrl}/:id/delete`, 'members', submitForgetting),
    route('POST', `${filtersUrl}/:id/default`, 'members', submitDefault),
  ];
}
