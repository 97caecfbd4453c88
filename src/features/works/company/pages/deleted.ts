// What a person has deleted, each with the way back.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import { undeleteDays } from '../../limits.ts';
import { undeleteSeriesUrl, undeleteWorkUrl } from '../../urls.ts';
import { text } from '../messages.ts';
import type { Deleted } from '../store/deleted.ts';

/** Nothing where nothing is deleted. */
export function deletedList({ works, series }: Deleted): Html {
  if (works.length + series.length === 0) return nothing;
  const items = [
    ...works.map((work) => html`<li><a href="${undeleteWorkUrl(work)}">${work.title}</a></li>`),
    ...series.map((one) => {
      const label = text.deletedSeriesNamed({ title: one.title });
      return html`<li><a href="${undeleteSeriesUrl(one)}">${label}</a></li>`;
    }),
  ];
  return html`<h3 class="heading">${text.manageDeleted()}</h3>
<p class="hint">${text.manageDeletedHint({ days: undeleteDays })}</p>
<ul>${items}</ul>`;
}
