// “Kept on this device”: the same for everybody; script fills it in with what the device has
// (client/kept-list.ts), by the sentences and the pieces of markup that it finds here.
import { type Html, html } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';

export function keptListPage(): Page {
  return {
    title: text.kept(),
    mainClass: 'kept-list region',
    kept: true,
    indexable: false,
    styles: ['offline'],
    body: html`<h2 class="heading">${text.kept()}</h2>
<p>${text.lead()}</p>
<div data-enhance="kept-list" data-empty="${text.empty()}"
${sentences()}>
<p role="status">${text.needsScript()}</p>
<p class="sum" hidden><b></b> ${text.storage()}</p>
<ul class="actions" hidden>
<li><button type="button" data-act="refresh">${text.refresh()}</button></li>
<li><button type="button" data-act="remove-all">${text.removeAll()}</button></li>
</ul>
<section class="told" aria-labelledby="told" hidden>
<h3 class="heading" id="told">${text.told()}</h3>
<ul></ul>
<p><button type="button" data-act="forget">${text.toldSeen()}</button></p>
</section>
<section class="waiting" aria-labelledby="waiting" hidden>
<h3 class="heading" id="waiting">${text.waiting()}</h3>
<p>${text.waitingHint()}</p>
<ul></ul>
</section>
<div class="shelves"></div>
</div>`,
  };
}

/** With `{…}` left in, which the device fills. */
function sentences(): Html {
  const size = '{size}';
  const title = '{title}';
  return html` data-sum="${text.sum({ works: '{works}', size })}"
 data-by="${text.by({ creators: '{creators}' })}"
 data-single="${text.single()}" data-newer="${text.newer()}" data-remove="${text.remove()}"
 data-remove-named="${text.removeNamed({ title })}" data-removed="${text.removed()}"
 data-chapter="${text.chapter({ size, date: '{date}' })}"
 data-chapters="${text.chapters({ chapters: '{chapters}', size, date: '{date}' })}"
 data-refreshing="${text.refreshing()}" data-refreshed="${text.refreshed()}"
 data-refresh-failed="${text.refreshFailed()}" data-deed-kudos="${text.deedKudos({ title })}"
 data-deed-place="${text.deedPlace({ title })}"
 data-deed-state="${text.deedState({ title })}" data-lost="${text.lost()}"`;
}
