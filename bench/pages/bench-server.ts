// The archive's own server in a process of its own, with a peer beside it: the same bytes, sent by
// the same server from memory.
import { serve } from '@hono/node-server';
import { createApp } from '../../src/app.ts';
import { unbuiltAssets } from '../../src/web/assets.ts';
import { openBenchArchive } from '../archive.ts';

/** What stands before an address to ask the peer for it. The first time it asks the archive. */
export const peerPrefix = '/bench-peer';
/** Answers with the processor time of the process so far, in microseconds. */
export const processorTimeAddress = '/bench-processor-time';

/** Serves the archive in that folder; prints its port alone on a line. Ends with its parent. */
export async function serveForBench(data: string): Promise<void> {
  const archive = await openBenchArchive(data);
  const app = await createApp(archive.parts, unbuiltAssets);
  const kept = new Map<string, { body: Uint8Array; headers: [string, string][] }>();
  const answer = async (request: Request): Promise<Response> => {
    const at = request.url.indexOf('/', 'http://'.length);
    const address = request.url.slice(at);
    if (address === processorTimeAddress) {
      const { user, system } = process.cpuUsage();
      return new Response(String(user + system));
    }
    if (!address.startsWith(peerPrefix)) return app.fetch(request, { peer: '127.0.0.1' });
    let known = kept.get(address);
    if (known === undefined) {
      const asked = new Request(`${request.url.slice(0, at)}${address.slice(peerPrefix.length)}`, {
        headers: request.headers,
      });
      const first = await app.fetch(asked, { peer: '127.0.0.1' });
      const body = new Uint8Array(await first.arrayBuffer());
      known = { body, headers: [...first.headers] };
      kept.set(address, known);
    }
    return new Response(known.body as BodyInit, { headers: known.headers });
  };
  const server = serve({
    hostname: '127.0.0.1',
    port: 0,
    overrideGlobalObjects: false,
    fetch: answer,
  });
  server.once('listening', () => {
    const address = server.address();
    if (typeof address === 'object' && address !== null) {
      process.stdout.write(`${address.port}\n`);
    }
  });
  // The parent holds the other end: when it is gone, so are we.
  process.stdin.resume();
  process.stdin.once('end', () => process.exit());
}
