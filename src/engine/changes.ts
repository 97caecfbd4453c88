// Changes of an engine as plain data: what another engine over the same packed part is told, in
// order, to hold the same.
import type { Document } from './engine.ts';
import type { Term } from './taxonomy.ts';

/** One change, named as the engine's method that makes it. Plain data, fit for a message. */
export type Change =
  | { readonly kind: 'putTerm'; readonly term: Term }
  | { readonly kind: 'removeTerm'; readonly id: number }
  | { readonly kind: 'putDocument'; readonly document: Document }
  | { readonly kind: 'removeDocument'; readonly id: number }
  | {
      readonly kind: 'setNumber';
      readonly id: number;
      readonly column: string;
      readonly value: number | null;
    };
