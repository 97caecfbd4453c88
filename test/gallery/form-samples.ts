// Forms: a long one that was refused, and a short one.
import { html } from '../../src/kit/html/index.ts';
import {
  checkbox,
  checkboxGroup,
  errorSummary,
  fieldset,
  formFor,
  passwordField,
  selectField,
  submitButtons,
  tagField,
  textArea,
  textField,
} from '../../src/web/controls.ts';
import type { Page } from '../../src/web/document.ts';

const token = 'sample-token';

export function formPage(): Page {
  const problems = [
    { field: 'work[title]', detail: 'Title: give the work a title.' },
    { field: 'work[fandom_string]', detail: 'Fandoms: name at least one fandom.' },
    { field: 'work[archive_warning_strings][]', detail: 'Warnings: choose at least one.' },
  ];
  const warnings = ['Creator Chose Not To Use Archive Warnings', 'Graphic Depictions Of Violence'];
  const title = { name: 'work[title]', label: 'Title', required: true, limit: 255, problems };
  const about = html`${textField(title)}
${selectField({
  name: 'work[rating_string]',
  label: 'Rating',
  required: true,
  options: ['Not Rated', 'General Audiences', 'Mature'].map((value) => ({ value, label: value })),
})}
${checkboxGroup({
  name: 'work[archive_warning_strings][]',
  legend: 'Warnings',
  required: true,
  values: [],
  problems,
  options: [...warnings, 'No Archive Warnings Apply'].map((value) => ({ value, label: value })),
})}
${tagField({
  name: 'work[fandom_string]',
  label: 'Fandoms',
  required: true,
  address: '/autocomplete/fandom',
  problems,
})}
${tagField({
  name: 'work[freeform_string]',
  label: 'Additional tags',
  address: '/autocomplete/freeform',
  value: 'Lighthouses, Goats',
})}
${textArea({ name: 'work[summary]', label: 'Summary', limit: 1250, value: 'It keeps itself.' })}`;
  return {
    title: 'New work',
    mainClass: 'works-new region',
    body: html`<h2 class="heading">New work</h2>
${errorSummary(problems)}
${formFor({
  action: '/works',
  token,
  id: 'work-form',
  keepTypedAs: 'ada/works/new',
  body: [
    fieldset('About the work', about),
    fieldset('Text', [
      textArea({ name: 'work[chapter][content]', label: 'Chapter text', rows: 20, limit: 510_000 }),
      checkbox({
        name: 'work[restricted]',
        label: 'Only for members of the archive',
        checked: true,
      }),
    ]),
    submitButtons(
      [
        { label: 'Post' },
        { label: 'Preview', name: 'preview' },
        { label: 'Save draft', name: 'draft' },
      ],
      '/',
    ),
  ],
})}`,
  };
}

export function loginPage(): Page {
  return {
    title: 'Log in',
    mainClass: 'sessions-new system session region',
    ownHeading: true,
    body: html`<h1 class="heading">Log in</h1>
${formFor({
  action: '/users/login',
  token,
  id: 'new_user',
  className: 'narrow',
  body: [
    textField({
      name: 'user[login]',
      label: 'User name or mail address',
      autocomplete: 'username',
    }),
    passwordField({ name: 'user[password]', label: 'Password', autocomplete: 'current-password' }),
    checkbox({
      name: 'user[remember_me]',
      label: 'Keep me logged in on this device',
      checked: false,
    }),
    submitButtons([{ label: 'Log in' }]),
  ],
})}
<p><a href="/users/password/new">Forgot the password?</a></p>`,
  };
}
