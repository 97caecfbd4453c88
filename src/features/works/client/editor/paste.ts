// What is pasted: cleaned as the sanitiser cleans, word processors' habits included; pictures from
// elsewhere are left out.
import {
  attributeOf,
  cleanedTree,
  type FindPicture,
  fieldRules,
  nodesBelow,
  printElement,
  type SourceNode,
  type TextField,
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
  const html = printElement(cleanedTree(source, fieldRules(field, false, pictures)));
  return { html, note: leftOut ? 'picturesLeftOut' : null };
}
