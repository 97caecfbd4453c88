import { tidyPath } from '../../kit/http/index.ts';
import type { Router } from './router.ts';

/** The path as the log may hold it: what stands in the place of `:token` lets people in. */
export function loggedPath(router: Router, path: string): string {
  const tidy = tidyPath(path);
  if (tidy === null) return path;
  try {
    const { route, params } = router('GET', tidy);
    return params['token'] === undefined ? path : route.path;
  } catch {
    return path;
  }
}
