// Whether a request that changes something comes from elsewhere. Browsers say so; tools say
// nothing, and are let on to the token's check.

/** Only a foreign origin refuses; absent headers do not (contract 5). */
export function isForeign(request: Request, siteUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return true;
  const own = new Set([new URL(siteUrl).origin, new URL(request.url).origin]);
  const origin = request.headers.get('origin');
  if (origin !== null) return !own.has(origin);
  const referer = request.headers.get('referer');
  if (referer === null || referer === '') return false;
  try {
    return !own.has(new URL(referer).origin);
  } catch {
    return true;
  }
}

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the request's host is this site: its public name, or a name of this very machine. */
export function isOwnHost(request: Request, siteUrl: string): boolean {
  const { host, hostname } = new URL(request.url);
  return host === new URL(siteUrl).host || loopbackNames.has(hostname);
}
