// Which addresses a link may have, and in what form they are kept.

// Browsers drop these inside an address before they read it, so we do too: `java\nscript:`.
const droppedByBrowsers = /[\t\n\r]/g;
const aroundAddress = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;
/** Longer ones are data in disguise; browsers and servers refuse many from 8,000 on. */
const longestAddress = 4_000;

/** `http`, `https`, `mailto`, or a path of this archive; null for anything else. */
export function linkAddress(typed: string): string | null {
  const address = typed.replace(droppedByBrowsers, '').replace(aroundAddress, '');
  if (address.length > longestAddress) return null;
  // `//host/path` took the scheme of the page it stood on.
  if (/^\/\/[^/\\]/.test(address)) return absolute(`https:${address}`);
  if (address.startsWith('/')) return ownPath(address);
  return absolute(address);
}

/** As `linkAddress`, without `mailto`: where a quotation or a picture comes from. */
export function sourceAddress(typed: string): string | null {
  const address = linkAddress(typed);
  return address?.startsWith('mailto:') ? null : address;
}

function absolute(address: string): string | null {
  if (!/^(?:https?:|mailto:)/i.test(address)) return null;
  const url = URL.parse(address);
  if (url === null) return null;
  if (url.protocol === 'mailto:') return url.pathname === '' ? null : strict(url.href);
  // A name before an @ only pretends to be the host.
  url.username = '';
  url.password = '';
  // A bare IPv6 host is no address for readers, and its brackets are not allowed elsewhere.
  if (url.host.startsWith('[')) return null;
  return strict(url.href);
}

function ownPath(address: string): string | null {
  const url = URL.parse(address, 'https://archive.invalid');
  if (url === null || url.host !== 'archive.invalid') return null;
  const path = url.pathname + url.search + url.hash;
  // `/.//host` and `/\host` name another host once they are read.
  return /^\/(?![/\\])/.test(path) ? strict(path) : null;
}

/** Only characters that RFC 3986 allows: readers of e-books are stricter than browsers. */
function strict(address: string): string | null {
  const [before, ...fragment] = address.split('#');
  const whole = fragment.length === 0 ? before! : `${before}#${fragment.join('%23')}`;
  const encoded = whole
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent);
  return encoded.length > longestAddress ? null : encoded;
}
