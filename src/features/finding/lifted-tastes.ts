// A list as its reader usually sees it, or with what their own tastes keep out.
import type { Ask } from '../../web/ask.ts';
import type { ListScope } from './filter.ts';
import type { Finding, FoundWorks } from './finding.ts';
import type { TastesShown } from './pages/withheld.ts';

/** Tastes that the viewer has lifted from a list. */
export type Lifted = Pick<ListScope, 'liftTastes' | 'liftFilter'>;

// What the address of a list bears when it shows all the same what the viewer keeps out.
const muted = { name: 'muted', value: 'show' } as const;
const filter = { name: 'filter', value: 'off' } as const;

/** What a member asks for although they usually keep it out of lists. */
export function tastesLifted({ viewer, query }: Pick<Ask, 'viewer' | 'query'>): Lifted {
  if (viewer.kind === 'guest') return {};
  return {
    liftTastes: query.get(muted.name) === muted.value,
    liftFilter: query.get(filter.name) === filter.value,
  };
}

/** Parameters of a list, those that lift tastes among them or not. */
export function withTastes(query: URLSearchParams, lifted: Lifted): URLSearchParams {
  const other = new URLSearchParams(query);
  for (const { name } of [muted, filter]) other.delete(name);
  for (const [name, value] of tasteFields(lifted)) other.set(name, value);
  return other;
}

/** The same for a form that is sent back to the list. */
export function tasteFields({ liftTastes, liftFilter }: Lifted): [string, string][] {
  const fields: [string, string][] = [];
  if (liftTastes) fields.push([muted.name, muted.value]);
  if (liftFilter) fields.push([filter.name, filter.value]);
  return fields;
}

/** `query`: the list's parameters without its page. */
export async function tastesShown(
  ask: Ask,
  finding: Finding,
  found: FoundWorks,
  scope: ListScope,
  hrefOf: (query: URLSearchParams) => string,
  query: URLSearchParams,
): Promise<TastesShown> {
  const { viewer } = ask;
  const lifted = tastesLifted(ask);
  const { liftTastes = false, liftFilter = false } = lifted;
  // A default filter that is off says so itself; works are marked for what is muted.
  const muting = { ...scope, liftFilter: true };
  return {
    // Nothing is off that was never on.
    lifted: liftTastes && (await finding.hasTastes(viewer, 'mute')),
    filterLifted: liftFilter && (await finding.hasTastes(viewer, 'filter')),
    withheld: found.withheld,
    otherHref: hrefOf(withTastes(query, { ...lifted, liftTastes: !liftTastes })),
    filterHref: hrefOf(withTastes(query, { ...lifted, liftFilter: !liftFilter })),
    reasons: liftTastes ? await finding.reasons(viewer, found.ids, muting) : new Map(),
    mutes: viewer.kind === 'member',
  };
}
