// Cookies by the book (RFC 6265): plain values of ours, so nothing needs decoding.

export type CookieOptions = {
  readonly maxAgeSeconds?: number;
  /** False only for the two that scripts or tools may read; the default is HttpOnly. */
  readonly httpOnly?: boolean;
  /** Absent: the whole site. */
  readonly path?: string;
  readonly secure: boolean;
};

/** Reads the `Cookie` header; of two with one name the first counts. */
export function readCookies(header: string | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    if (!cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/** One `Set-Cookie` value. */
export function formatCookie(name: string, value: string, options: CookieOptions): string {
  const parts = [`${name}=${value}`, `Path=${options.path ?? '/'}`, 'SameSite=Lax'];
  if (options.maxAgeSeconds !== undefined) parts.push(`Max-Age=${options.maxAgeSeconds}`);
  if (options.httpOnly !== false) parts.push('HttpOnly');
  if (options.secure) parts.push('Secure');
  return parts.join('; ');
}
