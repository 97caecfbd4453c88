// From a request to an answer: whose it is, which route, may they, is the form ours; then the
// handler; then the headers that every answer carries. Everything it needs comes from `app.ts`.
import { type Form, Refused, readCookies, readForm, tidyPath } from '../../kit/http/index.ts';
import { hourMs } from '../../kit/time/index.ts';
import { type Bar, hasRole, type Role, type Viewer } from '../../shared/viewer.ts';
import { type Ask, formBytesMax } from '../ask.ts';
import type { Frame } from '../document.ts';
import { text } from '../messages.ts';
import { logIn } from '../navigation.ts';
import type { Access, Route } from '../routes.ts';
import { refuseBarred } from './barred.ts';
import { type Budgets, createBudgets } from './budgets.ts';
import { clientAddress, knownProxies } from './client-address.ts';
import { isForeign, isOwnHost } from './foreign.ts';
import { frameOf } from './frame-of.ts';
import { createGuestCache } from './guest-cache.ts';
import { setHeaders } from './headers.ts';
import { loggedPath } from './logged-path.ts';
import { answerRefusal, asRefused } from './refusals.ts';
import { createRouter, type Match } from './router.ts';
import type { RefusalState, Serving } from './serving.ts';
import { outgoingCookies, type SessionRules, sessionHandle } from './session.ts';

export type { BarredRules } from './barred.ts';
export { readingCookie, type SiteFrame } from './frame-of.ts';
export type { Serving } from './serving.ts';
export type { SessionRules } from './session.ts';

/** What the connection tells beside the request: the peer's address, for throttles and logs. */
export type Connection = { readonly peer: string };

export type Fetch = (request: Request, connection?: Connection) => Promise<Response>;

/** Puts the app together; it holds no state but the guests' cache. */
export function createFetch(serving: Serving): Fetch {
  const { parts, assets } = serving;
  const router = createRouter(serving.routes);
  const isProxy = knownProxies(parts.settings.proxy);
  const cache = createGuestCache();
  const budgets = createBudgets(parts.settings, parts.clock, parts.log);
  const secure = parts.settings.url.startsWith('https:');

  return async (request, connection = { peer: '127.0.0.1' }) => {
    const started = parts.clock.now();
    const url = new URL(request.url);
    const asset = assets.respond(url.pathname, request.headers.get('accept-encoding') ?? '');
    if (asset !== null) {
      const headers = { ...asset.headers, 'content-type': asset.type };
      return new Response(asset.body as BodyInit, { headers });
    }
    const forwarded = request.headers.get('x-forwarded-for');
    const client = clientAddress(connection.peer, forwarded, isProxy);
    const answer = await answerRequest({
      serving,
      router,
      cache,
      budgets,
      request,
      url,
      client,
      secure,
    });
    setHeaders(answer.headers, secure);
    const { method } = request;
    const ms = parts.clock.now() - started;
    const path = loggedPath(router, url.pathname);
    parts.log.debug({ method, path, status: answer.status, ms }, 'answered');
    return method === 'HEAD' ? new Response(null, answer) : answer;
  };
}

type Turn = {
  readonly serving: Serving;
  readonly router: ReturnType<typeof createRouter>;
  readonly cache: ReturnType<typeof createGuestCache>;
  readonly budgets: Budgets;
  readonly request: Request;
  readonly url: URL;
  readonly client: string;
  readonly secure: boolean;
};

async function answerRequest(turn: Turn): Promise<Response> {
  const { request, serving, url } = turn;
  const cookies = outgoingCookies(turn.secure);
  const state: RefusalState = { cookies, form: null, ask: null };
  let answer: Response;
  try {
    answer = await answerOrRefuse(turn, state);
  } catch (error) {
    const path = loggedPath(turn.router, url.pathname);
    const refused = asRefused(error, serving.parts.log, path);
    answer = await answerRefusal(serving, request, refused, state);
  }
  tellReader(serving, request, state, answer.headers);
  // Never a copy: copying makes a stream of a body that was bytes, at the price of a small page.
  cookies.addTo(answer.headers);
  return answer;
}

/** A service worker is on the other side: browsers say so where they ask ahead for it. */
function tellReader(
  { readerWord }: Serving,
  request: Request,
  { ask }: RefusalState,
  headers: Headers,
): void {
  if (ask === null || !request.headers.has('service-worker-navigation-preload')) return;
  if (readerWord !== undefined) headers.set('inkstead-reader', readerWord(ask.viewer));
}

async function answerOrRefuse(turn: Turn, state: RefusalState): Promise<Response> {
  const { serving, request, url } = turn;
  const { parts } = serving;
  if (!isOwnHost(request, parts.settings.url)) throw new Refused(421, { detail: text.wrongHost() });
  const path = tidyPath(url.pathname);
  if (path === null) throw new Refused(400, { detail: text.badAddress() });
  const sentCookies = readCookies(request.headers.get('cookie'));
  const isApi = path.startsWith('/api/');
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  const isForm = changes && !isApi;
  const asked = createAsk(turn, path, sentCookies, isApi, state);
  const { ask, knownFormToken, bar } = await asked.catch(async (error: unknown) => {
    // The database is away before anything is known: what was typed is given back all the same.
    if (isForm) state.form = await readForm(request, formBytesMax).catch(() => null);
    throw error;
  });
  state.ask = ask;
  serving.beforeAnswer?.(ask);
  if (isForm) state.form = await readForm(request, formBytesOf(turn, path, ask));
  const match = turn.router(methodOf(request, state.form), path);
  const { route } = match;
  refuseBarred(serving.barred, route, bar);
  const full: Ask = { ...ask, params: match.params };
  state.ask = full;
  if (changes && route.access !== 'tokens' && !route.options.withoutFormToken) {
    refuseForgedForm(serving, full, state.form, knownFormToken(), route);
  }
  refuseUninvited(route, full);
  if (changes) refuseWhileReadOnly(route, full);
  const cacheable = route.options.sameForGuests && !changes && isBare(request);
  if (cacheable) return answerForGuests(turn, match, full, state);
  turn.budgets(full, route);
  return route.answer(full, parts);
}

/** Answers a guest without cookies from what is kept, or keeps what is made. */
async function answerForGuests(
  turn: Turn,
  match: Match,
  ask: Ask,
  state: RefusalState,
): Promise<Response> {
  const { serving, cache, request } = turn;
  const position = await serving.headPosition();
  // By the hour, because “in the last two weeks” moves on while nothing changes.
  const hour = Math.floor(serving.parts.clock.now() / hourMs);
  const address = `${hour} ${ask.path}${turn.url.search}`;
  const kept = await cache.find(address, position, request);
  if (kept !== null) {
    serving.afterKept?.(ask);
    return kept;
  }
  turn.budgets(ask, match.route);
  const answer = await match.route.answer(ask, serving.parts);
  // A cookie set, a redirect or a refusal is one person's; only a plain answer is everybody's.
  if (answer.status !== 200 || state.cookies.any()) return answer;
  return cache.keep(address, position, answer, request);
}

/** How large a form may be here: more only where a route takes files, of who may bring them. */
function formBytesOf(turn: Turn, path: string, ask: Ask): number {
  let route: Route;
  try {
    route = turn.router('POST', path).route;
  } catch {
    return formBytesMax;
  }
  const { formBytesMax: most } = route.options;
  if (most === undefined) return formBytesMax;
  refuseUninvited(route, ask);
  return most;
}

function isBare(request: Request): boolean {
  return request.headers.get('cookie') === null && request.headers.get('authorization') === null;
}

function methodOf(request: Request, form: Form | null): string {
  const asked = form?.text('_method').toUpperCase() ?? '';
  if (request.method !== 'POST' || !['PATCH', 'PUT', 'DELETE'].includes(asked)) {
    return request.method;
  }
  return asked;
}

async function createAsk(
  turn: Turn,
  path: string,
  sentCookies: ReadonlyMap<string, string>,
  isApi: boolean,
  state: RefusalState,
): Promise<{ ask: Ask; knownFormToken: () => string; bar: Bar | null }> {
  const { serving, request, url, client } = turn;
  const { parts, sessions } = serving;
  const bearer = isApi ? await identifyAuthorization(sessions, request) : null;
  const sent = isApi ? null : (sentCookies.get(sessions.cookie) ?? null);
  const identified = sent === null ? null : await sessions.identify(sent);
  const isGuestSession = sent !== null && identified === null && sessions.isGuest(sent);
  const site = await serving.readSite();
  const viewer: Viewer = identified?.member ?? bearer?.member ?? site.guest;
  const isTold = identified !== null && (site.announcements ?? []).length > 0;
  const dismissed = isTold ? await serving.dismissedBy?.(identified.member) : [];
  const handle = sessionHandle({
    rules: sessions,
    secret: parts.secret,
    random: parts.random,
    cookies: state.cookies,
    sent: identified !== null || isGuestSession ? sent : null,
    isMember: identified !== null,
  });
  // A page that is the same for every guest makes no session; others make one for their forms.
  const { cookies } = state;
  let sameForGuests: boolean | null = null;
  const frame = (): Frame => {
    sameForGuests ??= isSameForGuests(turn, path);
    const formToken = sameForGuests ? handle.knownFormToken() : handle.formToken();
    return frameOf({
      site,
      viewer,
      formToken,
      path: `${path}${url.search}`,
      cookies: sentCookies,
      accountReading: identified?.reading ?? null,
      assets: serving.assets,
      unread: identified?.unread ?? 0,
      dismissed: dismissed ?? [],
      forgetFlash: (name) => cookies.set(name, '', { maxAgeSeconds: 0 }),
    });
  };
  const ask: Ask = {
    request,
    method: request.method,
    url,
    path,
    params: {},
    query: url.searchParams,
    viewer,
    guest: site.guest,
    readOnly: site.readOnly,
    clientAddress: client,
    cookies: sentCookies,
    session: handle,
    apiToken: bearer && {
      id: bearer.id,
      scopes: bearer.scopes,
      isOwners: bearer.isOwners,
    },
    frame,
    form: async () => {
      state.form ??= await readForm(request, formBytesMax);
      return state.form;
    },
    setCookie: state.cookies.set,
  };
  const bar = identified?.bar ?? bearer?.bar ?? null;
  return { ask, knownFormToken: handle.knownFormToken, bar };
}

function isSameForGuests(turn: Turn, path: string): boolean {
  const { request, serving } = turn;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    // It came without the session cookie: another one would end the log-in that the browser has.
    return isForeign(request, serving.parts.settings.url);
  }
  try {
    return turn.router('GET', path).route.options.sameForGuests ?? false;
  } catch {
    // A page of refusal has no form.
    return true;
  }
}

async function identifyAuthorization(sessions: SessionRules, request: Request) {
  const header = request.headers.get('authorization');
  if (header === null) return null;
  const [, scheme = '', sent = ''] = /^(bearer|basic)\s+(\S+)$/i.exec(header) ?? [];
  const found = await identifySent(sessions, scheme.toLowerCase(), sent);
  if (found === null) {
    const headers = { 'www-authenticate': 'Bearer' };
    throw new Refused(401, { type: 'bad-token', detail: text.badToken(), headers });
  }
  return found;
}

function identifySent(sessions: SessionRules, scheme: string, sent: string) {
  if (scheme === 'bearer') return sessions.identifyBearer(sent);
  const pair = Buffer.from(sent, 'base64').toString();
  const colon = pair.indexOf(':');
  if (scheme !== 'basic' || colon < 0) return null;
  return sessions.identifyBasic(pair.slice(0, colon), pair.slice(colon + 1));
}

function refuseForgedForm(
  serving: Serving,
  ask: Ask,
  form: Form | null,
  known: string,
  { access }: Route,
): void {
  const { parts, sessions } = serving;
  if (isForeign(ask.request, parts.settings.url)) {
    throw new Refused(403, { detail: text.formForeign() });
  }
  const header = ask.request.headers.get('x-csrf-token');
  const given = header ?? form?.text('authenticity_token') ?? '';
  const session = ask.cookies.get(sessions.cookie) ?? '';
  if (known === '' || !sessions.isFormToken(parts.secret, session, given)) {
    const type = 'form-too-old';
    const isOver = ask.viewer.kind === 'guest' && access !== 'anyone';
    if (!isOver) throw new Refused(403, { type, detail: text.formTooOld() });
    const link = { href: logIn.href, label: logIn.label() };
    throw new Refused(403, { type, detail: text.sessionOver(), link });
  }
}

/** Who comes with a form is told what they may not before that nobody may now. */
function refuseWhileReadOnly({ access, options }: Route, { readOnly }: Ask): void {
  if (!readOnly || access === 'admins' || options.whileReadOnly) return;
  const headers = { 'retry-after': String(readOnlySeconds) };
  throw new Refused(503, { type: 'read-only', detail: text.readOnlyRefused(), headers });
}

/** After this long a tool may ask again whether the archive can be changed. */
const readOnlySeconds = 600;

const rolesOf: Readonly<Partial<Record<Access, readonly Role[]>>> = {
  moderators: ['moderator'],
  wranglers: ['wrangler'],
  archivists: ['archivist'],
  admins: ['admin'],
  stewards: ['moderator', 'admin'],
};

function refuseUninvited({ access }: Route, { viewer }: Ask): void {
  if (access === 'anyone' || access === 'tokens') return;
  if (viewer.kind === 'guest') throw new Refused(401, { detail: text.logInFirst() });
  const some = rolesOf[access];
  if (some !== undefined && !some.some((role) => hasRole(viewer, role))) throw new Refused(403);
}
