// Small trees of questions, fitted elsewhere and kept as numbers: what they add up to is the
// chance of a break.

/** Nodes of all trees in a row: which feature, up to which value goes left, where to. */
export type Trees = {
  /** What the sum begins with. */
  readonly start: number;
  readonly roots: Int32Array;
  /** -1: a leaf. */
  readonly feature: Int16Array;
  readonly limit: Float32Array;
  /** The left child; the right one follows it. Of a leaf: nothing. */
  readonly left: Int32Array;
  readonly value: Float32Array;
};

/** The sum of the trees, in logits. */
export function sumOf(trees: Trees, features: readonly number[]): number {
  const { roots, feature, limit, left, value } = trees;
  let sum = trees.start;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree] ?? 0;
    for (let asked = feature[node] ?? -1; asked >= 0; asked = feature[node] ?? -1) {
      node = (left[node] ?? 0) + ((features[asked] ?? 0) <= (limit[node] ?? 0) ? 0 : 1);
    }
    sum += value[node] ?? 0;
  }
  return sum;
}
