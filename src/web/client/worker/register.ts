/** Whether this browser, at this address, can have the worker: only https and localhost can. */
export function canHaveWorker(): boolean {
  return 'serviceWorker' in navigator && 'caches' in globalThis && 'indexedDB' in globalThis;
}

/** The worker, running; for whatever a reader asks for that needs it. */
export async function haveWorker(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/worker.js', { scope: '/', updateViaCache: 'none' });
  return navigator.serviceWorker.ready;
}
