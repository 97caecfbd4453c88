// Headers that every answer carries. A handler may set a stricter one; what it has set stays.

/** Scripts, styles, fonts and images come from the archive itself, and nothing else runs. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const privateCaching = 'private, no-store';
/** Anyone may keep it, and asks each time whether it is still right. */
export const publicCaching = 'public, no-cache';

const always: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'interest-cohort=()',
  'cache-control': privateCaching,
};

export function setHeaders(headers: Headers, secure: boolean): void {
  for (const [name, value] of Object.entries(always)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  headers.append('vary', 'Cookie, Authorization');
  if (secure) headers.set('strict-transport-security', 'max-age=31536000');
}
