// The worker's part in keeping works: kept pages are answered from the device, other pages from the
// archive; without a connection a kept copy stands in for a page, or a page that says so; and what
// is done on a work waits until it can be sent. Nothing is kept here that nobody asked for, but the
// two pages that say what is kept.
import type { Duty, Fetching, WorkerScope } from '../../../../web/client/worker/scope.ts';
import { contactNowAndThen, sendNow } from '../device/contact.ts';
import { fact, find, type KeptWork, put, remove } from '../device/database.ts';
import { keepDeed, slotOf } from '../device/deeds.ts';
import { keptCache } from '../device/keeping.ts';
import { meet, readerHeader } from '../device/readers.ts';

const shellCache = 'inkstead-shell';
const listPage = '/kept';
const awayPage = '/kept/away';
/** What the browser is asked to wake the worker for. */
const sendLater = 'inkstead-deeds';

export const duty: Duty = (worker) => {
  worker.addEventListener('install', (event) => event.waitUntil(keepShell()));
  worker.addEventListener('activate', (event) => event.waitUntil(preload(worker)));
  worker.addEventListener('fetch', (event) => answer(event, worker));
  worker.addEventListener('sync', (event) => {
    if (event.tag === sendLater) event.waitUntil(sendNow());
  });
};

/** Pages need not wait for the worker to wake, and the archive sees that one is there. */
async function preload({ registration }: WorkerScope): Promise<void> {
  await registration.navigationPreload?.enable();
}

/** Fetched anew with each version of the worker, which is one for each version of the assets. */
async function keepShell(): Promise<void> {
  await caches.delete(shellCache);
  const cache = await caches.open(shellCache);
  for (const address of [listPage, awayPage]) {
    const page = await fetch(address, { cache: 'no-store' });
    if (!page.ok) throw new Error(`${address}: ${page.status}`);
    const text = await page.clone().text();
    await cache.put(address, page);
    const pieces = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]*)"/g)];
    await cache.addAll([...new Set(pieces.map(([, piece = '']) => piece))]);
  }
}

function answer(event: Fetching, worker: WorkerScope): void {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  const isPage = request.mode === 'navigate';
  if (request.method === 'POST') {
    const slot = slotOf(url.pathname);
    if (slot !== null && isOurs(request)) event.respondWith(act(event, url, slot, worker));
  } else if (request.method !== 'GET') return;
  else if (isPage) event.respondWith(answerPage(event, url));
  else if (/^\/assets\/|^\/works\/\d+\/(?:images\/|skin\.css)/.test(url.pathname)) {
    event.respondWith(answerPiece(request));
  } else if (url.pathname === '/token_dispenser.json') {
    // Without a connection what is sent with it waits, and is sent with another.
    event.respondWith(fetch(request).catch(() => Response.json({ token: '' })));
  }
}

/**
 * Sent by a page of the archive. What another site's page sends goes to the archive as it is, which
 * refuses it: from here it would be sent with a token.
 */
function isOurs({ mode, referrer }: Request): boolean {
  return mode !== 'navigate' || URL.parse(referrer)?.origin === location.origin;
}

async function answerPiece(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function answerPage(event: Fetching, url: URL): Promise<Response> {
  const fresh = ask(event);
  const { pathname } = url;
  const kept = await keptPage(pathname);
  if (kept !== undefined) {
    // What is kept is shown at once; what the archive says of it counts from the next time on.
    event.waitUntil(fresh.then((page) => heed(page, pathname)).catch(() => {}));
    return kept;
  }
  const copy = await copyOf(pathname);
  if (copy !== null && isFromKept(event.request)) {
    event.waitUntil(fresh.then((page) => heed(page)).catch(() => {}));
    return Response.redirect(copy);
  }
  try {
    const page = await fresh;
    event.waitUntil(heed(page));
    return page;
  } catch {
    if (copy !== null) return Response.redirect(copy);
    return shellPage(pathname === listPage ? listPage : awayPage);
  }
}

async function ask({ preloadResponse, request }: Fetching): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

async function keptPage(pathname: string): Promise<Response | undefined> {
  if (!pathname.startsWith('/kept/works/')) return undefined;
  const page = await caches.match(pathname, { cacheName: keptCache, ignoreVary: true });
  const work = await workAt(pathname);
  return work?.pages.includes(pathname) ? page : undefined;
}

async function workAt(pathname: string): Promise<KeptWork | undefined> {
  const [, id] = /^(?:\/kept)?\/works\/(\d+)/.exec(pathname) ?? [];
  return id === undefined ? undefined : find('works', Number(id));
}

/** Where the device has the page of a work or a chapter. */
async function copyOf(pathname: string): Promise<string | null> {
  const [, chapter] = /^\/works\/\d+(\/chapters\/\d+)?$/.exec(pathname) ?? [null];
  if (chapter === null) return null;
  const work = await workAt(pathname);
  if (work === undefined) return null;
  const page = chapter === undefined ? (work.open ?? work.pages[0]) : `/kept${pathname}`;
  return page !== undefined && work.pages.includes(page) ? page : null;
}

/** Links of kept pages lead to the archive's addresses; who reads what is kept stays with it. */
function isFromKept({ referrer }: Request): boolean {
  return referrer !== '' && new URL(referrer).pathname.startsWith('/kept/works/');
}

async function shellPage(address: string): Promise<Response> {
  const page = await caches.match(address, { cacheName: shellCache, ignoreVary: true });
  return page ?? Response.error();
}

/** The archive has answered: who reads is known, and perhaps it is time for more. */
async function heed(page: Response, kept?: string): Promise<void> {
  const reader = page.headers.get(readerHeader);
  if (reader !== null) await meet(reader);
  const isGone = kept !== undefined && [401, 403, 404, 410].includes(page.status);
  if (isGone) await put('facts', { name: 'contact', value: 0 });
  await contactNowAndThen(Date.now()).catch(() => {});
}

/** Kudos, a place or a state: sent as it is, or else kept until it can be. */
async function act(
  event: Fetching,
  url: URL,
  slot: string,
  { registration }: WorkerScope,
): Promise<Response> {
  const { request } = event;
  const form = new URLSearchParams(await request.clone().text());
  // A page sends what waits: it stays kept as of when it was done, and that page holds the lock.
  if (form.has('made_at')) return fetch(request);
  // A kept page has no token of its own.
  if (form.get('authenticity_token')) {
    try {
      return await fetch(request);
    } catch {
      // It waits.
    }
  }
  const reader = (await fact<string>('reader')) ?? 'guest';
  const deed = { slot, path: url.pathname, fields: [...form], at: Date.now(), reader };
  await keepDeed(deed);
  // Some browsers can wake the worker when there is a connection again, the tab long closed.
  await sendNow().catch(() => registration.sync?.register(sendLater).catch(() => {}));
  return answerDeed(request, url, slot, form);
}

async function answerDeed(
  request: Request,
  url: URL,
  slot: string,
  form: URLSearchParams,
): Promise<Response> {
  const back = form.get('back') ?? '';
  if (request.mode === 'navigate') {
    return Response.redirect(/^\/(?![/\\])/.test(back) ? back : listPage, 303);
  }
  if (!slot.startsWith('kudos ')) return new Response(null, { status: 204 });
  const isLeft = !url.pathname.endsWith('/undo');
  const refused = await find('told', slot);
  if (refused === undefined) return Response.json({ mine: isLeft, sentence: '', waits: true });
  await remove('told', slot);
  return Response.json({ mine: !isLeft, sentence: refused.sentence });
}
