// Comments that say nearly the same as a reported one, to be hidden together.
import { html } from '../../../../kit/html/index.ts';
import { excerpt, plainText } from '../../../../text/index.ts';
import { checkboxGroup, dateText, errorSummary } from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import type { CommentRow } from '../../../comments/index.ts';
import { type ActTyped, actForm } from '../../rulings/pages/ruling-fields.ts';
import { alikeUrl, caseUrl } from '../../urls.ts';
import { alikeCharacters, alikeDays } from '../limits.ts';
import { text } from '../messages.ts';

export type AlikeShown = {
  readonly id: number;
  readonly comments: readonly CommentRow[];
  /** Null: nobody has chosen yet, so all are. */
  readonly chosen: readonly number[] | null;
} & ActTyped;

export function alikePage(frame: Frame, shown: AlikeShown): Page {
  const { id, comments, chosen, errors } = shown;
  const values = comments.map((one) => String(one.id));
  const group = checkboxGroup({
    name: 'alike[]',
    legend: text.alikeLegend(),
    options: comments.map((one) => ({
      value: String(one.id),
      label: text.alikeLine({
        words: excerpt(plainText(one.html), alikeCharacters),
        name: one.login ?? one.guest_name ?? text.aGuest(),
        date: dateText(one.created_at),
      }),
    })),
    values: chosen === null ? values : chosen.map(String),
    problems: errors,
  });
  const where = { action: alikeUrl({ id }), token: frame.formToken, fields: [group] };
  const form = actForm({ ...where, cancelHref: caseUrl({ id }) }, ['hide'], shown);
  const none = html`<p>${text.alikeNone()}</p>
<p><a href="${caseUrl({ id })}">${text.alikeBack()}</a></p>`;
  return {
    title: text.alikeTitle(),
    mainClass: 'cases-alike region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${text.alikeTitle()}</h2>
<p>${text.alikeLead({ days: alikeDays })}</p>
${errorSummary(errors)}${comments.length === 0 ? none : form}`,
  };
}
