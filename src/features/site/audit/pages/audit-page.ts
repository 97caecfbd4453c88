import { type Html, type HtmlValue, html, nothing } from '../../../../kit/html/index.ts';
import { isoTime } from '../../../../kit/time/index.ts';
import { selectField, submitButtons, textField } from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { auditUrl } from '../../urls.ts';
import { text } from '../messages.ts';
import type { AuditRow } from '../store.ts';

/** The filter as it was typed. */
export type TypedWish = Readonly<
  Record<'who' | 'act' | 'kind' | 'subject' | 'from' | 'to', string>
>;

export type AuditShown = {
  readonly rows: readonly AuditRow[];
  readonly typed: TypedWish;
  readonly words: { readonly acts: readonly string[]; readonly kinds: readonly string[] };
  /** 0: for good. */
  readonly auditDays: number;
  /** Where the next page begins; absent on the last. */
  readonly after?: string | undefined;
};

export function auditPage(shown: AuditShown): Page {
  const { rows, auditDays } = shown;
  return {
    title: text.title(),
    mainClass: 'site-audit region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${text.title()}</h2>
<p>${text.lead()} ${auditDays === 0 ? text.keptForGood() : text.kept({ days: auditDays })}</p>
${renderFilter(shown)}
<h3 class="heading">${text.rows()}</h3>
${rows.length === 0 ? html`<p>${text.none()}</p>` : renderRows(rows)}
${shown.after === undefined ? nothing : renderOlder(shown.typed, shown.after)}`,
  };
}

function renderFilter({ typed, words }: AuditShown): Html {
  const any = { value: '', label: text.any() };
  const options = (all: readonly string[]) => [
    any,
    ...all.map((word) => ({ value: word, label: word })),
  ];
  const open = Object.values(typed).some((value) => value !== '') ? html` open` : nothing;
  return html`<details class="group"${open}><summary>${text.filter()}</summary>
<form action="${auditUrl}" method="get" aria-label="${text.filter()}">
${textField({ name: 'who', label: text.who(), hint: text.whoHint(), value: typed.who })}
${selectField({ name: 'act', label: text.act(), options: options(words.acts), value: typed.act })}
${selectField({
  name: 'kind',
  label: text.kind(),
  options: options(words.kinds),
  value: typed.kind,
})}
${textField({
  name: 'subject',
  label: text.number(),
  hint: text.numberHint(),
  value: typed.subject,
})}
${textField({ name: 'from', label: text.from(), hint: text.dayHint(), value: typed.from })}
${textField({ name: 'to', label: text.to(), hint: text.dayHint(), value: typed.to })}
${submitButtons([{ label: text.show() }])}
</form></details>`;
}

function renderRows(rows: readonly AuditRow[]): Html {
  const head = [text.when(), text.whoColumn(), text.act(), text.what(), text.why()];
  return html`<section class="table-scroll host-table" tabindex="0"
 aria-label="${text.rows()}"><table>
<thead><tr>${head.map((word) => html`<th scope="col">${word}</th>`)}</tr></thead>
<tbody>${rows.map(renderRow)}</tbody>
</table></section>`;
}

function renderRow(row: AuditRow): Html {
  const actor = row.actor ?? (row.actor_id === null ? text.operator() : text.gone());
  const detail = Object.entries(JSON.parse(row.detail) as Record<string, unknown>);
  const said = detail.map(([name, value]) => `${name}: ${value === null ? '–' : String(value)}`);
  return html`<tr><th scope="row">${isoTime(row.at).slice(0, 16).replace('T', ' ')}</th>
<td>${row.actor === null ? actor : html`<a href="/users/${row.actor}">${actor}</a>`}</td>
<td>${row.act}</td><td>${renderSubject(row)}</td>
<td>${row.reason}${row.reason !== '' && said.length > 0 ? ' · ' : ''}${said.join(', ')}</td></tr>
`;
}

function renderSubject({ subject_kind, subject_id, person }: AuditRow): HtmlValue {
  const label = `${subject_kind} ${subject_id}`;
  if (subject_kind === 'user' && person !== null) {
    return html`<a href="/users/${person}">${person}</a>`;
  }
  const folder = folders[subject_kind];
  if (folder !== undefined) return html`<a href="${folder}/${subject_id}">${label}</a>`;
  return subject_id === 0 ? subject_kind : label;
}

// Where a thing of a kind is found by its number.
const folders: Readonly<Record<string, string>> = {
  work: '/works',
  series: '/series',
  comment: '/comments',
  case: '/moderation/cases',
};

function renderOlder(typed: TypedWish, after: string): Html {
  const query = new URLSearchParams({ ...typed, after });
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  return html`<p><a href="${auditUrl}?${query.toString()}" rel="next">${text.older()}</a></p>`;
}
