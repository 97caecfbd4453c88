// Serves the sample pages with the real assets under the real Content-Security-Policy.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { UserId } from '../../src/shared/ids.ts';
import { parseReading } from '../../src/shared/reading.ts';
import { guest, type Member } from '../../src/shared/viewer.ts';
import { type Assets, loadAssets } from '../../src/web/assets.ts';
import { type Flash, type Frame, renderDocument } from '../../src/web/document.ts';
import { setHeaders } from '../../src/web/serve/headers.ts';
import { comeLate } from '../browser/hardship.ts';
import { samples } from './samples.ts';

export type Gallery = {
  /** `http://127.0.0.1:PORT`; pages are below it by name, `?reading=` as in the cookie. */
  readonly origin: string;
  /** What the suggestions answer with, whatever is asked. */
  readonly suggested: readonly { readonly id: string; readonly name: string }[];
  readonly close: () => void;
};

const root = join(import.meta.dirname, '../..');
const suggested = [
  { id: '1', name: 'Oda', works: 0, matched: null },
  { id: '2', name: 'Oda & Old Benn', works: 0, matched: null },
  { id: '3', name: 'Odd Weather', works: 1200, matched: 'Strange Weather' },
];
const asMember = ['form', 'chapter', 'list'];

const ada: Member = {
  kind: 'member',
  userId: 1 as UserId,
  login: 'ada',
  pseuds: [],
  roles: new Set(),
  adultConsent: true,
};

export async function openGallery(): Promise<Gallery> {
  const assets = await loadAssets({ root, cacheFolder: null });
  const server = createServer(async (request, response) => {
    await comeLate();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const asset = assets.respond(url.pathname, request.headers['accept-encoding']);
    if (asset) send(response, asset.type, asset.body, asset.headers);
    else if (url.pathname.startsWith('/autocomplete/')) {
      send(response, 'application/json', JSON.stringify(suggested));
    } else answerSample(response, url, assets);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, suggested, close: () => server.close() };
}

function answerSample(response: ServerResponse, url: URL, assets: Assets): void {
  const sample = samples[url.pathname.slice(1)];
  if (sample) {
    const markup = String(renderDocument(frameFor(url, assets), sample()));
    send(response, 'text/html; charset=utf-8', markup);
  } else response.writeHead(404).end();
}

function send(
  response: ServerResponse,
  type: string,
  body: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): void {
  const headers = new Headers({ 'content-type': type, ...more });
  setHeaders(headers, false);
  response.writeHead(200, Object.fromEntries(headers)).end(body);
}

function frameFor({ pathname, searchParams }: URL, assets: Assets): Frame {
  const name = pathname.slice(1);
  const saved = searchParams.get('saved');
  const flash: Flash[] = saved ? [{ kind: 'done', text: 'Saved.', savedForm: saved }] : [];
  return {
    viewer: asMember.includes(name) ? ada : guest,
    formToken: 'sample-token',
    path: pathname,
    reading: parseReading(searchParams.get('reading') ?? undefined),
    siteName: 'Inkstead',
    notice: name === 'home' ? 'The archive moves to a new machine on Sunday at 10:00 UTC.' : null,
    flash,
    assets,
    signUpOpen: true,
  };
}
