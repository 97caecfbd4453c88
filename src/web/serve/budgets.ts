// How many pages one visitor may have made for them in a minute. Nobody who reads comes near it; a
// program that fetches everything at once is asked to wait, and told how long. Counted in this
// process and forgotten each minute; several processes each give the full budget.
import { BlockList, isIP } from 'node:net';
import type { Settings } from '../../kit/config/index.ts';
import { Refused, subscriberOf } from '../../kit/http/index.ts';
import type { Log } from '../../kit/log/index.ts';
import { minuteMs, secondMs } from '../../kit/time/index.ts';
import type { Ask } from '../ask.ts';
import type { Route } from '../routes.ts';

/** Throws 429 for a visitor who has had their minute's share. */
export type Budgets = (ask: Ask, route: Route) => void;

type Spent = { pages: number; questions: number; isTold: boolean };

// Beyond so many visitors in a minute the rest are not counted: some 20 MB.
const visitorsMost = 100_000;

export function createBudgets(
  settings: Pick<Settings, 'pageBudget' | 'questionBudget'>,
  clock: { now(): number },
  log: Log,
): Budgets {
  const { pageBudget, questionBudget } = settings;
  let minute = 0;
  let spent = new Map<string, Spent>();
  return (ask, { access, path, options }) => {
    // The API counts its callers itself.
    if (access === 'tokens' || isNear(ask.clientAddress)) return;
    const now = clock.now();
    if (Math.floor(now / minuteMs) !== minute) {
      minute = Math.floor(now / minuteMs);
      spent = new Map();
    }
    const visitor = visitorOf(ask);
    const mine = spent.get(visitor) ?? { pages: 0, questions: 0, isTold: false };
    if (mine.pages === 0 && spent.size >= visitorsMost) return;
    spent.set(visitor, mine);
    mine.pages += 1;
    if (options.isQuestion) mine.questions += 1;
    const isOver =
      isMore(mine.pages, pageBudget) ||
      (options.isQuestion === true && isMore(mine.questions, questionBudget));
    if (!isOver) return;
    if (!mine.isTold) log.warn({ who: ask.viewer.kind, path }, 'a visitor has to wait');
    mine.isTold = true;
    const seconds = Math.max(1, Math.ceil(((minute + 1) * minuteMs - now) / secondMs));
    throw new Refused(429, { headers: { 'retry-after': String(seconds) } });
  };
}

/** A member wherever they are; guests by their part of the address, as a household has one. */
function visitorOf({ viewer, clientAddress }: Ask): string {
  return viewer.kind === 'member' ? `m ${viewer.userId}` : `g ${subscriberOf(clientAddress)}`;
}

function isMore(count: number, most: number): boolean {
  return most > 0 && count > most;
}

const near = new BlockList();
for (const [address, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const) {
  near.addSubnet(address, bits, 'ipv4');
}
for (const [address, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  near.addSubnet(address, bits, 'ipv6');
}

/**
 * This machine and its own network: the host at work, or a proxy that the settings do not name,
 * from which everybody would seem to come.
 */
function isNear(address: string): boolean {
  const family = isIP(address);
  return family === 0 || near.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
