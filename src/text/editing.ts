// The door for editors in the browser: the sanitiser over a tree that the browser has parsed, so
// that what is shown while writing is what the server will keep. No parser comes with it.
import { outlineHeadings } from './sanitise/outline.ts';
import type { Element } from './sanitise/output-tree.ts';
import type { FindPicture } from './sanitise/pictures.ts';
import { type FieldRules, rebuild } from './sanitise/rebuild.ts';
import type { SourceNode } from './sanitise/source-node.ts';
import { tidyWordProcessors } from './sanitise/word-processors.ts';

export { keptAttributes, withClass, withoutClass } from './sanitise/attributes.ts';
export type { Attributes, Element, OutputNode } from './sanitise/output-tree.ts';
export { tidyPasted } from './sanitise/pasted.ts';
export { type FindPicture, type Picture, picturesLike } from './sanitise/pictures.ts';
export { escapeAttribute, escapeText, printElement } from './sanitise/print.ts';
export {
  attributeOf,
  link,
  makeNode,
  nodesBelow,
  type SourceAttribute,
  type SourceNode,
  unlink,
} from './sanitise/source-node.ts';

/** Fields whose texts are cleaned by rules of their own. */
export type TextField = 'chapter' | 'notes' | 'summary';

/**
 * What of a field's text is kept; Markdown has said already what its newlines mean. A summary,
 * which stands in lists, shows no pictures.
 */
export function fieldRules(
  field: TextField,
  newlinesCount: boolean,
  pictures?: FindPicture,
): FieldRules {
  const whole = field !== 'summary';
  const shown = whole ? pictures : undefined;
  return { newlinesCount, classes: whole, headings: whole, pictures: shown };
}

/** The tree that the sanitiser makes of HTML; throws `MarkupRefused` beyond its bounds. */
export function cleanedTree(source: SourceNode, rules: FieldRules): Element {
  tidyWordProcessors(source);
  const tree = rebuild(source, rules);
  outlineHeadings(tree);
  return tree;
}
