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

/** Takes a node out of the tree, with all that is in it. */
export function unlink(node: SourceNode): void {
  const { parent, previous, next } = node;
  if (parent === null) return;
  if (previous === null) parent.first = next;
  else previous.next = next;
  if (next === null) parent.last = previous;
  else next.previous = previous;
  node.parent = null;
  node.previous = null;
  node.next = null;
}

/** Takes a node away and leaves what is in it where it was. */
export function unwrap(node: SourceNode): void {
  const { parent } = node;
  if (parent === null) return;
  for (let child = node.first; child !== null; child = node.first) {
    unlink(child);
    link(parent, child, node);
  }
  unlink(node);
}

/** Every node below this one, parents first; the one that is visited may be taken out. */
export function* nodesBelow(root: SourceNode): Generator<SourceNode> {
  let node = root.first;
  while (node !== null) {
    // Where the walk goes on if the visitor takes the node away with all that is in it.
    const after = following(node, root);
    const { first } = node;
    yield node;
    // What was in it may stand elsewhere in the tree now.
    const moved = first !== null && first.parent !== null && first.parent !== node;
    if (node.parent === null) node = moved ? first : after;
    else node = node.first ?? following(node, root);
  }
}

function following(node: SourceNode, root: SourceNode): SourceNode | null {
  for (let at: SourceNode | null = node; at !== null && at !== root; at = at.parent) {
    if (at.next !== null) return at.next;
  }
  return null;
}
