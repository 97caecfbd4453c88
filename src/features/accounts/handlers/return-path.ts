/**
 * Where to go after log-in: a path of this site, or null for anything that could lead elsewhere
 * or back to log-in.
 */
export function returnPath(given: string): string | null {
  if (!/^\/(?![/\\])/.test(given) || /[\\\p{C}]/u.test(given)) return null;
  const url = URL.parse(given, 'http://site.invalid');
  // "/.//elsewhere" comes out of the parser as "//elsewhere".
  if (url === null || url.host !== 'site.invalid' || url.pathname.startsWith('//')) return null;
  if (/^\/users\/log(in|out)\b/i.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}
