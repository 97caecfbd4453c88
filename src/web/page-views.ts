// Whether somebody looks at the page that is asked for.
import type { Ask } from './ask.ts';

/** Not what a browser fetches ahead of a click, or into another page: nobody has opened that. */
export function isPageView({ method, request }: Pick<Ask, 'method' | 'request'>): boolean {
  if (method !== 'GET' || /prefetch/.test(request.headers.get('sec-purpose') ?? '')) return false;
  return (request.headers.get('sec-fetch-dest') ?? 'document') === 'document';
}
