// The service worker, served at /worker.js. It does nothing by itself: features have duties in it,
// and it is registered only on a device whose reader has asked for one of them (register.ts).
import { duties } from 'inkstead:duties';
import type { WorkerScope } from './scope.ts';

const worker = globalThis as unknown as WorkerScope;

// A new worker takes over at once: the old one's pages ask it for nothing that both do not know.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

for (const duty of duties) duty(worker);
