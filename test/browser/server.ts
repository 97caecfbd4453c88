// The whole app behind a real port, with the real styles and scripts, for a real browser.
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Fetch } from '../../src/web/serve/index.ts';
import { type AppWishes, type Ending, makeApp, type TestApp } from '../kit/app.ts';
import { comeLate } from './hardship.ts';

export type SiteWishes = Omit<AppWishes, 'assets'> & {
  /** A name, where browsers ask for one. */
  readonly host?: 'localhost';
};

export type Site = TestApp & {
  /** `http://127.0.0.1:PORT`, or with the host that was wished for, which the settings name too. */
  readonly origin: string;
  /** Resolves when a request to this path has been answered, from now on. */
  answered(path: string): Promise<unknown>;
};

/** Serves an app of its own until the test or file ends. */
export async function openSite(test: Ending, wishes: SiteWishes = {}): Promise<Site> {
  // The address has to be known before the app is made.
  let answer: Fetch | null = null;
  const answers = new EventEmitter();
  const server = serve({
    hostname: '127.0.0.1',
    port: 0,
    overrideGlobalObjects: false,
    fetch: async (request) => {
      await comeLate();
      const given = await (answer as Fetch)(request, { peer: '127.0.0.1' });
      answers.emit(new URL(request.url).pathname);
      return given;
    },
  });
  await once(server, 'listening');
  test.after(() => close(server));
  const origin = `http://${wishes.host ?? '127.0.0.1'}:${(server.address() as AddressInfo).port}`;
  const env = { ...wishes.env, INKSTEAD_URL: origin };
  const app = await makeApp(test, { ...wishes, env, assets: 'built' });
  answer = app.app.fetch;
  return { ...app, origin, answered: (path) => once(answers, path) };
}

function close(server: ServerType): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    // A browser keeps its connections open in case it wants more.
    (server as { closeAllConnections?: () => void }).closeAllConnections?.();
  });
}
