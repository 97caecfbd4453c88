// The arithmetic of training: vectors of signs, one hidden layer, and an answer; each example
// moves the vectors at once (AdaGrad), and every 32 the layers (Adam). A fifth of the hidden
// numbers rests at each example.
import { reach } from '../../src/text/check/gap-signs.ts';

export type Draw = () => number;

export const width = 20;
export const slots = reach * 2;
/** A sign's key, ending, form and kind. */
export const parts = 4;
const hidden = 64;
const inputs = slots * width;
const batch = 32;
const decay = 1e-4;

type Layer = {
  readonly values: Float32Array;
  readonly sums: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
};

export class Layers {
  readonly vectors: Float32Array;
  readonly inner: Float32Array;
  readonly innerBias = new Float32Array(hidden);
  readonly outer: Float32Array;
  readonly outerBias: Float32Array;
  readonly #starts: readonly number[];
  readonly #squares: Float32Array;
  readonly #layers: readonly Layer[];
  readonly #input = new Float32Array(inputs);
  readonly #hidden = new Float32Array(hidden);
  readonly #mask = new Float32Array(hidden);
  readonly #answers: Float32Array;
  readonly #back = new Float32Array(hidden);
  readonly #inputBack = new Float32Array(inputs);
  #seen = 0;

  constructor(sizes: readonly [number, number, number, number], answers: number, d: Draw) {
    const [keys, endings, forms, kinds] = sizes;
    const drawn = (length: number, most: number) =>
      Float32Array.from({ length }, () => (d() * 2 - 1) * most);
    this.vectors = drawn((keys + endings + forms + kinds) * width, 0.1);
    this.#squares = new Float32Array(this.vectors.length).fill(1e-3);
    this.inner = drawn(inputs * hidden, 1 / Math.sqrt(inputs));
    this.outer = drawn(hidden * answers, 1 / Math.sqrt(hidden));
    this.outerBias = new Float32Array(answers);
    this.#answers = new Float32Array(answers);
    this.#starts = [0, keys, keys + endings, keys + endings + forms];
    this.#layers = [this.inner, this.innerBias, this.outer, this.outerBias].map((values) => ({
      values,
      sums: new Float32Array(values.length),
      means: new Float32Array(values.length),
      squares: new Float32Array(values.length),
    }));
  }

  /** Key, ending and form of each slot, and what was cut out there. */
  learn(around: Int32Array, answer: number, rate: number, random: Draw): void {
    this.#forward(around, random);
    this.#answers[answer]! -= 1;
    this.#backThroughOuter();
    this.#backThroughInner();
    this.#moveVectors(around, rate * 20);
    this.#seen += 1;
    if (this.#seen % batch === 0) this.#moveLayers(rate, this.#seen / batch);
  }

  #forward(around: Int32Array, random: Draw): void {
    const [input, inner, values] = [this.#input, this.inner, this.#hidden];
    for (let slot = 0; slot < slots; slot++) {
      const [key, ending, form, kind] = this.#rowsAt(around, slot);
      for (let at = 0; at < width; at++) {
        const sum = this.vectors[key + at]! + this.vectors[ending + at]!;
        input[slot * width + at] = sum + this.vectors[form + at]! + this.vectors[kind + at]!;
      }
    }
    values.set(this.innerBias);
    for (let from = 0; from < inputs; from++) {
      const value = input[from]!;
      const row = from * hidden;
      for (let to = 0; to < hidden; to++) values[to] = values[to]! + value * inner[row + to]!;
    }
    for (let at = 0; at < hidden; at++) {
      this.#mask[at] = values[at]! > 0 && random() > 0.2 ? 1.25 : 0;
      values[at] = values[at]! * this.#mask[at]!;
    }
    this.#answer();
  }

  #answer(): void {
    const [answers, outer, values] = [this.#answers, this.outer, this.#hidden];
    answers.set(this.outerBias);
    for (let from = 0; from < hidden; from++) {
      const value = values[from]!;
      if (value === 0) continue;
      const row = from * answers.length;
      for (let to = 0; to < answers.length; to++) answers[to]! += value * outer[row + to]!;
    }
    const most = Math.max(...answers);
    let sum = 0;
    for (let at = 0; at < answers.length; at++) {
      answers[at] = Math.exp(answers[at]! - most);
      sum += answers[at]!;
    }
    for (let at = 0; at < answers.length; at++) answers[at]! /= sum;
  }

  #backThroughOuter(): void {
    const [answers, values] = [this.#answers, this.#hidden];
    const [sums, biasSums] = [this.#layers[2]!.sums, this.#layers[3]!.sums];
    this.#back.fill(0);
    for (let from = 0; from < hidden; from++) {
      if (this.#mask[from] === 0) continue;
      const row = from * answers.length;
      let sum = 0;
      for (let to = 0; to < answers.length; to++) {
        sum += answers[to]! * this.outer[row + to]!;
        sums[row + to]! += answers[to]! * values[from]!;
      }
      this.#back[from] = sum * this.#mask[from]!;
    }
    for (let to = 0; to < answers.length; to++) biasSums[to]! += answers[to]!;
  }

  #backThroughInner(): void {
    const [back, inner, input] = [this.#back, this.inner, this.#input];
    const [sums, biasSums] = [this.#layers[0]!.sums, this.#layers[1]!.sums];
    for (let to = 0; to < hidden; to++) biasSums[to] = biasSums[to]! + back[to]!;
    for (let from = 0; from < inputs; from++) {
      const value = input[from]!;
      const row = from * hidden;
      let sum = 0;
      for (let to = 0; to < hidden; to++) {
        const one = back[to]!;
        sum += one * inner[row + to]!;
        sums[row + to] = sums[row + to]! + one * value;
      }
      this.#inputBack[from] = sum;
    }
  }

  #moveVectors(around: Int32Array, rate: number): void {
    const [vectors, squares] = [this.vectors, this.#squares];
    for (let slot = 0; slot < slots; slot++) {
      this.#rowsAt(around, slot).forEach((row, kind) => {
        // The row of unknown words stays what it is.
        if (kind === 0 && row === 0) return;
        for (let at = 0; at < width; at++) {
          const slope = this.#inputBack[slot * width + at]! + decay * vectors[row + at]!;
          squares[row + at] = squares[row + at]! + slope * slope;
          const step = (rate * slope) / Math.sqrt(squares[row + at]! + 0.1);
          vectors[row + at] = vectors[row + at]! - step;
        }
      });
    }
  }

  #moveLayers(rate: number, step: number): void {
    const [first, second] = [1 - 0.9 ** step, 1 - 0.999 ** step];
    for (const { values, sums, means, squares } of this.#layers) {
      for (let at = 0; at < values.length; at++) {
        const slope = sums[at]! / batch;
        means[at] = 0.9 * means[at]! + 0.1 * slope;
        squares[at] = 0.999 * squares[at]! + 0.001 * slope * slope;
        sums[at] = 0;
        const move = means[at]! / first / (Math.sqrt(squares[at]! / second) + 1e-8);
        values[at] = values[at]! - rate * (move + decay * 10 * values[at]!);
      }
    }
  }

  #rowsAt(around: Int32Array, slot: number): readonly [number, number, number, number] {
    const row = (kind: number) => (this.#starts[kind]! + around[slot * parts + kind]!) * width;
    return [row(0), row(1), row(2), row(3)];
  }
}
