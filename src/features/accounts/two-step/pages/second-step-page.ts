// Turning codes at log-in on and off, and the recovery codes, shown once.
import { encode } from 'uqr';
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import {
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
import { preferencesUrl, secondStepUrl } from '../../urls.ts';
import type { SecondStep } from '../actions.ts';
import { base32, otpAddress } from '../codes.ts';
import { text } from '../messages.ts';

export type Asked = 'begin' | 'confirm' | 'cancel' | 'codes' | 'remove';

export type SecondStepShown = {
  readonly login: string;
  readonly siteName: string;
  readonly formToken: string;
  readonly step: SecondStep;
  /** Which of the forms was refused, and why. */
  readonly refused?: { readonly asked: Asked; readonly problems: FormProblems };
};

const styles = ['accounts'];

export function secondStepPage(shown: SecondStepShown): Page {
  return {
    title: text.title(),
    mainClass: 'preferences-codes dashboard region',
    indexable: false,
    styles,
    body: html`${opening(text.title(), text.lead())}
${errorSummary(shown.refused?.problems ?? [])}
${renderState(shown)}
<p><a href="${preferencesUrl(shown.login)}">${accountText.preferencesTitle()}</a></p>`,
  };
}

export function recoveryCodesPage(login: string, codes: readonly string[]): Page {
  return {
    title: text.codesTitle(),
    mainClass: 'preferences-codes dashboard region',
    indexable: false,
    styles,
    body: html`${opening(text.codesTitle(), text.codesLead())}
<ol class="recovery">${codes.map((code) => html`<li><code>${code}</code></li>\n`)}</ol>
<p><a href="${secondStepUrl(login)}">${text.codesDone()}</a></p>`,
  };
}

function renderState(shown: SecondStepShown): Html {
  const { step } = shown;
  if (step.state === 'begun') return renderSetUp(shown, step.seed);
  if (step.state === 'off') {
    return html`<p>${text.off()}</p>
${passwordForm(shown, 'begin', text.beginButton())}`;
  }
  return html`<p>${text.on()} ${text.codesLeft({ count: step.codesLeft })}</p>
${step.isReadable ? nothing : html`<p class="notice">${text.unreadable()}</p>`}
<h3 class="heading">${text.newCodesHeading()}</h3>
<p>${text.newCodesLead()}</p>
${passwordForm(shown, 'codes', text.newCodesButton())}
<h3 class="heading">${text.removeHeading()}</h3>
${passwordForm(shown, 'remove', text.removeButton())}`;
}

function renderSetUp(shown: SecondStepShown, seed: Uint8Array): Html {
  const address = otpAddress(seed, shown.siteName, shown.login);
  const secret = (base32(seed).match(/.{4}/g) ?? []).join(' ');
  const problems = problemsOf(shown, 'confirm');
  return html`<h3 class="heading">${text.scanHeading()}</h3>
<p>${text.scanLead()}</p>
${renderQr(address)}
<p>${text.secretLabel()}: <code class="secret">${secret}</code></p>
<p><a href="${address}">${text.openInApp()}</a></p>
${formFor({
  action: secondStepUrl(shown.login),
  token: shown.formToken,
  body: [
    hiddenField('do', 'confirm'),
    textField({
      name: 'code',
      label: text.codeLabel(),
      hint: text.codeHint(),
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      required: true,
      problems,
    }),
    submitButtons([{ label: text.confirmButton() }]),
  ],
})}
${formFor({
  action: secondStepUrl(shown.login),
  token: shown.formToken,
  body: [hiddenField('do', 'cancel'), submitButtons([{ label: text.cancelButton() }])],
})}`;
}

/** Dark on light in every theme: that is what cameras look for. */
function renderQr(address: string): Html {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const path = data.map((row, y) => rowPath(row, y)).join('');
  return html`<svg class="qr" role="img" aria-label="${text.qrLabel()}"
 viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const begin = x;
    while (row[x] === true) x++;
    if (x > begin) path += `M${begin} ${y}h${x - begin}v1h-${x - begin}z`;
  }
  return path;
}

function passwordForm(shown: SecondStepShown, asked: Asked, label: string): Html {
  // Two of these stand on one page, and an id must not stand twice.
  const field = currentPasswordField({ problems: problemsOf(shown, asked) }, passwordName(asked));
  return formFor({
    action: secondStepUrl(shown.login),
    token: shown.formToken,
    body: [hiddenField('do', asked), field, submitButtons([{ label }])],
  });
}

/** What the field of that form is called. */
export function passwordName(asked: string): string {
  return `${asked}_password`;
}

function problemsOf({ refused }: SecondStepShown, asked: Asked): FormProblems {
  return refused?.asked === asked ? refused.problems : [];
}
