// Versions of a text as differences from the version before, packed. What is kept of an edit is
// about the size of the edit, wherever in the text it was made.
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A whole text, packed. */
export function packWhole(text: string): Uint8Array {
  return deflateRawSync(Buffer.from(text));
}

/** Takes bytes of `packWhole`. */
export function unpackWhole(bytes: Uint8Array): string {
  return inflateRawSync(bytes).toString('utf8');
}

/** What makes `after` of `before`, packed. */
export function packDelta(before: string, after: string): Uint8Array {
  return deflateRawSync(Buffer.from(JSON.stringify(stepsBetween(before, after))));
}

/** Takes the text that a delta was made from, and the bytes of `packDelta`. */
export function applyDelta(before: string, delta: Uint8Array): string {
  const steps = JSON.parse(inflateRawSync(delta).toString('utf8')) as Step[];
  return steps
    .map((step) => (typeof step === 'string' ? step : before.slice(step[0], step[0] + step[1])))
    .join('');
}

/** Words to put in, or so many code units of the text before, from a place. */
type Step = string | readonly [from: number, length: number];

function stepsBetween(before: string, after: string): Step[] {
  const start = sameAtStart(before, after);
  const end = sameAtEnd(before, after, start);
  const steps = new Steps();
  steps.copy(0, start);
  copyClauses(before, after.slice(start, after.length - end), steps);
  steps.copy(before.length - end, end);
  return steps.finish();
}

/** Follows the middle clause by clause, copying those that stand anywhere in the text before. */
function copyClauses(before: string, middle: string, steps: Steps): void {
  const places = new Map<string, number>();
  let at = 0;
  for (const clause of clausesOf(before)) {
    if (!places.has(clause)) places.set(clause, at);
    at += clause.length;
  }
  for (const clause of clausesOf(middle)) {
    const { next } = steps;
    const place = before.startsWith(clause, next) ? next : places.get(clause);
    if (place === undefined) steps.insert(clause);
    else steps.copy(place, clause.length);
  }
}

function clausesOf(text: string): string[] {
  return text.match(/[^.,;:!?。、>\n]*(?:[.,;:!?。、>\n]|$)/g)?.filter((each) => each !== '') ?? [];
}

class Steps {
  /** Where the copy that is going on would go on. */
  next = 0;
  readonly #steps: Step[] = [];
  #words = '';
  #copy: { readonly from: number; length: number } | null = null;

  copy(from: number, length: number): void {
    if (length === 0) return;
    if (this.#copy !== null && from === this.next) this.#copy.length += length;
    else {
      this.#endCopy();
      this.#endWords();
      this.#copy = { from, length };
    }
    this.next = from + length;
  }

  insert(words: string): void {
    this.#endCopy();
    this.#words += words;
  }

  finish(): Step[] {
    this.#endCopy();
    this.#endWords();
    return this.#steps;
  }

  #endCopy(): void {
    if (this.#copy === null) return;
    this.#steps.push([this.#copy.from, this.#copy.length]);
    this.#copy = null;
  }

  #endWords(): void {
    if (this.#words !== '') this.#steps.push(this.#words);
    this.#words = '';
  }
}

function sameAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}

/** As above from the end, not reaching into the first `start`. */
function sameAtEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) {
    same += 1;
  }
  return same;
}
