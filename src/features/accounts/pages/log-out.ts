import { html } from '../../../kit/html/index.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { confirmForm } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { logInUrl, logOutUrl, personUrl } from '../urls.ts';

/** A button, because looking at a page changes nothing. */
export function logOutPage(viewer: Viewer, formToken: string): Page {
  return {
    title: text.logOutTitle(),
    mainClass: 'sessions-destroy system session region',
    indexable: false,
    body:
      viewer.kind === 'guest'
        ? html`<h2 class="heading">${text.logOutTitle()}</h2>
<p>${text.loggedOutAlready()}</p>
<p><a href="${logInUrl}">${text.logInTitle()}</a></p>`
        : confirmForm({
            question: text.logOutQuestion(),
            explanation: html`<p>${text.logOutExplanation({ login: viewer.login })}</p>`,
            action: logOutUrl,
            token: formToken,
            button: text.logOutButton(),
            cancelHref: personUrl(viewer.login),
          }),
  };
}
