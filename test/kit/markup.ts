// Reads a page as a tree, the way a browser would parse it.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export class MarkupElement {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  get name(): string {
    return this.#element.tagName;
  }

  get id(): string | undefined {
    return this.attribute('id');
  }

  /** The whole class attribute. */
  get className(): string {
    return this.attribute('class') ?? '';
  }

  attribute(name: string): string | undefined {
    return this.#element.attrs.find((one) => one.name === name)?.value;
  }

  /** Text inside, white space squeezed. */
  get text(): string {
    return this.rawText.replace(/\s+/g, ' ').trim();
  }

  get rawText(): string {
    return textOf(this.#element);
  }

  /** Elements of that name inside, in document order. */
  all(name: string): MarkupElement[] {
    return descendants(this.#element)
      .filter((element) => element.tagName === name)
      .map((element) => new MarkupElement(element));
  }

  find(test: (element: MarkupElement) => boolean): MarkupElement | undefined {
    for (const element of descendants(this.#element)) {
      const wrapped = new MarkupElement(element);
      if (test(wrapped)) return wrapped;
    }
    return undefined;
  }

  /** Elements whose class attribute holds all these words. */
  withClass(words: string): MarkupElement[] {
    const wanted = words.split(' ');
    return descendants(this.#element)
      .map((element) => new MarkupElement(element))
      .filter((element) => {
        const has = element.className.split(/\s+/);
        return wanted.every((word) => has.includes(word));
      });
  }
}

/** A whole document. */
export class Markup extends MarkupElement {
  constructor(source: string) {
    const root = parse(source).childNodes.find((node) => node.nodeName === 'html');
    super(root as Element);
  }

  get root(): MarkupElement {
    return this;
  }
}

function descendants(element: Element): Element[] {
  return element.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...descendants(child)] : [],
  );
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
