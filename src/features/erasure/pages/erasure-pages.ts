// Deleting one's account, in three pages.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkboxGroup,
  dayText,
  errorSummary,
  type FormProblems,
  formFor,
  hiddenField,
  passwordField,
  radioGroup,
  submitButtons,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { preferencesUrl } from '../../accounts/urls.ts';
import { takeoutUrl } from '../../takeout/urls.ts';
import type { PartingWork } from '../../works/index.ts';
import { manageWorksUrl, workUrl } from '../../works/urls.ts';
import type { ErasurePlan, ErasureWish } from '../actions.ts';
import { comeBackDays, exceptionsMost } from '../limits.ts';
import { text } from '../messages.ts';
import { eraseUrl } from '../urls.ts';

const frame = {
  mainClass: 'preferences-erase dashboard region',
  indexable: false,
  styles: ['accounts'],
} as const;

export type Choices = {
  readonly login: string;
  readonly formToken: string;
  readonly works: readonly PartingWork[];
};

export function choicesPage({ login, formToken, works }: Choices): Page {
  const own = works.filter(({ posted, deleted, shared }) => posted && !deleted && !shared);
  return {
    ...frame,
    title: text.title(),
    body: html`<h2 class="heading">${text.title()}</h2>
<p>${text.lead({ days: comeBackDays })}</p>
<p>${text.takeoutFirst()} <a href="${takeoutUrl}">${text.takeoutLink()}</a></p>
${formFor({
  action: eraseUrl(login),
  token: formToken,
  body: [
    own.length === 0 ? nothing : renderWorkChoices(login, own),
    radioGroup({
      name: 'comments',
      legend: text.commentsLegend(),
      options: [
        { value: 'keep', label: text.commentsKeep() },
        { value: 'delete', label: text.commentsDelete() },
      ],
      value: 'keep',
    }),
    submitButtons([{ label: text.previewButton() }], preferencesUrl(login)),
  ],
})}`,
  };
}

function renderWorkChoices(login: string, own: readonly PartingWork[]): Html {
  const offered = own.slice(0, exceptionsMost);
  return html`${radioGroup({
    name: 'works',
    legend: text.worksLegend({ count: own.length }),
    hint: text.worksHint(),
    options: [
      { value: 'stay', label: text.worksStay() },
      { value: 'delete', label: text.worksDelete() },
    ],
    value: 'stay',
  })}
<details class="field"><summary>${text.exceptSummary()}</summary>
${checkboxGroup({
  name: 'except[]',
  legend: text.exceptLegend(),
  hint: text.exceptHint(),
  options: offered.map(({ id, title }) => ({ value: String(id), label: title })),
  values: [],
})}</details>
${radioGroup({
  name: 'name',
  legend: text.nameLegend(),
  options: [
    { value: 'drop', label: text.nameDrop() },
    { value: 'keep', label: text.nameKeep() },
  ],
  value: 'drop',
})}
<p>${text.nameNow()} <a href="${manageWorksUrl(login)}">${text.manageLink()}</a></p>`;
}

export type Preview = {
  readonly login: string;
  readonly formToken: string;
  readonly wish: ErasureWish;
  readonly plan: ErasurePlan;
  /** When everything is gone. */
  readonly day: number;
  readonly problems: FormProblems;
};

export function previewPage(shown: Preview): Page {
  const { login, formToken, wish, plan, day, problems } = shown;
  return {
    ...frame,
    title: text.previewTitle(),
    body: html`<h2 class="heading">${text.previewTitle()}</h2>
${errorSummary(problems)}
<h3 class="heading">${text.nowHeading()}</h3>
<ul>
<li>${text.nowClosed()}</li>
<li>${text.nowTokens()}</li>
${plan.go.length === 0 ? nothing : html`<li>${text.nowWorks()} ${titles(plan.go)}</li>`}
</ul>
<h3 class="heading">${text.laterHeading({ day: dayText(day) })}</h3>
<ul>
${plan.stay.length === 0 ? nothing : html`<li>${renderStaying(shown)}</li>`}
${plan.shared.length === 0 ? nothing : html`<li>${text.laterShared()} ${titles(plan.shared)}</li>`}
<li>${wish.comments === 'keep' ? text.laterCommentsKeep() : text.laterCommentsDelete()}</li>
<li>${text.laterRest()}</li>
</ul>
<h3 class="heading">${text.remainsHeading()}</h3>
<ul>
<li>${text.remainsName({ login })}</li>
<li>${text.remainsActs()}</li>
<li>${text.remainsCases()}</li>
<li>${text.remainsBackups()}</li>
</ul>
<p>${text.comeBack({ day: dayText(day) })}</p>
${formFor({
  action: eraseUrl(login),
  token: formToken,
  body: [
    hiddenField('works', wish.works),
    hiddenField('name', wish.keepName ? 'keep' : 'drop'),
    hiddenField('comments', wish.comments),
    [...wish.except].map((id) => hiddenField('except[]', String(id))),
    passwordField({
      name: 'user[current_password]',
      label: text.passwordLabel(),
      autocomplete: 'current-password',
      required: true,
      problems,
    }),
    submitButtons([{ label: text.eraseButton(), name: 'do', value: 'erase' }], eraseUrl(login)),
  ],
})}`,
  };
}

function renderStaying({ wish, plan }: Preview): Html {
  const said = wish.keepName ? text.laterStayNamed() : text.laterStay();
  return html`${said} ${titles(plan.stay)}`;
}

function titles(works: readonly PartingWork[]): Html {
  const links = works.map(
    ({ id, title }) => html`<li><a href="${workUrl({ id })}">${title}</a></li>\n`,
  );
  return html`<details><summary>${text.worksCount({ count: works.length })}</summary>
<ul>${links}</ul></details>`;
}

export function closedPage({ login, day }: { readonly login: string; readonly day: number }): Page {
  return {
    title: text.closedTitle(),
    mainClass: 'system region',
    indexable: false,
    body: html`<h2 class="heading">${text.closedTitle()}</h2>
<p>${text.closed({ login, day: dayText(day) })}</p>`,
  };
}
