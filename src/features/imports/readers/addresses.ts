// Addresses of works elsewhere, in one form: what stood at one address is one work, however the
// file writes it.

const worksPath = /^\/(?:[\w-]+\/)*?works\/(\d+)(?:\/|$)/;

/** The address in its one form; null for what is none. */
export function normaliseAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.host.replace(/^(?:www|m|download)\./, '');
  const work = worksPath.exec(url.pathname)?.[1];
  if (work !== undefined) return `https://${host}/works/${work}`;
  // A story's number is its address there; chapter and title follow it.
  const story = /^\/s\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1];
  if (story !== undefined) return `https://${host}/s/${story}`;
  const query = [...url.searchParams]
    .filter(([name]) => !/^(?:chapter|utm_\w+|view_\w+|ageconsent|warning|textsize)$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const rest = query.length === 0 ? '' : `?${new URLSearchParams(query)}`;
  return `https://${host}${url.pathname.replace(/\/+$/, '')}${rest}`;
}
