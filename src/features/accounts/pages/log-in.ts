// The page that logs in. Tools know it by `sessions-new` and `form#new_user`.
import type { Registration } from '../../../kit/config/index.ts';
import { type Html, html, nothing, trustedHtml } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import { text as invitationText } from '../invitations/messages.ts';
import { text } from '../messages.ts';
import type { PasskeyAsk } from '../passkeys/actions.ts';
import { passkeyLogInForm } from '../passkeys/pages/passkeys-page.ts';
import { askInvitationUrl, registerUrl } from '../urls.ts';
import { type SignIn, signInForm } from './sign-in-form.ts';

export type LogIn = SignIn & {
  readonly registration: Registration;
  /** Null where browsers give none. */
  readonly passkey: PasskeyAsk | null;
  /** Why the last try failed, as a sentence. */
  readonly problem?: string;
};

export function logInPage(shown: LogIn): Page {
  const { registration, problem, passkey } = shown;
  return {
    title: text.logInTitle(),
    mainClass: 'sessions-new system session region',
    indexable: false,
    body: html`<h2 class="heading">${text.logInTitle()}</h2>
${problem ? renderProblem(problem) : nothing}
${signInForm(shown)}
${passkey === null ? nothing : passkeyLogInForm({ ...shown, ask: passkey })}
${renderRegistration(registration)}`,
  };
}

function renderRegistration(registration: Registration): Html {
  if (registration === 'open') {
    return html`<p><a href="${registerUrl}">${text.registerLink()}</a></p>`;
  }
  if (registration === 'closed') return html``;
  return html`<p><a href="${askInvitationUrl}">${invitationText.askLink()}</a></p>`;
}

function renderProblem(problem: string): Html {
  // Tools look for this sentence in the page's bytes, with its apostrophe as it is.
  const sentence = problem === text.logInFailed() ? trustedHtml(text.logInFailed()) : problem;
  return html`<div id="problems" class="problems" role="alert" tabindex="-1"
 data-enhance="problems">
<p>${sentence}</p>
</div>`;
}
