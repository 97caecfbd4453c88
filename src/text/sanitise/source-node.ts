// The tree of what somebody sent, whichever parser built it. Children are linked, not in arrays:
// each move of a node costs the same however many brothers it has.

/** Its value as it was typed, references resolved. */
export type SourceAttribute = { name: string; value: string };

/** An element, text or comment of a source. */
export type SourceNode = {
  /** The tag's name in lower case, or `#text`, `#comment`, `#fragment`. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: SourceAttribute[];
  text: string;
  parent: SourceNode | null;
  previous: SourceNode | null;
  next: SourceNode | null;
  first: SourceNode | null;
  last: SourceNode | null;
  /** What a `template` holds: never shown, never kept. */
  content: SourceNode | null;
};

/** The value of an attribute as it was typed, references resolved. */
export function attributeOf(node: SourceNode, name: string): string | null {
  for (const attribute of node.attributes) if (attribute.name === name) return attribute.value;
  return null;
}

/** Hangs a node into the tree, before `reference` or last. */
export function link(parent: SourceNode, child: SourceNode, reference: SourceNode | null): void {
  const before = reference === null ? parent.last : reference.previous;
  child.parent = parent;
  child.previous = before;
  child.next = reference;
  if (before === null) parent.first = child;
  else before.next = child;
  if (reference === null) parent.last = child;
  else reference.previous = child;
}

/** A node by itself. */
export function makeNode(
  name: string,
  namespace: string,
  attributes: SourceAttribute[],
  text: string,
): SourceNode {
  return {
    name,
    namespace,
    attributes,
    text,
    parent: null,
    previous: null,
    next: null,
    first: null,
    last: null,
    content: null,
  };
}
