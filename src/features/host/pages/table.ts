// A table of the host's pages.
import { type Html, type HtmlValue, html } from '../../../kit/html/index.ts';
import { hostDeskUrl } from '../../site/urls.ts';
import { text } from '../messages.ts';

/** A table with a caption for those who do not see it; too wide a one is pushed sideways. */
export function table(
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

export function backToDesk(): Html {
  return html`<p><a href="${hostDeskUrl}">${text.backToDesk()}</a></p>`;
}
