// The door of reading: its routes, the counter of views, and the consent that any address may give.
export { keepAdultConsent } from './adult-gate.ts';
export { feedsOfReading } from './feeds.ts';
export { createHitCounter, type HitCounter } from './hits.ts';
export { flushHitsMs } from './limits.ts';
export { readingRoutes } from './routes.ts';
