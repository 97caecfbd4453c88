// How these pages are answered: with the fault's status, and what was typed.
import { Refused } from '../../../kit/http/index.ts';
import { secondMs } from '../../../kit/time/index.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask, MemberAsk } from '../../../web/ask.ts';
import type { Page } from '../../../web/document.ts';
import { sessionSeconds } from '../actions/sessions.ts';
import type { Browser, Entry } from '../devices/enter.ts';
import { deviceMs } from '../devices/limits.ts';
import { text } from '../messages.ts';
import { loginKey } from '../names.ts';
import type { Fault } from '../outcome.ts';

/** The form once more: 429 when it was one try too many, else 422. */
export function answerFault(ask: Ask, page: Page, { waitSeconds }: Fault, status = 422): Response {
  if (waitSeconds === undefined) return answerPage(ask, page, status);
  const answer = answerPage(ask, page, 429);
  answer.headers.set('retry-after', String(waitSeconds));
  return answer;
}

/** A page whose address is a secret: no other page may learn it from a Referer header. */
export function answerSecretPage(ask: Ask, page: Page): Response {
  const answer = answerPage(ask, page);
  answer.headers.set('referrer-policy', 'no-referrer');
  return answer;
}

/** Members may open these pages, but only of their own account. */
export function ownerOnly(ask: MemberAsk): void {
  if (loginKey(ask.params['login'] ?? '') === loginKey(ask.viewer.login)) return;
  throw new Refused(403, { detail: text.notYours() });
}

/** The browser that asks: its name for itself, and the word by which it is known. */
export function browserOf(ask: Ask): Browser {
  const client = ask.request.headers.get('user-agent') ?? '';
  return { client, device: ask.cookies.get(deviceCookie) ?? null };
}

/** Gives the browser its session, and the word by which it is known from now on. */
export function enterHere(ask: Ask, { token, device }: Entry, remember = false): void {
  ask.session.replace(token, sessionSeconds(remember));
  // Only where log-in is: a browser that has logged out reads pages as every guest does.
  ask.setCookie(deviceCookie, device, { maxAgeSeconds: deviceMs / secondMs, path: '/users' });
}

const deviceCookie = 'inkstead_device';
