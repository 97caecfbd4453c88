// What the worker answers with where there is no connection and nothing kept.
import { html } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { keptUrl } from '../urls.ts';

export function awayPage(): Page {
  return {
    title: text.away(),
    mainClass: 'away region',
    kept: true,
    indexable: false,
    styles: ['offline'],
    body: html`<h2 class="heading">${text.away()}</h2>
<p>${text.awayLead()}</p>
<p><a href="${keptUrl}">${text.awayKept()}</a></p>`,
  };
}
