import { html } from '../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { profileMost, profileTitleMost } from '../limits.ts';
import { text } from '../messages.ts';
import { editProfileUrl, preferencesUrl } from '../urls.ts';

export type ProfileForm = {
  readonly login: string;
  readonly formToken: string;
  readonly title: string;
  readonly source: string;
  readonly problems?: FormProblems;
};

export function editProfilePage(shown: ProfileForm): Page {
  const { login, formToken, title, source, problems = [] } = shown;
  return {
    title: text.profileTitle(),
    mainClass: 'preferences-profile dashboard region',
    indexable: false,
    body: html`<h2 class="heading">${text.profileTitle()}</h2>
${errorSummary(problems)}
${formFor({
  action: editProfileUrl(login),
  token: formToken,
  keepTypedAs: `${login}/profile`,
  body: [
    textField({
      name: 'profile[title]',
      label: text.profileHeadingLabel(),
      value: title,
      limit: profileTitleMost,
      autocomplete: 'off',
      problems,
    }),
    textArea({
      name: 'profile[text]',
      label: text.profileTextLabel(),
      hint: text.profileTextHint(),
      value: source,
      limit: profileMost,
      rows: 10,
      problems,
    }),
    submitButtons([{ label: text.saveButton() }], preferencesUrl(login)),
  ],
})}`,
  };
}
