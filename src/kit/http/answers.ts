// The few kinds of answer that handlers give.
import type { Html } from '../html/index.ts';

/** A page. It is private unless the app finds that every guest would get the same. */
export function pageResponse(markup: Html, status = 200, headers: HeadersInit = {}): Response {
  // As bytes: a Response looks through a text for broken characters first.
  const answer = new Response(Buffer.from(String(markup)), { status, headers });
  answer.headers.set('content-type', 'text/html; charset=utf-8');
  return answer;
}

/** See other: after a form is taken, so that reloading sends nothing twice. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** Found: from an address that leads elsewhere for now. */
export function found(path: string): Response {
  return new Response(null, { status: 302, headers: { location: path } });
}

/** Moved for good: a renamed tag, an old address. */
export function movedTo(path: string): Response {
  return new Response(null, { status: 301, headers: { location: path } });
}

/** A value as JSON; private until the app says otherwise. */
export function jsonResponse(value: unknown, status = 200, headers: HeadersInit = {}): Response {
  const answer = new Response(JSON.stringify(value), { status, headers });
  answer.headers.set('content-type', 'application/json; charset=utf-8');
  return answer;
}

/** Plain text, UTF-8. */
export function textResponse(text: string, status = 200): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return new Response(text, { status, headers });
}
