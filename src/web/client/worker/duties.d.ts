// Made while bundling (src/web/bundle.ts) from the files in src/features/*/client/worker: each
// exports the `duty` that its feature has in the service worker.
declare module 'inkstead:duties' {
  import type { Duty } from './scope.ts';
  export const duties: readonly Duty[];
}
