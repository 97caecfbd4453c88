// What is pasted: cleaned as the sanitiser cleans, word processors' habits included; pictures from
// elsewhere are left out.
import {
  attributeOf,
  cleanedTree,
  type Element,
  type FindPicture,
  fieldRules,
  nodesBelow,
  printElement,
  type SourceNode,
  type TextField,
  tidyPasted,
  unlink,
} from '../../../../text/editing.ts';

/** What the writer is told afterwards. */
export type PasteNote = 'picturesLeftOut';

export type Pasted = { readonly html: string; readonly note: PasteNote | null };

/** Clean HTML of what was pasted, from its tree as the browser has parsed it. */
export function cleanPaste(source: SourceNode, field: TextField, pictures?: FindPicture): Pasted {
  let leftOut = false;
  for (const node of nodesBelow(source)) {
    if (!/^(?:img|v:imagedata)$/.test(node.name)) continue;
    if (pictures?.(attributeOf(node, 'src') ?? '') != null) continue;
    unlink(node);
    leftOut = true;
  }
  tidyPasted(source);
  const tree = cleanedTree(source, fieldRules(field, false, pictures));
  const html = printElement({ ...tree, children: tree.children.flatMap(withoutBox) });
  return { html, note: leftOut ? 'picturesLeftOut' : null };
}

const blocks = new Set(
  'p div h4 h5 h6 ul ol dl blockquote pre hr table figure details address'.split(' '),
);

/** What stands in a box that says nothing, in its place. */
function withoutBox(node: Element['children'][number]): Element['children'] {
  if (node.kind !== 'element' || node.name !== 'div' || node.attributes.length > 0) return [node];
  const hasLooseWords = node.children.some(
    (child) => child.kind !== 'element' || !blocks.has(child.name),
  );
  return hasLooseWords ? [node] : node.children.flatMap(withoutBox);
}
