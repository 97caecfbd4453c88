/**
 * One spelling of an address: doubled slashes become one, a trailing one goes. Tools write both.
 * Returns null when the path is not valid percent-encoded UTF-8.
 */
export function tidyPath(path: string): string | null {
  const single = path.replace(/\/{2,}/g, '/');
  const tidy = single.length > 1 && single.endsWith('/') ? single.slice(0, -1) : single;
  try {
    decodeURIComponent(tidy);
    return tidy;
  } catch {
    return null;
  }
}
