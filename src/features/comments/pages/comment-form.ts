// The form that a comment is written in.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  hiddenField,
  selectField,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import { logInUrlFor } from '../../accounts/urls.ts';
import { commentCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';

export type CommentFields = {
  readonly text: string;
  readonly name: string;
  readonly email: string;
  /** The number of a pseud. */
  readonly as: string;
};

export const emptyFields: CommentFields = { text: '', name: '', email: '', as: '' };

export type FormShown = {
  readonly action: string;
  /** What is sent along: where it is written, where to go back to. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Names the form’s copy on the device. */
  readonly keepAs: string;
  readonly fields: CommentFields;
  readonly problems: FormProblems;
  readonly button: string;
  /** Without the fields of who speaks: words are changed, not their author. */
  readonly wordsOnly?: boolean;
  readonly note?: string;
};

export function commentForm({ viewer, formToken }: Frame, shown: FormShown): Html {
  const { action, hidden, keepAs, fields, problems, button, wordsOnly, note } = shown;
  const who = viewer.kind === 'member' ? viewer.login : 'guest';
  const pseuds = viewer.kind === 'member' ? viewer.pseuds : [];
  const as =
    pseuds.length > 1 &&
    selectField({
      name: 'comment[as]',
      label: text.asLabel(),
      value: fields.as,
      options: pseuds.map(({ id, name }) => ({ value: String(id), label: name })),
    });
  const guests = [
    textField({
      name: 'comment[name]',
      label: text.nameLabel(),
      value: fields.name,
      autocomplete: 'name',
      required: true,
      problems,
    }),
    textField({
      name: 'comment[email]',
      type: 'email',
      label: text.emailLabel(),
      hint: text.emailHint(),
      value: fields.email,
      autocomplete: 'email',
      required: true,
      problems,
    }),
  ];
  return html`${errorSummary(problems)}${formFor({
    action,
    token: formToken,
    className: 'comment-form',
    keepTypedAs: `${who}/${keepAs}`,
    body: [
      Object.entries(hidden).map(([name, value]) => hiddenField(name, value)),
      note === undefined ? nothing : html`<p class="hint">${note}</p>`,
      wordsOnly ? nothing : viewer.kind === 'member' ? as || nothing : guests,
      textArea({
        name: 'comment[text]',
        label: text.textLabel(),
        hint: text.textHint(),
        value: fields.text,
        rows: 6,
        required: true,
        limit: commentCharactersMax,
        problems,
      }),
      submitButtons([{ label: button }]),
    ],
  })}`;
}

/** Why there is no form; a guest is led to where they log in and back. */
export function barredNote({ viewer, path }: Frame, why: string): Html {
  const logIn = html` <a href="${logInUrlFor(path)}">${text.logIn()}</a>`;
  return html`<p class="notice">${why}${viewer.kind === 'guest' ? logIn : nothing}</p>`;
}
