// The API for people: every call, made from the same data as the OpenAPI document.
import { type Html, html } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import type { Call } from '../calls.ts';
import { text } from '../messages.ts';

export function apiPage(calls: readonly Call[]): Page {
  const groups = Map.groupBy(calls, ({ path }) => path.split('/')[1] ?? '');
  return {
    title: text.pageTitle(),
    mainClass: 'api-show region',
    styles: ['api'],
    body: html`<h2 class="heading">${text.pageTitle()}</h2>
<p>${text.pageIntroduction()} <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p>
<p>${text.pageAuthentication()}</p>
<p>${text.pageErrors()}</p>
${[...groups].map(
  ([name, members]) => html`<h3>/api/v1/${name}</h3>
<ul class="calls">
${members.map(callRow)}</ul>
`,
)}`,
  };
}

function callRow({ method, path, summary, scope }: Call): Html {
  const needs =
    scope === null ? null : html` <span class="scope">${text.pageScope({ scope })}</span>`;
  return html`<li>
<code><b>${method}</b> /api/v1${path.replace(/:(\w+)/g, '{$1}')}</code>
<p>${summary}${needs}</p>
</li>
`;
}
