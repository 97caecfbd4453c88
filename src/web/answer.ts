// The answers that carry a page.
import { pageResponse, Refused, seeOther } from '../kit/http/index.ts';
import type { Ask } from './ask.ts';
import { type Page, renderDocument } from './document.ts';

/** A page inside the site's document. */
export function answerPage(ask: Ask, page: Page, status = 200): Response {
  return pageResponse(renderDocument(ask.frame(), page), status);
}

/**
 * See other, with a sentence that the next page shows once. `savedForm` names the copy of a form
 * on the device that is now safe here and may be forgotten.
 */
export function answerDone(ask: Ask, path: string, sentence: string, savedForm?: string): Response {
  ask.setCookie(flashCookie, packFlash(sentence, savedForm), { maxAgeSeconds: 60 });
  return seeOther(path);
}

/** The cookie that carries a sentence over one redirect. */
export const flashCookie = 'inkstead_flash';

function packFlash(sentence: string, savedForm?: string): string {
  return Buffer.from(JSON.stringify([sentence, savedForm ?? ''])).toString('base64url');
}

/** Reads the sentence back; null for anything that we did not write. */
export function unpackFlash(value: string): { text: string; savedForm?: string } | null {
  // The usual case; to throw for it would cost as much as a query.
  if (value === '') return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || typeof parsed[0] !== 'string') return null;
    const [text, savedForm] = parsed as [string, unknown];
    return typeof savedForm === 'string' && savedForm !== '' ? { text, savedForm } : { text };
  } catch {
    return null;
  }
}

/** The value, or 404 when there is none. */
export function orNotFound<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Refused(404);
  return value;
}
