// A list as its reader usually sees it, or with what their own tastes keep out.
import type { Ask } from '../../web/ask.ts';
import type { ListScope } from './filter.ts';
import type { Finding, FoundWorks } from './finding.ts';
import type { TastesShown } from './pages/withheld.ts';

// What the address of a list bears when it shows all the same what the viewer keeps out.
const name = 'muted';
const value = 'show';

/** Whether a member asks for what they usually keep out of lists. */
export function tastesLifted({ viewer, query }: Ask): boolean {
  return viewer.kind === 'member' && query.get(name) === value;
}

/** Parameters of a list, those that lift tastes among them or not. */
export function withTastes(query: URLSearchParams, lifted: boolean): URLSearchParams {
  const other = new URLSearchParams(query);
  other.delete(name);
  if (lifted) other.set(name, value);
  return other;
}

/** The same for a form that is sent back to the list. */
export function tasteFields({ liftTastes }: ListScope): [string, string][] {
  return liftTastes ? [[name, value]] : [];
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
  return {
    lifted,
    withheld: found.withheld,
    otherHref: hrefOf(withTastes(query, !lifted)),
    reasons: lifted ? await finding.reasons(viewer, found.ids, scope) : new Map(),
    mutes: viewer.kind === 'member',
  };
}
