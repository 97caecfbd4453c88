// The keys of a list, where script runs; everything they do has a control of its own.
import { type Html, html } from '../../kit/html/index.ts';
import { text } from '../messages.ts';

/** A key, or several with spaces between, and what it does. */
export type KeyRow = readonly [key: string, says: () => string];

const moving: readonly KeyRow[] = [
  ['j', text.keyNext],
  ['k', text.keyPrevious],
  ['x', text.keyTick],
  ['a', text.keyAll],
];

const opening: readonly KeyRow[] = [['o', text.keyOpen]];
const undoing: readonly KeyRow[] = [['z', text.keyUndo]];
const helping: readonly KeyRow[] = [['?', text.keyHelp]];

/** The keys of every such list and its own; `canUndo`: the page has a `.last-act`. */
export function keyList(own: readonly KeyRow[], { canUndo }: { readonly canUndo: boolean }): Html {
  const rows = [...moving, ...own, ...opening, ...(canUndo ? undoing : []), ...helping];
  const shown = rows.map(([key, says]) => {
    const caps = key.split(' ').map((one) => html`<kbd>${one}</kbd> `);
    return html`<div><dt>${caps}</dt><dd>${says()}</dd></div>`;
  });
  return html`<details class="keys" id="keys"><summary>${text.keys()}</summary>
<p>${text.keysLead()}</p>
<dl>${shown}</dl>
<p>${text.keysTicked()}</p></details>`;
}
