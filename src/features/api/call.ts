// What every call of the API shares: its budget, its scopes, its body, its ETag.
import { createHash } from 'node:crypto';
import type { ZodType } from 'zod';
import {
  decodeUtf8,
  type FieldError,
  jsonResponse,
  Refused,
  readBody,
} from '../../kit/http/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { type Ask, apiBytesMax } from '../../web/ask.ts';
import type { ApiScope } from '../accounts/index.ts';
import { policyUrl } from '../accounts/urls.ts';
import { readConsent } from '../policies/index.ts';
import { text } from './messages.ts';
import type { RateLimit } from './rate-limit.ts';

export type CallHandler = (ask: Ask, parts: Parts) => Promise<Response>;

/** Wraps a handler: counts the call, and says in headers what is left of the budget. */
export function limited(limit: RateLimit, handler: CallHandler): CallHandler {
  return async (ask, parts) => {
    const budget = limit(ask, parts.clock.now());
    if (budget.exceeded) {
      const headers = { ...budget.headers, 'retry-after': String(budget.resetSeconds) };
      throw new Refused(429, { detail: text.tooManyCalls(), headers });
    }
    const answer = await handler(ask, parts).catch(refuseInOurWords);
    for (const [name, value] of Object.entries(budget.headers)) answer.headers.set(name, value);
    return answer;
  };
}

/** The sentence for a form that is out of date speaks of the page it stands on. */
function refuseInOurWords(reason: unknown): never {
  if (!(reason instanceof Refused) || reason.status !== 412) throw reason;
  throw new Refused(412, { ...reason.options, detail: text.changedMeanwhile() });
}

/** The member who calls, if their token may do this; reading needs no token. */
export function requireScope(ask: Ask, scope: ApiScope): Member {
  if (ask.apiToken === null || ask.viewer.kind !== 'member') {
    const headers = { 'www-authenticate': 'Bearer' };
    throw new Refused(401, { type: 'token-needed', detail: text.tokenNeeded(), headers });
  }
  if (!ask.apiToken.scopes.has(scope) && !ask.apiToken.scopes.has('admin')) {
    throw new Refused(403, { type: 'scope-missing', detail: text.scopeMissing({ scope }) });
  }
  return ask.viewer;
}

/**
 * Refuses 403 what posts with an app password while its owner has not agreed to the policy in
 * force: they are told where. A token that the operator made is the operator's to answer for.
 */
export async function requireConsent(ask: Ask, parts: Parts, member: Member): Promise<void> {
  if (ask.apiToken?.isOwners !== true) return;
  if ((await readConsent(parts.database.read, member)).agreedAt !== null) return;
  const detail = text.consentNeeded({ url: `${parts.settings.url}${policyUrl}` });
  throw new Refused(403, { type: 'consent-needed', detail });
}

/** A token that is sent must at least read. */
export function requireReading(ask: Ask): void {
  if (ask.apiToken !== null) requireScope(ask, 'read');
}

export type SentBody = { readonly value: unknown; readonly hash: string };

/** The JSON that was sent. */
export async function readJson(ask: Ask): Promise<SentBody> {
  const bytes = await readBody(ask.request, apiBytesMax);
  const hash = createHash('sha256').update(bytes).digest('base64url');
  const source = decodeUtf8(bytes);
  try {
    return { value: source === '' ? {} : JSON.parse(source), hash };
  } catch {
    throw new Refused(400, { type: 'not-json', detail: text.notJson() });
  }
}

/** No list of a work is longer; a schema would make an error of each of millions of entries. */
const entriesMax = 10_000;

/** The body as its schema says, or 422 that names every field. */
export function parseBody<Value>(schema: ZodType<Value>, value: unknown): Value {
  const tooLong = longLists(value);
  if (tooLong.length > 0) throw new Refused(422, { detail: text.bodyWrong(), errors: tooLong });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    field: fieldName(path),
    detail: message.endsWith('received undefined') ? text.fieldMissing() : message,
  }));
  throw new Refused(422, { detail: text.bodyWrong(), errors });
}

function longLists(value: unknown): FieldError[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const detail = text.listTooLong({ most: entriesMax });
  return Object.entries(value).flatMap(([field, list]) =>
    Array.isArray(list) && list.length > entriesMax ? [{ field, detail }] : [],
  );
}

/** `chapters[0].html` */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}

/** JSON with an ETag; 304 when the caller has it already. */
export function tagged(ask: Ask, value: unknown, etag = hashOf(value)): Response {
  const seen = ask.request.headers.get('if-none-match');
  if (seen !== null && ask.method === 'GET' && listsTag(seen, etag)) {
    return new Response(null, { status: 304, headers: { etag } });
  }
  return jsonResponse(value, 200, { etag });
}

function hashOf(value: unknown): string {
  return `"${digestOf(value)}"`;
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}

/** The revision that `If-Match` names; absent: any. One of another thing is never right. */
export function wantedRevision(ask: Ask, id: number): { readonly revision?: number } {
  const header = ask.request.headers.get('if-match');
  if (header === null || header.trim() === '*') return {};
  const found = [...header.matchAll(/"([0-9]+)-([0-9]+)(?:-[^"]*)?"/g)].find(
    (match) => match[1] === String(id),
  );
  return { revision: found === undefined ? 0 : Number(found[2]) };
}

/** The ETag of a work or chapter: its id and revision, and of what the answer holds besides. */
export function revisionTag(id: number, revision: number, value: unknown): string {
  return `"${id}-${revision}-${digestOf(value)}"`;
}

function listsTag(header: string, etag: string): boolean {
  return header
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === etag || one === '*');
}
