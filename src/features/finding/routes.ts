// Where works and tags are found. Lists are the same for every guest without cookies.
import type { Route } from '../../web/routes.ts';
import type { Finding } from './finding.ts';

/** The routes of finding over one index. */
export function findingRoutes(_finding: Finding): readonly Route[] {
  return [];
}
