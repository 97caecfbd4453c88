// Everybody who left kudos on a work, and the button without script.
import { html } from '../../../kit/html/index.ts';
import { type Pages, pager } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { Work } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import type { KudosShown } from '../read.ts';
import { kudosAct, kudosList } from './kudos-part.ts';

export function kudosPage(frame: Frame, work: Work, shown: KudosShown, pages: Pages): Page {
  const title = text.title({ title: work.title });
  const nobody = shown.names.length === 0 && shown.guests === 0;
  return {
    title,
    mainClass: 'kudos-index region',
    indexable: false,
    styles: ['kudos'],
    body: html`<h2 class="heading">${title}</h2>
${kudosAct(frame, shown)}
${nobody ? html`<p>${text.nobodyYet()}</p>` : kudosList({ ...shown, more: 0 })}
${pager(pages)}
<p><a href="${workUrl(work)}">${text.backToWork()}</a></p>`,
  };
}
