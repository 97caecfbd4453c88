// One case: what people say, what stood there, what moderators note, and what they can do.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { UserId } from '../../../../shared/ids.ts';
import {
  dateText,
  errorSummary,
  formFor,
  submitButtons,
  textArea,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import type { AuditEntry } from '../../../accounts/index.ts';
import { text as desk } from '../../messages.ts';
import type { Act } from '../../rulings/acts.ts';
import { type ActTyped, actForm, renderRulings } from '../../rulings/pages/ruling-fields.ts';
import type { RulingsTable } from '../../rulings/schema.ts';
import { alikeUrl, casesUrl, caseUrl } from '../../urls.ts';
import { reportCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import { reasonLabel } from '../reasons.ts';
import { hashOf, type Reported } from '../reportable.ts';
import type { CaseEvidenceTable, CaseNotesTable, CasesTable } from '../schema.ts';
import type { ShownReport } from '../store.ts';
import { stateText } from './cases-page.ts';
import { whatOf } from './report-page.ts';

export type CaseShown = {
  readonly found: CasesTable;
  /** The subject as it stands now; null: the moderator sees none. */
  readonly now: Reported | null;
  readonly reports: readonly ShownReport[];
  /** How many reports there are in all. */
  readonly all: number;
  readonly evidence: readonly CaseEvidenceTable[];
  readonly notes: readonly CaseNotesTable[];
  readonly history: readonly AuditEntry[];
  readonly others: readonly CasesTable[];
  readonly names: ReadonlyMap<number, string>;
  readonly viewer: UserId;
  readonly note: string;
  readonly rulings: readonly RulingsTable[];
  /** What can be done about the subject. */
  readonly possible: readonly Act[];
} & ActTyped;

export function casePage(frame: Frame, shown: CaseShown): Page {
  const { found, evidence, names, errors } = shown;
  const what = whatOf(found.subject_kind, evidence[0]?.title ?? '');
  const title = text.caseTitle({ what });
  return {
    title,
    mainClass: 'cases-show region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${title}</h2>
<p class="state">${stateText(found, names)}</p>
${renderNow(shown)}${renderAlike(shown)}${errorSummary(errors)}
${renderMoves(frame, shown)}
${renderReports(shown)}
${renderEvidence(shown)}
${renderRulings(shown.rulings)}
${renderAct(frame, shown)}
${renderNotes(frame, shown)}
${renderHistory(shown)}
<p><a href="${casesUrl}">${text.backToCases()}</a></p>`,
  };
}

function renderNow({ now, evidence }: CaseShown): Html {
  if (now === null) return html`<p class="notice">${text.notThere()}</p>`;
  const isChanged = evidence[0] !== undefined && evidence[0].hash !== hashOf(now);
  return html`<p><a href="${now.address}">${text.stillThere()}</a></p>
${isChanged ? html`<p class="notice">${text.changedSince()}</p>` : nothing}`;
}

function renderAlike({ found }: CaseShown): Html {
  if (found.subject_kind !== 'comment') return nothing;
  return html`<p><a href="${alikeUrl(found)}">${text.alikeLink()}</a></p>
`;
}

function renderMoves(frame: Frame, { found, viewer }: CaseShown): Html {
  const isOwn = found.taken_by === viewer;
  const take =
    isOwn && found.state === 'taken' ? [] : [['take', takeLabel(found, viewer)] as const];
  const moves: readonly (readonly [string, string])[] =
    found.state === 'closed'
      ? [['reopen', text.reopen()]]
      : [
          ...take,
          ...(found.state === 'waiting' ? [] : [['wait', text.wait()] as const]),
          ['acted', text.closeActed()],
          ['nothing', text.closeNothing()],
          ...(found.state === 'new' ? [] : [['release', text.release()] as const]),
        ];
  const buttons = moves.map(([value, label]) => ({ label, name: 'do', value }));
  return html`<h3 class="heading">${text.decide()}</h3>
${formFor({ action: caseUrl(found), token: frame.formToken, body: submitButtons(buttons) })}`;
}

function takeLabel({ taken_by: taker }: CasesTable, viewer: UserId): string {
  return taker === null || taker === viewer ? text.take() : text.takeOver();
}

function renderReports({ reports, all }: CaseShown): Html {
  const items = reports.map(({ at, login, reason, words }) => {
    const by = text.reportBy({ date: dateText(at), name: login ?? text.aGuest() });
    const said = words === '' ? nothing : html`<p class="words" dir="auto">${words}</p>\n`;
    return html`<li><p><b>${reasonLabel(reason)}</b></p>
${said}<p class="hint">${by}</p></li>
`;
  });
  const more = all - reports.length;
  return html`<h3 class="heading">${text.reports()}</h3>
<ul class="cases">${items}</ul>
${more === 0 ? nothing : html`<p>${text.moreReports({ count: more })}</p>`}`;
}

function renderEvidence({ evidence }: CaseShown): Html {
  const kept = evidence.map(({ at, title, hash, body, revision, address }) => {
    const version = revision === null ? nothing : html`, ${text.evidenceRevision({ revision })}`;
    return html`<details class="evidence">
<summary>${text.evidenceOf({ title, date: dateText(at) })}</summary>
<p class="hint">${address}${version}<br>${text.evidenceHash({ hash })}</p>
<div class="words" dir="auto" tabindex="0">${body === '' ? text.evidenceEmpty() : body}</div>
</details>
`;
  });
  return html`<h3 class="heading">${text.evidence()}</h3>
${kept}`;
}

function renderAct(frame: Frame, shown: CaseShown): Html {
  const { found, possible } = shown;
  if (possible.length === 0) return nothing;
  return html`<h3 class="heading">${text.act()}</h3>
${actForm({ action: caseUrl(found), token: frame.formToken }, possible, shown)}`;
}

function renderNotes(frame: Frame, { found, notes, names, note, errors }: CaseShown): Html {
  const items = notes.map(
    ({ at, by_id, words }) => html`<li><p class="words" dir="auto">${words}</p>
<p class="hint">${text.noteBy({ date: dateText(at), name: names.get(by_id) ?? '' })}</p></li>
`,
  );
  return html`<h3 class="heading">${text.notes()}</h3>
${notes.length === 0 ? html`<p>${text.noNotes()}</p>` : html`<ul class="cases">${items}</ul>`}
${formFor({
  action: caseUrl(found),
  token: frame.formToken,
  body: html`${textArea({
    name: 'note',
    label: text.note(),
    value: note,
    rows: 3,
    limit: reportCharactersMax,
    problems: errors,
  })}${submitButtons([{ label: text.noteButton(), name: 'do', value: 'note' }])}`,
})}`;
}

function renderHistory({ history, others, names }: CaseShown): Html {
  const lines = history.map(
    ({ at, act, actorId, reason }) =>
      html`<li>${text.historyLine({
        date: dateText(at),
        act,
        name: actorId === null ? desk.operator() : (names.get(actorId) ?? String(actorId)),
        reason: reason ?? '',
      })}</li>`,
  );
  const earlier = others.map(
    (one) =>
      html`<li><a href="${caseUrl(one)}">${text.earlierLine({
        date: dateText(one.opened_at),
        state: stateText(one, names),
      })}</a></li>`,
  );
  const past = html`<h3 class="heading">${text.history()}</h3>
<ul>${lines}</ul>`;
  const before = html`<h3 class="heading">${text.earlier()}</h3>
<ul>${earlier}</ul>`;
  return html`${lines.length === 0 ? nothing : past}${earlier.length === 0 ? nothing : before}`;
}
