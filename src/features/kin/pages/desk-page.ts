import { html } from '../../../kit/html/index.ts';
import { dayText, formFor, submitButtons, textField } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { personUrl } from '../../accounts/urls.ts';
import { kinWaitDays, kinWordsMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { Kinship } from '../store.ts';
import { decideKinUrl } from '../urls.ts';

export function kinDeskPage(formToken: string, asking: readonly Kinship[]): Page {
  const rows = asking.map(({ holder, kin, asked_at, words }) => {
    const day = dayText(asked_at ?? 0);
    return html`<section><h3 class="heading">${text.deskAsks({ kin, holder, day })}</h3>
<p><a href="${personUrl(holder)}">${holder}</a> · <a href="${personUrl(kin)}">${kin}</a></p>
<blockquote><p>${words}</p></blockquote>
${formFor({
  action: decideKinUrl(holder),
  token: formToken,
  body: [
    textField({
      name: 'reason',
      id: `reason_${holder}`,
      label: text.deskReason(),
      limit: kinWordsMax,
    }),
    submitButtons([
      { label: text.deskGrant(), name: 'do', value: 'grant' },
      { label: text.deskRefuse(), name: 'do', value: 'refuse' },
    ]),
  ],
})}</section>\n`;
  });
  return {
    title: text.deskTitle(),
    mainClass: 'moderation-kin region',
    indexable: false,
    body: html`<h2 class="heading">${text.deskTitle()}</h2>
<p>${text.deskLead({ days: kinWaitDays })}</p>
${asking.length === 0 ? html`<p>${text.deskNone()}</p>` : rows}`,
  };
}
