import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import {
  checkbox,
  dayText,
  errorSummary,
  type FormProblems,
  formFor,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { text as accountText } from '../../messages.ts';
import { currentPasswordField, opening } from '../../pages/fields.ts';
import { renameUrl } from '../../urls.ts';
import { renameEveryDays } from '../limits.ts';
import { text } from '../messages.ts';

export type RenameForm = {
  readonly login: string;
  readonly formToken: string;
  /** The pseud that is called like the account; null for none. */
  readonly namesake: string | null;
  /** When the name may next be changed; null: now. */
  readonly next: number | null;
  readonly typed: { readonly login: string; readonly withPseud: boolean };
  readonly problems: FormProblems;
};

export function renamePage(shown: RenameForm): Page {
  const { login, next, problems } = shown;
  return {
    title: text.title(),
    mainClass: 'preferences-name dashboard region',
    indexable: false,
    styles: ['accounts'],
    body: html`${opening(text.title(), text.lead({ days: renameEveryDays }))}
<p>${text.now({ login })}</p>
${errorSummary(problems)}
${next === null ? renderForm(shown) : html`<p>${text.wait({ day: dayText(next) })}</p>`}`,
  };
}

function renderForm({ login, formToken, namesake, typed, problems }: RenameForm): Html {
  return formFor({
    action: renameUrl(login),
    token: formToken,
    body: [
      textField({
        name: 'user[login]',
        label: text.newLabel(),
        hint: accountText.loginHint(),
        value: typed.login,
        autocomplete: 'username',
        required: true,
        problems,
      }),
      namesake === null
        ? nothing
        : checkbox({
            name: 'with_pseud',
            label: text.pseudLabel({ name: namesake }),
            hint: text.pseudHint(),
            checked: typed.withPseud,
          }),
      currentPasswordField({ problems }),
      submitButtons([{ label: text.button() }]),
    ],
  });
}
