// The server process: open, listen, say so in one line, and shut down in order.
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { type App, type Chore, createApp } from './app.ts';
import { type Archive, openArchive } from './archive.ts';
import { firstAdminLink } from './features/accounts/index.ts';
import { seedDemo } from './features/site/index.ts';
import { type Settings, withListeningPort } from './kit/config/index.ts';
import type { Log } from './kit/log/index.ts';
import { CommandFailed } from './shared/command.ts';
import { loadAssets } from './web/assets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// Requests under way get this long to end after a signal.
const drainMs = 5_000;

/** Serves until a signal; resolves when everything is closed. */
export async function runServer(settings: Settings, log: Log): Promise<void> {
  await refuseTakenPort(settings);
  const archive = await openArchive(settings, log);
  try {
    await seedDemo(archive.parts);
    const assets = await loadAssets({ root, cacheFolder: archive.folder.cache });
    const app = await createApp(archive.parts, assets);
    const timers = app.chores.map((chore) => setInterval(() => attempt(chore, log), chore.everyMs));
    try {
      const warmUp = () => attempt({ name: 'load the index', run: app.warmUp }, log);
      await listen(archive, app.fetch, settings, { log, listening: warmUp });
    } finally {
      for (const timer of timers) clearInterval(timer);
      await app.close();
    }
  } finally {
    await archive.close();
  }
}

/**
 * Says that the port is taken before anything is opened: what listens there may be the same archive
 * in an earlier version, and must not be migrated under its feet.
 */
async function refuseTakenPort(settings: Settings): Promise<void> {
  const probe = createServer();
  await new Promise<void>((free, failed) => {
    probe.once('error', (error) => failed(whyNotListening(error, settings)));
    probe.listen(settings.port, settings.host, free);
  });
  await new Promise((closed) => probe.close(closed));
}

/** A chore that fails is said once in the log and tried again at its next turn. */
function attempt({ name, run }: Pick<Chore, 'name' | 'run'>, log: Log): void {
  run().catch((error: Error) =>
    log.error({ chore: name, reason: error.message }, 'a chore failed'),
  );
}

async function listen(
  archive: Archive,
  fetch: App['fetch'],
  settings: Settings,
  { log, listening }: { readonly log: Log; readonly listening: () => void },
) {
  const { host, port } = settings;
  const peerOf = (env: unknown) =>
    (env as { incoming?: { socket: { remoteAddress?: string } } }).incoming?.socket.remoteAddress;
  await new Promise<void>((closed, failed) => {
    const server = serve({
      hostname: host,
      port,
      overrideGlobalObjects: false,
      fetch: (request, env) => fetch(request, { peer: peerOf(env) ?? '127.0.0.1' }),
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(whyNotListening(error, settings)),
    );
    server.once('listening', () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      void greet(archive, withListeningPort(settings, actual));
      listening();
    });
    const stop = (signal: string) => {
      log.info({ signal }, 'stopping');
      server.close(() => closed());
      setTimeout(
        () => (server as { closeAllConnections?: () => void }).closeAllConnections?.(),
        drainMs,
      ).unref();
    };
    // Not once: what supervises the launcher may signal both, and means no hurry by it.
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

/** The one line that tells where it is, and the first-run link while there is no admin. */
async function greet(archive: Archive, settings: Settings): Promise<void> {
  const link = await firstAdminLink(archive.parts);
  if (link !== null) {
    // On the terminal only, never in the log: whoever has it becomes admin.
    process.stderr.write(`No admin yet. Open this once, within a day: ${settings.url}${link}\n`);
  }
  process.stdout.write(`Inkstead is ready at ${addressOf(settings)}\n`);
}

function addressOf({ host, port }: Settings): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function whyNotListening(error: NodeJS.ErrnoException, { host, port }: Settings): Error {
  if (error.code === 'EADDRINUSE') {
    return new CommandFailed(
      `Port ${port} on ${host} is in use: stop what listens there, or set INKSTEAD_PORT.`,
    );
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    const reason = error.code === 'EACCES' ? 'is not allowed' : 'is no address of this machine';
    return new CommandFailed(`Listening on ${host}:${port} ${reason}: set INKSTEAD_HOST or _PORT.`);
  }
  return error;
}
