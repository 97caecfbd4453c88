// Fits small trees one after the other, each to what those before it leave wrong (gradient boosting
// with a logistic loss, on values sorted into bins).
import type { Trees } from '../../src/text/rescue/trees.ts';

export type Fitting = {
  readonly rounds: number;
  readonly leaves: number;
  readonly rate: number;
  readonly least: number;
  readonly ridge: number;
  readonly share: number;
};

const binsMax = 64;

type Binned = { readonly columns: readonly Uint8Array[]; readonly limits: readonly number[][] };
type Split = { gain: number; feature: number; bin: number };
type Node = {
  rows: Int32Array;
  /** The sums of gradients and of curvatures in each bin of each allowed feature. */
  sums: Float64Array;
  split: Split;
  place: number;
  gradient: number;
  curvature: number;
};

/**
 * `weights` says how much each row counts. With `before`, the trees add to those sums, which others
 * gave, and begin with nothing of their own.
 */
export function fitTrees(
  rows: readonly (readonly number[])[],
  truth: Uint8Array,
  weights: Float64Array,
  fitting: Fitting,
  random: () => number,
  before?: Float64Array,
): Trees {
  const binned = binsOf(rows);
  const count = rows.length;
  const start = before === undefined ? startOf(truth, weights) : 0;
  const score = before?.slice() ?? new Float64Array(count).fill(start);
  const gradients = new Float64Array(count);
  const curvatures = new Float64Array(count);
  const nodes = {
    feature: [] as number[],
    limit: [] as number[],
    left: [] as number[],
    value: [] as number[],
  };
  const roots: number[] = [];
  for (let round = 0; round < fitting.rounds; round += 1) {
    for (let row = 0; row < count; row += 1) {
      const chance = 1 / (1 + Math.exp(-(score[row] ?? 0)));
      const weight = weights[row] ?? 0;
      gradients[row] = weight * ((truth[row] ?? 0) - chance);
      curvatures[row] = weight * Math.max(1e-6, chance * (1 - chance));
    }
    roots.push(nodes.feature.length);
    growTree(binned, gradients, curvatures, score, nodes, fitting, random);
  }
  return {
    start,
    roots: Int32Array.from(roots),
    feature: Int16Array.from(nodes.feature),
    limit: Float32Array.from(nodes.limit),
    left: Int32Array.from(nodes.left),
    value: Float32Array.from(nodes.value),
  };
}

/** What every place is worth before anything is known of it. */
function startOf(truth: Uint8Array, weights: Float64Array): number {
  let positive = 0;
  let total = 0;
  for (let row = 0; row < truth.length; row += 1) {
    positive += (truth[row] ?? 0) * (weights[row] ?? 0);
    total += weights[row] ?? 0;
  }
  return Math.log(positive / (total - positive));
}

/** The mean of what several fits say, as the trees of all of them. */
export function meanOf(fits: readonly Trees[]): Trees {
  const joined = (of: (fit: Trees, nodesBefore: number) => Iterable<number>) => {
    let before = 0;
    return fits.flatMap((fit) => {
      const row = [...of(fit, before)];
      before += fit.feature.length;
      return row;
    });
  };
  return {
    start: fits.reduce((sum, { start }) => sum + start, 0) / fits.length,
    roots: Int32Array.from(joined(({ roots }, before) => roots.map((root) => root + before))),
    feature: Int16Array.from(joined(({ feature }) => feature)),
    limit: Float32Array.from(joined(({ limit }) => limit)),
    left: Int32Array.from(joined(({ left }, before) => left.map((node) => node + before))),
    value: Float32Array.from(joined(({ value }) => value.map((each) => each / fits.length))),
  };
}

function growTree(
  binned: Binned,
  gradients: Float64Array,
  curvatures: Float64Array,
  score: Float64Array,
  nodes: { feature: number[]; limit: number[]; left: number[]; value: number[] },
  fitting: Fitting,
  random: () => number,
): void {
  const allowed = binned.columns.map(() => random() < fitting.share);
  const every = Int32Array.from(score.keys());
  const sampled = every.filter(() => random() < 0.7);
  const make = (rows: Int32Array, place: number, sums: Float64Array): Node => {
    let gradient = 0;
    let curvature = 0;
    for (const row of rows) {
      gradient += gradients[row] ?? 0;
      curvature += curvatures[row] ?? 0;
    }
    const split = bestSplit(binned, sums, gradient, curvature, allowed, fitting);
    return { rows, sums, split, place, gradient, curvature };
  };
  const sumsOf = (rows: Int32Array) => sumBins(binned, rows, gradients, curvatures, allowed);
  const add = () => {
    nodes.feature.push(-1);
    nodes.limit.push(0);
    nodes.left.push(0);
    nodes.value.push(0);
    return nodes.feature.length - 1;
  };
  const root = add();
  const open = [make(sampled, root, sumsOf(sampled))];
  for (let leaves = 1; leaves < fitting.leaves; leaves += 1) {
    const best = open.reduce((one, other) => (other.split.gain > one.split.gain ? other : one));
    if (best.split.gain <= 0) break;
    open.splice(open.indexOf(best), 1);
    const { feature, bin } = best.split;
    const column = binned.columns[feature];
    nodes.feature[best.place] = feature;
    nodes.limit[best.place] = binned.limits[feature]?.[bin] ?? 0;
    const left = add();
    const right = add();
    nodes.left[best.place] = left;
    const low = best.rows.filter((row) => (column?.[row] ?? 0) <= bin);
    const high = best.rows.filter((row) => (column?.[row] ?? 0) > bin);
    // The larger side has what the smaller one leaves.
    const few = sumsOf(low.length < high.length ? low : high);
    const many = best.sums.map((sum, at) => sum - (few[at] ?? 0));
    open.push(make(low, left, low.length < high.length ? few : many));
    open.push(make(high, right, low.length < high.length ? many : few));
  }
  for (const { place, gradient, curvature } of open) {
    nodes.value[place] = Math.fround((fitting.rate * gradient) / (curvature + fitting.ridge));
  }
  applyTree(binned, nodes, root, score);
}

function applyTree(
  binned: Binned,
  nodes: { feature: number[]; limit: number[]; left: number[]; value: number[] },
  root: number,
  score: Float64Array,
): void {
  const bins = nodes.feature.map((feature, node) =>
    node < root || feature < 0 ? 0 : (binned.limits[feature]?.indexOf(nodes.limit[node] ?? 0) ?? 0),
  );
  for (let row = 0; row < score.length; row += 1) {
    let node = root;
    for (let asked = nodes.feature[node] ?? -1; asked >= 0; asked = nodes.feature[node] ?? -1) {
      const goesLeft = (binned.columns[asked]?.[row] ?? 0) <= (bins[node] ?? 0);
      node = (nodes.left[node] ?? 0) + (goesLeft ? 0 : 1);
    }
    score[row] = (score[row] ?? 0) + (nodes.value[node] ?? 0);
  }
}

function sumBins(
  { columns }: Binned,
  rows: Int32Array,
  gradients: Float64Array,
  curvatures: Float64Array,
  allowed: readonly boolean[],
): Float64Array {
  const sums = new Float64Array(2 * binsMax * columns.length);
  columns.forEach((column, feature) => {
    if (!allowed[feature]) return;
    const first = 2 * binsMax * feature;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      const bin = first + 2 * (column[row] ?? 0);
      sums[bin] = (sums[bin] ?? 0) + (gradients[row] ?? 0);
      sums[bin + 1] = (sums[bin + 1] ?? 0) + (curvatures[row] ?? 0);
    }
  });
  return sums;
}

function bestSplit(
  { limits }: Binned,
  sums: Float64Array,
  gradient: number,
  curvature: number,
  allowed: readonly boolean[],
  { least, ridge }: Fitting,
): Split {
  const best: Split = { gain: 0, feature: -1, bin: 0 };
  const whole = (gradient * gradient) / (curvature + ridge);
  limits.forEach(({ length: bins }, feature) => {
    if (!allowed[feature]) return;
    const first = 2 * binsMax * feature;
    let leftSum = 0;
    let leftBend = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      leftSum += sums[first + 2 * bin] ?? 0;
      leftBend += sums[first + 2 * bin + 1] ?? 0;
      const rightSum = gradient - leftSum;
      const rightBend = curvature - leftBend;
      if (leftBend < least || rightBend < least) continue;
      const gain =
        (leftSum * leftSum) / (leftBend + ridge) +
        (rightSum * rightSum) / (rightBend + ridge) -
        whole;
      if (gain > best.gain) Object.assign(best, { gain, feature, bin });
    }
  });
  return best;
}

/** Sorts each feature into at most `binsMax` bins; a limit lies between two values that occur. */
function binsOf(rows: readonly (readonly number[])[]): Binned {
  const width = rows[0]?.length ?? 0;
  const columns: Uint8Array[] = [];
  const limits: number[][] = [];
  for (let feature = 0; feature < width; feature += 1) {
    const values = Float64Array.from(rows, (row) => row[feature] ?? 0).sort();
    const cuts: number[] = [];
    for (let bin = 1; bin < binsMax; bin += 1) {
      const at = Math.floor((bin / binsMax) * values.length);
      const low = values[at - 1] ?? 0;
      const high = values.subarray(at).find((value) => value > low);
      if (high === undefined) break;
      const cut = Math.fround((low + high) / 2);
      if (cuts.at(-1) === undefined || cut > (cuts.at(-1) ?? 0)) cuts.push(cut);
    }
    limits.push(cuts);
    columns.push(
      Uint8Array.from(rows, (row) => {
        const value = row[feature] ?? 0;
        const bin = cuts.findIndex((cut) => value <= cut);
        return bin < 0 ? cuts.length : bin;
      }),
    );
  }
  return { columns, limits };
}
