// How often one caller may call: a token, or a guest's address. Counted in this process; several
// processes each give the full budget, which only makes it milder.
import type { Ask } from '../../web/ask.ts';
import { subscriberOf } from '../accounts/index.ts';

const windowMs = 60_000;
/** A tool that reads a whole archive politely stays below it. */
export const callsPerWindow = { guest: 120, token: 600 } as const;
// Beyond this many callers in a window the oldest windows are forgotten.
const callersMax = 100_000;

export type Budget = {
  readonly exceeded: boolean;
  readonly resetSeconds: number;
  readonly headers: Readonly<Record<string, string>>;
};

export type RateLimit = (ask: Ask, now: number) => Budget;

/** Tokens with the scope admin are not limited. */
export function createRateLimit(): RateLimit {
  const windows = new Map<string, { start: number; calls: number }>();
  return (ask, now) => {
    if (ask.apiToken?.scopes.has('admin')) return { exceeded: false, resetSeconds: 0, headers: {} };
    const caller =
      ask.apiToken === null
        ? `guest ${subscriberOf(ask.clientAddress)}`
        : `token ${ask.apiToken.id}`;
    const limit = ask.apiToken === null ? callsPerWindow.guest : callsPerWindow.token;
    let window = windows.get(caller);
    if (window === undefined || now - window.start >= windowMs) {
      window = { start: now, calls: 0 };
      windows.delete(caller);
      windows.set(caller, window);
      if (windows.size > callersMax) windows.delete(windows.keys().next().value as string);
    }
    window.calls += 1;
    const resetSeconds = Math.ceil((window.start + windowMs - now) / 1000);
    const headers = {
      'ratelimit-limit': String(limit),
      'ratelimit-remaining': String(Math.max(0, limit - window.calls)),
      'ratelimit-reset': String(resetSeconds),
    };
    return { exceeded: window.calls > limit, resetSeconds, headers };
  };
}
