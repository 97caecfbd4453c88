// The keys of the queue, where script runs; everything they do has a control of its own.
import { type Html, html } from '../../../kit/html/index.ts';
import { text } from '../messages.ts';

const keys: readonly (readonly [string, () => string])[] = [
  ['j', text.keyNext],
  ['k', text.keyPrevious],
  ['x', text.keyTick],
  ['a', text.keyAll],
  ['1 2 3', text.keySuggestion],
  ['c', text.keyCanonise],
  ['f', text.keyCanoniseIn],
  ['s', text.keySynonym],
  ['p', text.keyParent],
  ['m', text.keyMetatag],
  ['u', text.keyUnwrangleable],
  ['o', text.keyOpen],
  ['z', text.keyUndo],
  ['?', text.keyHelp],
];

export function keyList(): Html {
  const rows = keys.map(([key, says]) => {
    const caps = key.split(' ').map((one) => html`<kbd>${one}</kbd> `);
    return html`<div><dt>${caps}</dt><dd>${says()}</dd></div>`;
  });
  return html`<details class="keys" id="keys"><summary>${text.keys()}</summary>
<p>${text.keysLead()}</p>
<dl>${rows}</dl>
<p>${text.keysTicked()}</p></details>`;
}
