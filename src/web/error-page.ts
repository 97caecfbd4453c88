// The page for each way in which an answer can fail. `h2.heading` "Error 404" is what tools read;
// the h1 (from the title) says in words what happened.
import { type Html, html, nothing } from '../kit/html/index.ts';
import type { Page } from './frame.ts';
import { errorText, text } from './messages.ts';

export type ErrorStatus = keyof typeof errorText;

export type ErrorDetail = {
  /** A more exact sentence than the general one; plain text. */
  readonly explanation?: string;
  /** A way on that this asker has. */
  readonly link?: { readonly href: string; readonly label: string };
  /** What the Retry-After header says. */
  readonly retryAfterSeconds?: number;
  /** The request's id in the log, for 500. */
  readonly reference?: string;
};

export function isErrorStatus(status: number): status is ErrorStatus {
  return Object.hasOwn(errorText, status);
}

export function errorPage(status: ErrorStatus, detail: ErrorDetail = {}): Page {
  const words = errorText[status];
  const { explanation, link, retryAfterSeconds, reference } = detail;
  return {
    title: words.title(),
    mainClass: `system errors error-${status} region`,
    indexable: false,
    body: html`<h2 class="heading">${text.errorHeading({ status: String(status) })}</h2>
<p class="lead">${words.title()}.</p>
<p>${explanation ?? words.explanation()}</p>
${retryAfterSeconds === undefined ? nothing : wait(retryAfterSeconds)}
${reference === undefined ? nothing : html`<p>${text.errorReference({ reference })}</p>`}
<ul class="actions">${
      link &&
      html`<li><a href="${link.href}">${link.label}</a></li>
`
    }<li><a href="/">${text.homeLink()}</a></li>
<li><a href="/works/search">${text.searchLink()}</a></li></ul>`,
  };
}

function wait(seconds: number): Html {
  return html`<p>${text.retryAfter({ seconds })}</p>`;
}
