// Formats: the elements inside a line of words (b, i, a, ruby ...) that are open on the walk. They
// form a chain, so that a place on the walk can be left by going back to an older link.
import { type Attributes, noAttributes } from './output-tree.ts';

export type Format = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly outer: Format | null;
  readonly inLink: boolean;
  /** The nearest `ruby` around what follows, itself included. */
  readonly ruby: Format | null;
};

/** Saying these twice says no more than saying them once. */
const sayOnce = new Set(['b', 'em', 'i', 's', 'strong', 'u']);
/** These may not stand in each other. */
const neverNested = new Set(['a', 'dfn', 'ruby']);

/** Opens a format inside `outer`; gives `outer` back when it may not or need not be opened. */
export function openFormat(
  outer: Format | null,
  name: string,
  attributes: Attributes = noAttributes,
): Format | null {
  if (name === 'rt') return openReading(outer, attributes);
  if (neverNested.has(name) && isOpen(outer, name)) return outer;
  if (sayOnce.has(name) && attributes.length === 0 && isOpen(outer, name)) return outer;
  const made = {
    name,
    attributes,
    outer,
    inLink: name === 'a' || (outer?.inLink ?? false),
    ruby: outer?.ruby ?? null,
  };
  if (name === 'ruby') made.ruby = made;
  return made;
}

/** An `rt` stands in its `ruby` and nowhere else: formats between the two do not reach it. */
function openReading(outer: Format | null, attributes: Attributes): Format | null {
  const ruby = outer?.ruby ?? null;
  if (ruby === null) return outer;
  return { name: 'rt', attributes, outer: ruby, inLink: ruby.inLink, ruby };
}

/** The chain from the outermost to `innermost`. */
export function chainOf(innermost: Format | null): Format[] {
  const chain: Format[] = [];
  for (let format = innermost; format !== null; format = format.outer) chain.push(format);
  return chain.reverse();
}

function isOpen(chain: Format | null, name: string): boolean {
  for (let format = chain; format !== null; format = format.outer) {
    if (format.name === name) return true;
  }
  return false;
}
