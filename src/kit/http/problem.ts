// Problem documents for machines (RFC 9457).
import type { Refused } from './refused.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  421: 'Misdirected request',
  422: 'Not acceptable as sent',
  429: 'Too many requests',
  500: 'Something broke here',
  503: 'Not available now',
};

/** The name of a status, for a heading. */
export function statusTitle(status: number): string {
  return titles[status] ?? 'Refused';
}

/** A refusal as `application/problem+json`; its type is a word of ours or `about:blank`. */
export function problemResponse(refused: Refused): Response {
  const { detail, errors, type, headers } = refused.options;
  const document = {
    type: type ?? 'about:blank',
    title: statusTitle(refused.status),
    status: refused.status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
  };
  return new Response(JSON.stringify(document), {
    status: refused.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  });
}
