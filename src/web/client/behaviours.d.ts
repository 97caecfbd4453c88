// Made while bundling (src/web/bundle.ts) from the files in src/web/client and
// src/features/*/client: the file `counter.ts` exports the `enhance` of data-enhance="counter".
declare module 'inkstead:behaviours' {
  export type Behaviour = { enhance(element: HTMLElement): void };
  export const behaviours: Readonly<Record<string, (() => Promise<Behaviour>) | undefined>>;
}
