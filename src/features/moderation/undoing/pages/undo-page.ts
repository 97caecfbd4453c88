// Undoing what an account did in a time span: when, how much that is, the act, and what was undone.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { Message } from '../../../../kit/messages/index.ts';
import type { UndoneKind } from '../../../../shared/undoing.ts';
import {
  dateText,
  errorSummary,
  formFor,
  hiddenField,
  submitButtons,
  textArea,
  textField,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import { text } from '../../messages.ts';
import { type ActTyped, actForm } from '../../rulings/pages/ruling-fields.ts';
import { moderatePersonUrl, undoPersonUrl } from '../../urls.ts';
import type { UndoingsTable } from '../schema.ts';

export type UndoShown = {
  readonly login: string;
  readonly from: string;
  readonly to: string;
  /** Null while no time span is chosen. */
  readonly counts: readonly { readonly kind: UndoneKind; readonly count: number }[] | null;
  readonly undoings: readonly UndoingsTable[];
} & ActTyped;

const labels: Readonly<Record<UndoneKind, Message>> = {
  works: text.undoWorks,
  chapters: text.undoChapters,
  comments: text.undoComments,
  kudos: text.undoKudos,
  bookmarks: text.undoBookmarks,
  'tag-acts': text.undoTagActs,
  invitations: text.undoInvitations,
};

export function undoPage(frame: Frame, shown: UndoShown): Page {
  const { login, errors } = shown;
  const title = text.undoTitle({ login });
  return {
    title,
    mainClass: 'moderation-undo region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${title}</h2>
<p>${text.undoLead()}</p>
${errorSummary(errors)}${renderSpan(shown)}${renderAct(frame, shown)}${renderUndoings(frame, shown)}
<p><a href="${moderatePersonUrl(login)}">${text.personTitle({ login })}</a></p>`,
  };
}

function renderSpan({ login, from, to, errors }: UndoShown): Html {
  const field = (name: 'from' | 'to', label: string, value: string) =>
    textField({
      name,
      label,
      hint: text.spanHint(),
      type: 'datetime-local',
      value,
      required: true,
      problems: errors,
    });
  const fields = [field('from', text.spanFrom(), from), field('to', text.spanTo(), to)];
  return html`<form action="${undoPersonUrl(login)}" method="get" novalidate>
${fields}${submitButtons([{ label: text.spanButton() }])}
</form>`;
}

function renderAct(frame: Frame, shown: UndoShown): Html {
  const { login, from, to, counts } = shown;
  if (counts === null) return nothing;
  const found = counts.filter(({ count }) => count > 0);
  if (found.length === 0) return html`<p class="notice">${text.undoNothing()}</p>`;
  const items = found.map(({ kind, count }) => html`<li>${labels[kind]({ count })}</li>\n`);
  const where = { action: undoPersonUrl(login), token: frame.formToken };
  const fields = [hiddenField('from', from), hiddenField('to', to)];
  return html`<h3 class="heading">${text.undoCounts()}</h3>
<ul>${items}</ul>
${actForm({ ...where, fields }, ['undo'], shown)}`;
}

function renderUndoings(frame: Frame, { login, undoings }: UndoShown): Html {
  if (undoings.length === 0) return nothing;
  const states = {
    doing: text.undoDoing,
    done: text.undoDone,
    returning: text.undoReturning,
    returned: text.undoReturned,
  };
  const items = undoings.map((one) => {
    const span = { from: dateText(one.from_at), to: dateText(one.to_at) };
    const line = text.undoLine({ ...span, count: one.things, date: dateText(one.at) });
    const id = `reason-${one.id}`;
    const back = formFor({
      action: undoPersonUrl(login),
      token: frame.formToken,
      body: [
        hiddenField('undoing', String(one.id)),
        textArea({ name: 'reason', id, label: text.reason(), value: '', rows: 2, required: true }),
        submitButtons([{ label: text.redoButton() }]),
      ],
    });
    return html`<li><p>${line} ${states[one.state]()}</p>
${one.state === 'done' ? back : nothing}</li>
`;
  });
  return html`<h3 class="heading">${text.undoings()}</h3>
<ul class="cases">${items}</ul>`;
}
