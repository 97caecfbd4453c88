// A table of the desks' pages; its looks are in the sheet `host`.
import { type Html, type HtmlValue, html } from '../kit/html/index.ts';

/**
 * A table with a caption for those who do not see it; too wide a one is pushed sideways. The first
 * cell of each row is what the row is about.
 */
export function deskTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly HtmlValue[])[],
): Html {
  return html`<section class="table-scroll host-table" tabindex="0"
 aria-label="${caption}"><table>
<thead><tr>${head.map((word) => html`<th scope="col">${word}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first, ...rest]) =>
      html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody>
</table></section>`;
}
