// One work or person on the moderators' desk: how it stands, what can be done, what was done.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { dateText, errorSummary, formFor, submitButtons, textArea } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { AuditEntry } from '../../accounts/index.ts';
import type { PersonNote } from '../dossier/store.ts';
import { reasonCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { Act } from '../rulings/acts.ts';
import { type ActTyped, actForm, renderRulings } from '../rulings/pages/ruling-fields.ts';
import type { RulingsTable } from '../rulings/schema.ts';
import { moderationUrl } from '../urls.ts';

/** What a moderator looks at. */
export type ShownSubject = {
  readonly title: string;
  /** Where others see it. */
  readonly address: string;
  readonly lead: string;
  /** How it stands, a sentence each. */
  readonly states: readonly string[];
  /** The address of this page. */
  readonly action: string;
};

export type SubjectPage = {
  readonly subject: ShownSubject;
  readonly possible: readonly Act[];
  readonly history: readonly AuditEntry[];
  readonly actors: ReadonlyMap<number, string>;
  readonly rulings: readonly RulingsTable[];
  /** Null: of this subject there are none. */
  readonly notes: readonly PersonNote[] | null;
  readonly note: string;
  /** Where what a person did is undone; null: not here. */
  readonly undoHref: string | null;
} & ActTyped;

export function subjectPage(frame: Frame, shown: SubjectPage): Page {
  const { subject, possible, errors } = shown;
  const where = { action: subject.action, token: frame.formToken, cancelHref: moderationUrl };
  const form = html`<h3 class="heading">${text.decide()}</h3>
${actForm(where, possible, shown)}`;
  return {
    title: subject.title,
    mainClass: 'moderation-show region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${subject.title}</h2>
<p><a href="${subject.address}">${subject.address}</a></p>
<p>${subject.lead}</p>
${subject.states.map((state) => html`<p class="state">${state}</p>\n`)}${errorSummary(errors)}
${possible.length === 0 ? html`<p class="notice">${text.notYours()}</p>` : form}
${renderUndo(shown)}${renderNotes(frame, shown)}${renderRulings(shown.rulings)}
${renderHistory(shown)}
<p><a href="${moderationUrl}">${text.back()}</a></p>`,
  };
}

function renderUndo({ undoHref }: SubjectPage): Html {
  if (undoHref === null) return nothing;
  return html`<p><a href="${undoHref}">${text.undoLink()}</a></p>
`;
}

function renderNotes(frame: Frame, { notes, note, subject, errors }: SubjectPage): Html {
  if (notes === null) return nothing;
  const items = notes.map(
    ({ at, login, words }) => html`<li><p class="words" dir="auto">${words}</p>
<p class="hint">${text.noteBy({ date: dateText(at), name: login })}</p></li>
`,
  );
  return html`<h3 class="heading">${text.notes()}</h3>
${items.length === 0 ? html`<p>${text.noNotes()}</p>` : html`<ul class="cases">${items}</ul>`}
${formFor({
  action: `${subject.action}/notes`,
  token: frame.formToken,
  body: html`${textArea({
    name: 'note',
    label: text.note(),
    hint: text.noteHint(),
    value: note,
    rows: 3,
    required: true,
    limit: reasonCharactersMax,
    problems: errors,
  })}${submitButtons([{ label: text.noteButton() }])}`,
})}`;
}

function renderHistory({ history, actors }: SubjectPage): Html {
  if (history.length === 0) return nothing;
  const entries = history.map(
    ({ at, act, actorId, reason }) =>
      html`<li>${text.historyEntry({
        date: dateText(at),
        act,
        actor: actorId === null ? text.operator() : (actors.get(actorId) ?? String(actorId)),
        reason: reason ?? '',
      })}</li>`,
  );
  return html`<h3 class="heading">${text.history()}</h3>
<ul>${entries}</ul>`;
}
