// A list that its filters leave empty: which of them to take away, with what that would give.
import { type Html, html } from '../../../kit/html/index.ts';
import { numberText } from '../../../web/controls.ts';
import type { ChipLabel } from '../filter-view.ts';
import { text } from '../messages.ts';
import { type LinkedChip, labelText } from './filter-chips.ts';

export type LinkedRemoval = LinkedChip & { readonly total: number };

/** `removals`: those that help, the most first. */
export function noneFit(removals: readonly LinkedRemoval[], clearHref: string): Html {
  if (removals.length === 0) {
    return html`<div class="none-fit"><p>${text.noWorksFiltered()} ${text.noneByOne()}</p>
<p><a class="button" href="${clearHref}">${text.clearFilters()}</a></p></div>`;
  }
  const items = removals.map(({ label, href, total }) => {
    const works = text.countsSaid({ count: total, number: numberText(total) });
    return html`<li><a href="${href}" rel="nofollow">${wayOut(label)}
<strong>${works}</strong></a></li>
`;
  });
  return html`<div class="none-fit"><p>${text.noWorksFiltered()} ${text.withoutOne()}</p>
<ul>${items}</ul></div>`;
}

function wayOut(label: ChipLabel): string {
  if (label.kind === 'without') return text.letIn({ name: label.name });
  return text.withoutWhich({ name: labelText(label) });
}
