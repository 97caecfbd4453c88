import type { Registration } from '../../../kit/config/index.ts';
import { html } from '../../../kit/html/index.ts';
import { checkbox, formFor, hiddenField, submitButtons } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { SiteSettings } from '../site-settings.ts';
import { switchesUrl } from '../urls.ts';
import { firstWorksFields, registrationField } from './settings-fields.ts';

export type SwitchesShown = {
  readonly settings: SiteSettings;
  readonly installed: Registration;
  /** Names of the ratings behind the adult gate. */
  readonly adult: readonly string[];
};

export function switchesPage(frame: Frame, { settings, installed, adult }: SwitchesShown): Page {
  const ratings = adult.join(', ');
  return {
    title: text.switchesTitle(),
    mainClass: 'site-switches region',
    indexable: false,
    body: html`<h2 class="heading">${text.switchesTitle()}</h2>
<p>${text.switchesLead()}</p>
${formFor({
  action: switchesUrl,
  token: frame.formToken,
  body: [
    hiddenField('switches', 'all'),
    registrationField({ settings, installed }),
    firstWorksFields(settings),
    checkbox({
      name: 'guest_comments',
      label: text.switchGuestComments(),
      hint: text.switchGuestCommentsHint(),
      checked: settings.guestComments,
    }),
    checkbox({
      name: 'members_adult',
      label: text.switchMembersAdult(),
      hint: text.switchMembersAdultHint({ ratings }),
      checked: settings.membersAdult,
    }),
    checkbox({
      name: 'read_only',
      label: text.switchReadOnly(),
      hint: text.switchReadOnlyHint(),
      checked: settings.readOnly,
    }),
    submitButtons([{ label: text.switchesSave() }]),
  ],
})}`,
  };
}
