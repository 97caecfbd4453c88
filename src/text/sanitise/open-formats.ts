// The formats whose elements are open in the line being written. They are opened when words come
// and closed when other words come, so none is ever empty.
import { chainOf, type Format } from './formats.ts';
import type { Element, ElementMaker } from './output-tree.ts';
import { settleFormat } from './settle.ts';

/** Keeps what is open of the chain of formats; told of the line each time it changes. */
export class OpenFormats {
  readonly #maker: ElementMaker;
  readonly #open: { format: Format; element: Element }[] = [];

  constructor(maker: ElementMaker) {
    this.#maker = maker;
  }

  innermost(line: Element): Element {
    return this.#open.at(-1)?.element ?? line;
  }

  /** Closes what the next words do not share; what stands between goes where this leaves off. */
  closeFor(wanted: Format | null, line: Element): void {
    if (this.#isInnermost(wanted)) return;
    const chain = chainOf(wanted);
    let shared = 0;
    while (shared < chain.length && this.#open[shared]?.format === chain[shared]) shared += 1;
    while (this.#open.length > shared) {
      const { element } = this.#open.pop()!;
      settleFormat(element, this.innermost(line), this.#maker);
    }
  }

  /** Opens the rest, after `closeFor` with the same format. */
  openFor(wanted: Format | null, line: Element): void {
    if (this.#isInnermost(wanted)) return;
    for (const format of chainOf(wanted).slice(this.#open.length)) {
      const { name, attributes } = format;
      const element = this.#maker.append(name, attributes, this.innermost(line));
      this.#open.push({ format, element });
    }
  }

  #isInnermost(format: Format | null): boolean {
    return (this.#open.at(-1)?.format ?? null) === format;
  }
}
