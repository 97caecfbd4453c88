// Finds the route of an address. Where several fit, the one with fewer variable parts is meant:
// `/works/new` before `/works/:id`.
import { TrieRouter } from 'hono/router/trie-router';
import { Refused } from '../../kit/http/index.ts';
import type { Method, Route } from '../routes.ts';

export type Match = {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
};

export type Router = (method: string, path: string) => Match;

/** Refuses with 404 what nobody serves, with 405 what is served to another method only. */
export function createRouter(routes: readonly Route[]): Router {
  const router = new TrieRouter<Route>();
  for (const route of routes) router.add(route.method, route.path, route);
  const find = (method: string, path: string): Match | null => {
    const [matches] = router.match(method, path);
    let best: Match | null = null;
    for (const [route, params] of matches as [Route, Record<string, string>][]) {
      if (best !== null && variables(best.route) <= variables(route)) continue;
      best = { route, params: decode(params) };
    }
    return best;
  };
  return (method, path) => {
    const match = find(method === 'HEAD' ? 'GET' : method, path);
    if (match !== null) return match;
    const others = methods.filter((other) => find(other, path) !== null);
    if (others.length === 0) throw new Refused(404);
    throw new Refused(405, { headers: { allow: others.join(', ') } });
  };
}

const methods: readonly Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

function variables(route: Route): number {
  return route.path.split('/:').length - 1;
}

function decode(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}
