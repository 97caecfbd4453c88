// What a query says, once it is read: a tree of conditions, and an order.

/** Places in the text that was read, in code units; the end is exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** Words to be found: `phrase`: side by side as they stand; `prefix`: the word's beginning. */
export type QueryWords = {
  readonly text: string;
  readonly phrase: boolean;
  readonly prefix: boolean;
};

/** One of several names: as it is spelt, by its number (`#12`), or how it begins (`Star*`). */
export type QueryName =
  | (Span & { readonly kind: 'name' | 'beginning'; readonly text: string })
  | (Span & { readonly kind: 'id'; readonly id: number });

export type AgeUnit = 'hour' | 'day' | 'week' | 'month' | 'year';

/**
 * One condition. `words`: field null for words typed without a field; of several, any will do.
 * `names`: any of them. `number`: both ends are within. `date`: epoch milliseconds of whole days,
 * UTC, both ends within. `age`: `newer` or `older` than `count` units; `within`: from `count` to
 * `to` units ago.
 */
export type QueryLeaf = Span &
  (
    | {
        readonly kind: 'words';
        readonly field: string | null;
        readonly of: readonly QueryWords[];
      }
    | { readonly kind: 'names'; readonly field: string; readonly of: readonly QueryName[] }
    | {
        readonly kind: 'number' | 'date';
        readonly field: string;
        readonly min?: number;
        readonly max?: number;
      }
    | {
        readonly kind: 'age';
        readonly field: string;
        readonly than: 'newer' | 'older' | 'within';
        readonly count: number;
        readonly to: number;
        readonly unit: AgeUnit;
      }
    | { readonly kind: 'flag'; readonly field: string; readonly wanted: boolean }
  );

/** Conditions joined: `all` of nothing lets everything through. */
export type QueryNode =
  | QueryLeaf
  | { readonly kind: 'all'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'any'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly of: QueryNode };

/** `reversed`: against the order's own direction. `direction`: as asked for, whatever that is. */
export type QueryOrder = Span & {
  readonly field: string;
  readonly name: string;
  readonly reversed: boolean;
  readonly direction: 'ascending' | 'descending' | null;
  readonly seed: number | null;
};

/** A query: which, and in which order; null: none was asked for. */
export type QueryTree = { readonly where: QueryNode; readonly order: QueryOrder | null };

/** Everything. */
export const everything: QueryNode = { kind: 'all', of: [] };

/** All of them, in one form: no `all` inside an `all`, none around a single one. */
export function allOf(nodes: readonly QueryNode[]): QueryNode {
  return joined('all', nodes);
}

/** Any of them, in one form. Something must be given: any of nothing is everything here. */
export function anyOf(nodes: readonly QueryNode[]): QueryNode {
  return nodes.length === 0 ? everything : joined('any', nodes);
}

/** Without it; what is taken away twice is back, and not yes is no. */
export function notOf(node: QueryNode): QueryNode {
  if (node.kind === 'flag') return { ...node, wanted: !node.wanted };
  return node.kind === 'not' ? node.of : { kind: 'not', of: node };
}

/** Whether it lets everything through because it says nothing. */
export function isEverything(node: QueryNode): boolean {
  return node.kind === 'all' && node.of.length === 0;
}

/** Every leaf, in the order of the text. `negative`: under an odd number of `not`s. */
export function* leavesOf(
  node: QueryNode,
  negative = false,
): Generator<{ readonly leaf: QueryLeaf; readonly negative: boolean }> {
  if (node.kind === 'not') yield* leavesOf(node.of, !negative);
  else if (node.kind === 'all' || node.kind === 'any') {
    for (const each of node.of) yield* leavesOf(each, negative);
  } else yield { leaf: node, negative };
}

function joined(kind: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode {
  const of = nodes.flatMap((node) => (node.kind === kind ? node.of : [node]));
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}
