// The API for people: every call in a table, made from the same data as the OpenAPI document.
import { html } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import type { Call } from '../calls.ts';
import { text } from '../messages.ts';

export function apiPage(calls: readonly Call[]): Page {
  const rows = calls.map(
    ({ method, path, summary, scope }) => html`<tr><td>${method}</td>
<td><code>/api/v1${path.replace(/:(\w+)/g, '{$1}')}</code></td>
<td>${summary}</td><td>${scope ?? text.pageScopeNone()}</td></tr>
`,
  );
  return {
    title: text.pageTitle(),
    mainClass: 'api-show region',
    body: html`<h2 class="heading">${text.pageTitle()}</h2>
<p>${text.pageIntroduction()} <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p>
<p>${text.pageAuthentication()}</p>
<p>${text.pageErrors()}</p>
<section class="table-scroll" tabindex="0" aria-label="${text.pageCalls()}">
<table><thead><tr><th scope="col">${text.pageMethod()}</th>
<th scope="col">${text.pageAddress()}</th>
<th scope="col">${text.pagePurpose()}</th><th scope="col">${text.pageScope()}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`,
  };
}
