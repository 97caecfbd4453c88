// Who creates a work, who is asked to, and what waits for somebody's answer.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import type { Member } from '../../../../shared/viewer.ts';
import {
  confirmForm,
  errorSummary,
  formFor,
  hiddenField,
  selectField,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import { bylineText, creatorName } from '../../pages/byline.ts';
import {
  acceptInvitationUrl,
  answerRelatedUrl,
  creatorsUrl,
  leaveWorkUrl,
  manageWorksUrl,
  offerWorkUrl,
  refuseInvitationUrl,
  withdrawInvitationUrl,
  workUrl,
} from '../../urls.ts';
import type { Work } from '../../work.ts';
import { text } from '../messages.ts';
import type { Asked, Invitation } from '../store/invitations.ts';
import type { Derived } from '../store/related.ts';

export type CreatorsForm = {
  /** Of who asks. */
  readonly login: string;
  readonly work: Work;
  readonly asked: readonly Asked[];
  /** As typed. */
  readonly coCreators: string;
  readonly transferTo: string;
  readonly errors: readonly FieldError[];
};

export function creatorsPage(frame: Frame, form: CreatorsForm): Page {
  const { work, asked, errors } = form;
  const title = text.creatorsTitle({ title: work.title });
  const names = work.creators.map((one) => html`<li>${creatorName(one)}</li>`);
  return {
    title,
    mainClass: 'works-creators region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
<p><a href="${workUrl(work)}">${work.title}</a></p>
${errorSummary(errors)}
<h3 class="heading">${text.creatorsNow()}</h3>
<ul>${names}</ul>
${renderAsked(frame, work, asked)}
${formFor({
  action: creatorsUrl(work),
  token: frame.formToken,
  body: html`${textField({
    name: 'coCreators',
    label: text.coCreators(),
    value: form.coCreators,
    hint: text.coCreatorsHint(),
    autocomplete: 'off',
    problems: errors,
  })}${submitButtons([{ label: text.inviteButton() }])}`,
})}
<h3 class="heading">${text.transferHeading()}</h3>
${formFor({
  action: offerWorkUrl(work),
  token: frame.formToken,
  body: html`${textField({
    name: 'transferTo',
    label: text.transferTo(),
    value: form.transferTo,
    hint: text.transferHint(),
    autocomplete: 'off',
    problems: errors,
  })}${submitButtons([{ label: text.transferButton() }])}`,
})}
${renderLeave(work)}
${renderOrphan(frame, form)}`,
  };
}

function renderAsked(frame: Frame, work: Work, asked: readonly Asked[]): Html {
  if (asked.length === 0) return nothing;
  const items = asked.map((one) => {
    const name = one.login;
    if (one.refused) return html`<li>${text.creatorsRefused({ name })}</li>`;
    const said = one.kind === 'transfer' ? text.creatorsAskedTransfer({ name, by: one.by }) : name;
    return html`<li>${said}
${formFor({
  action: withdrawInvitationUrl(work),
  token: frame.formToken,
  body: html`${hiddenField('user', String(one.userId))}${submitButtons([
    { label: text.creatorsWithdraw({ name }) },
  ])}`,
})}</li>`;
  });
  return html`<h3 class="heading">${text.creatorsAsked()}</h3>
<ul>${items}</ul>`;
}

function renderOrphan(frame: Frame, { login, work }: CreatorsForm): Html {
  return html`<h3 class="heading">${text.orphanHeading()}</h3>
${formFor({
  action: manageWorksUrl(login),
  token: frame.formToken,
  body: html`<p>${text.orphanHint()}</p>${hiddenField('works', String(work.id))}${submitButtons([
    { label: text.orphanButton(), name: 'do', value: 'orphan' },
  ])}`,
})}`;
}

function renderLeave(work: Work): Html {
  if (work.creators.length < 2) return nothing;
  return html`<h3 class="heading">${text.leaveHeading()}</h3>
<p>${text.leaveHint()} <a href="${leaveWorkUrl(work)}">${text.leaveButton()}</a></p>`;
}

export function leavePage(frame: Frame, work: Work): Page {
  const question = text.leaveQuestion({ title: work.title });
  return {
    title: question,
    mainClass: 'works-confirm region',
    indexable: false,
    body: confirmForm({
      question,
      explanation: html`<p>${text.leaveHint()}</p>`,
      action: leaveWorkUrl(work),
      token: frame.formToken,
      button: text.leaveButton(),
      cancelHref: creatorsUrl(work),
    }),
  };
}

export function invitationsPage(
  frame: Frame,
  member: Member,
  waiting: { readonly invitations: readonly Invitation[]; readonly derived: readonly Derived[] },
): Page {
  const asked = waiting.derived.filter(({ state }) => state === 'asked');
  const answered = waiting.derived.filter(({ state }) => state !== 'asked');
  const items = [
    ...waiting.invitations.map((one) => renderInvitation(frame, member, one)),
    ...asked.map((one) => renderDerived(frame, one)),
  ];
  const before = html`<h3 class="heading">${text.childrenOwnHeading()}</h3>
<ul>${answered.map((one) => renderDerived(frame, one))}</ul>`;
  return {
    title: text.invitationsTitle(),
    mainClass: 'invitations-index dashboard region',
    indexable: false,
    body: html`<h2 class="heading">${text.invitationsTitle()}</h2>
${items.length === 0 ? html`<p>${text.invitationsNone()}</p>` : html`<ul>${items}</ul>`}
${answered.length === 0 ? nothing : before}`,
  };
}

function renderInvitation(frame: Frame, member: Member, invitation: Invitation): Html {
  const { workId, title, by, kind } = invitation;
  const said = kind === 'join' ? text.invitedToJoin : text.invitedToTake;
  const work = { id: workId };
  return html`<li><p>${said({ by, title })}</p>
${formFor({
  action: acceptInvitationUrl(work),
  token: frame.formToken,
  body: html`${selectField({
    name: 'as',
    id: `as_${workId}`,
    label: text.inviteAs(),
    options: member.pseuds.map((pseud) => ({ value: String(pseud.id), label: pseud.name })),
  })}${submitButtons([{ label: text.accept() }])}`,
})}
${formFor({
  action: refuseInvitationUrl(work),
  token: frame.formToken,
  body: submitButtons([{ label: text.refuse() }]),
})}</li>`;
}

function renderDerived(frame: Frame, { id, child, parent, state }: Derived): Html {
  const words = { title: child.title, by: bylineText(child.creators), parent: parent.title };
  const said = state === 'shown' ? text.childrenShown(words) : text.childrenAsked(words);
  const show = { label: text.childrenShow(), name: 'do', value: 'show' };
  const hide = { label: text.childrenHide(), name: 'do', value: 'hide' };
  const buttons = { asked: [show, hide], shown: [hide], refused: [show] }[state];
  return html`<li><p><a href="${workUrl(child)}">${said}</a></p>
${formFor({
  action: answerRelatedUrl(parent),
  token: frame.formToken,
  body: html`${hiddenField('related', String(id))}${submitButtons(buttons)}`,
})}</li>`;
}
