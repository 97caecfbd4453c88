// The browsers that a member has told of notices, and the button to add the one they use.
import { type Html, html } from '../../../kit/html/index.ts';
import { checkbox, dateText, formFor, hiddenField, submitButtons } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { noticeChoicesUrl, noticeDevicesUrl } from '../urls.ts';

export type DeviceShown = {
  readonly id: number;
  readonly name: string;
  readonly titles: boolean;
  readonly added: number;
  /** It was added in the session that looks. */
  readonly isHere: boolean;
};

export type DevicesShown = {
  readonly login: string;
  readonly token: string;
  /** Null: this archive sends nothing. */
  readonly publicKey: string | null;
  readonly devices: readonly DeviceShown[];
};

export function devicesPage(shown: DevicesShown): Page {
  const { login, publicKey, devices } = shown;
  const list = html`<ul class="notices index group">
${devices.map((device) => renderDevice(device, shown))}</ul>`;
  return {
    title: text.devicesTitle(),
    mainClass: 'notices-devices dashboard region',
    indexable: false,
    styles: ['notices'],
    body: html`<h2 class="heading">${text.devicesTitle()}</h2>
<p>${text.devicesLead()}</p>
${devices.length === 0 ? html`<p>${text.devicesNone()}</p>` : list}
${publicKey === null ? html`<p>${text.devicesOff()}</p>` : renderAdding(shown, publicKey)}
<p><a href="${noticeChoicesUrl(login)}">${text.choicesTitle()}</a></p>`,
  };
}

function renderDevice({ id, name, titles, added, isHere }: DeviceShown, shown: DevicesShown): Html {
  const facts = text.deviceFacts({ date: dateText(added), titles: titles ? 'yes' : 'no' });
  return html`<li class="notice"><p>${name}${isHere && html` <strong>${text.deviceHere()}</strong>`}
<span class="datetime">${facts}</span></p>
${formFor({
  action: noticeDevicesUrl(shown.login),
  token: shown.token,
  className: 'inline',
  body: [
    hiddenField('remove', String(id)),
    html`<button type="submit" aria-label="${text.deviceRemoveNamed({ name })}"
>${text.deviceRemove()}</button>`,
  ],
})}</li>
`;
}

/** Shown by script where the browser can: `client/push.ts`. */
function renderAdding({ login, token }: DevicesShown, publicKey: string): Html {
  return html`<h3 class="heading">${text.deviceAddHeading()}</h3>
<div data-enhance="push" data-key="${publicKey}" data-denied="${text.deviceDenied()}"
 data-failed="${text.deviceFailed()}">
<p class="cannot">${text.deviceCannot()}</p>
<div class="can" hidden>
${formFor({
  action: noticeDevicesUrl(login),
  token,
  body: [
    hiddenField('endpoint', ''),
    hiddenField('key', ''),
    hiddenField('auth', ''),
    html`<p>${text.devicePrivacy()}</p>`,
    checkbox({
      name: 'titles',
      label: text.deviceTitlesLabel(),
      hint: text.deviceTitlesHint(),
      checked: false,
    }),
    submitButtons([{ label: text.deviceAdd() }]),
  ],
})}
</div>
<p role="status"></p>
</div>`;
}
