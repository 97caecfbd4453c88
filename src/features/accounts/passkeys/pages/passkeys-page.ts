// The list of one's passkeys, and the page on which a browser makes one.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import {
  dateText,
  definitionList,
  errorSummary,
  type FormProblems,
  formFor,
  hiddenField,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { text as accountText } from '../../messages.ts';
import { currentPasswordField, opening } from '../../pages/fields.ts';
import { passkeyLogInUrl, passkeysUrl, preferencesUrl } from '../../urls.ts';
import type { PasskeyAsk, PasskeyOffer } from '../actions.ts';
import { passkeyNameMost, passkeysMost } from '../limits.ts';
import { text } from '../messages.ts';
import type { PasskeysTable } from '../schema.ts';

export type PasskeysShown = {
  readonly login: string;
  readonly formToken: string;
  readonly passkeys: readonly Pick<PasskeysTable, 'id' | 'name' | 'made_at' | 'used_at'>[];
  /** False where browsers make none. */
  readonly canMake: boolean;
  readonly problems: FormProblems;
};

const shape = {
  mainClass: 'preferences-passkeys dashboard region',
  indexable: false,
  styles: ['accounts'],
};

export function passkeysPage(shown: PasskeysShown): Page {
  const { login, passkeys, problems } = shown;
  return {
    ...shape,
    title: text.title(),
    body: html`${opening(text.title(), text.lead())}
${errorSummary(problems)}
${passkeys.length === 0 ? html`<p>${text.none()}</p>` : renderList(shown)}
<h3 class="heading">${text.addHeading()}</h3>
${renderBegin(shown)}
<p><a href="${preferencesUrl(login)}">${accountText.preferencesTitle()}</a></p>`,
  };
}

export type OfferShown = {
  readonly login: string;
  readonly siteName: string;
  readonly formToken: string;
  readonly offer: PasskeyOffer;
};

/** Script takes over from the button: `client/passkeys.ts`. */
export function offerPage({ login, siteName, formToken, offer }: OfferShown): Page {
  const asked = JSON.stringify({ ...offer, siteName, login });
  return {
    ...shape,
    title: text.addHeading(),
    body: html`${opening(text.addHeading(), text.offerLead())}
<div data-enhance="passkeys" data-make="${asked}" data-failed="${text.cancelled()}">
${formFor({
  action: passkeysUrl(login),
  token: formToken,
  body: [
    hiddenField('do', 'add'),
    hiddenField('client_data', ''),
    hiddenField('authenticator_data', ''),
    hiddenField('public_key', ''),
    textField({
      name: 'name',
      label: text.nameLabel(),
      hint: text.nameHint(),
      limit: passkeyNameMost,
      required: true,
    }),
    submitButtons([{ label: text.makeButton() }]),
  ],
})}
<p role="status"></p>
</div>
<p><a href="${passkeysUrl(login)}">${text.title()}</a></p>`,
  };
}

function renderList({ login, formToken, passkeys }: PasskeysShown): Html {
  const rows = passkeys.map(({ id, name, made_at: made, used_at: used }) => {
    const remove = formFor({
      action: passkeysUrl(login),
      token: formToken,
      body: [
        hiddenField('remove', String(id)),
        submitButtons([{ label: text.removeButton({ name }) }]),
      ],
    });
    return html`<li><h3 class="heading">${name}</h3>
${definitionList([
  [text.made(), dateText(made)],
  [text.used(), used === null ? text.neverUsed() : dateText(used)],
])}
${remove}
</li>\n`;
  });
  return html`<ul class="index group">${rows}</ul>`;
}

function renderBegin({ login, formToken, passkeys, canMake, problems }: PasskeysShown): Html {
  if (!canMake) return html`<p>${text.noSite()}</p>`;
  if (passkeys.length >= passkeysMost) return html`<p>${text.full({ most: passkeysMost })}</p>`;
  return formFor({
    action: passkeysUrl(login),
    token: formToken,
    body: [
      hiddenField('do', 'begin'),
      currentPasswordField({ problems }),
      submitButtons([{ label: text.beginButton() }]),
    ],
  });
}

/** Shown by script alone, where the browser knows passkeys. */
export function passkeyLogInForm(shown: {
  readonly formToken: string;
  readonly ask: PasskeyAsk;
  readonly returnTo?: string;
}): Html {
  const { formToken, ask, returnTo } = shown;
  const names = ['credential', 'handle', 'client_data', 'authenticator_data', 'signature'];
  return html`<div hidden data-enhance="passkeys" data-give="${JSON.stringify(ask)}"
 data-failed="${text.logInCancelled()}">
${formFor({
  action: passkeyLogInUrl,
  token: formToken,
  body: [
    names.map((name) => hiddenField(name, '')),
    hiddenField('remember', ''),
    returnTo === undefined ? nothing : hiddenField('return_to', returnTo),
    submitButtons([{ label: text.logInButton() }]),
  ],
})}
<p role="status"></p>
</div>`;
}
