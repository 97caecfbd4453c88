// The door that every route stands behind: what a suspended or banned member may not use. A new
// route is closed to them by itself; `src/barred.ts` names what is open.
import { Refused } from '../../kit/http/index.ts';
import type { Bar } from '../../shared/viewer.ts';
import { dateText } from '../controls.ts';
import { text } from '../messages.ts';
import type { Route } from '../routes.ts';

/** Routes by `METHOD /path`. */
export type BarredRules = {
  /** What a suspended member may change besides reading; no other change is theirs. */
  readonly openToSuspended: ReadonlySet<string>;
  /** All that a banned member may use, reading included; suspended ones may too. */
  readonly openToBanned: ReadonlySet<string>;
};

/** Refuses 403 what moderators have taken from the member. */
export function refuseBarred(rules: BarredRules, route: Route, bar: Bar | null): void {
  if (bar === null || mayUse(rules, route, bar)) return;
  const { kind, until } = bar;
  const detail = kind === 'banned' ? text.banned() : text.suspended({ date: dateText(until ?? 0) });
  const link = { href: '/decisions', label: text.ownDecisions() };
  throw new Refused(403, { type: `account-${kind}`, detail, link });
}

function mayUse(rules: BarredRules, { method, path, access }: Route, { kind }: Bar): boolean {
  const name = `${method} ${path}`;
  if (rules.openToBanned.has(name)) return true;
  if (kind === 'banned') return false;
  if (rules.openToSuspended.has(name)) return true;
  // What a role allows is for those who keep order.
  return method === 'GET' && ['anyone', 'members', 'tokens'].includes(access);
}
