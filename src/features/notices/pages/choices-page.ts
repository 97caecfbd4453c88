// How a member wants to be told, for each kind of notice.
import { html, nothing } from '../../../kit/html/index.ts';
import { formFor, selectField, submitButtons } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text, wayWords } from '../messages.ts';
import { type NoticeKind, type NoticeWay, noticeWays } from '../notice.ts';
import { noticeChoicesUrl, noticeDevicesUrl, noticesUrl } from '../urls.ts';

export type ChoicesShown = {
  readonly login: string;
  readonly token: string;
  readonly kinds: readonly NoticeKind[];
  readonly wayOf: (kind: NoticeKind) => NoticeWay;
  readonly sendsMail: boolean;
  readonly hasAddress: boolean;
};

export function choicesPage(shown: ChoicesShown): Page {
  const { login, token, kinds, wayOf, sendsMail, hasAddress } = shown;
  const options = noticeWays.map((way) => ({ value: way, label: wayWords[way]() }));
  const form = formFor({
    action: noticeChoicesUrl(login),
    token,
    body: [
      kinds.map((kind) =>
        selectField({
          name: `way[${kind.name}]`,
          label: kind.label(),
          options,
          value: wayOf(kind),
        }),
      ),
      submitButtons([{ label: text.saveButton() }]),
    ],
  });
  return {
    title: text.choicesTitle(),
    mainClass: 'notices-choices dashboard region',
    indexable: false,
    styles: ['notices'],
    body: html`<h2 class="heading">${text.choicesTitle()}</h2>
<p>${text.choicesLead()}</p>
${sendsMail ? nothing : html`<p>${text.choicesNoMail()}</p>`}
${sendsMail && !hasAddress ? html`<p>${text.choicesNoAddress()}</p>` : nothing}
${kinds.length === 0 ? html`<p>${text.choicesNone()}</p>` : form}
<p><a href="${noticeDevicesUrl(login)}">${text.devicesLink()}</a></p>
<p><a href="${noticesUrl(login)}">${text.title()}</a></p>`,
  };
}
