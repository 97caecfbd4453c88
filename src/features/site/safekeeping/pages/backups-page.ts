// Back-ups, what is being done with them, and how long they stay.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import { isoTime } from '../../../../kit/time/index.ts';
import {
  checkbox,
  formFor,
  hiddenField,
  numberText,
  selectField,
  submitButtons,
} from '../../../../web/controls.ts';
import { deskTable } from '../../../../web/desk-table.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import type { SiteSettings } from '../../site-settings.ts';
import { backupsUrl, hostDeskUrl } from '../../urls.ts';
import type { KeptAs, KeptBackup } from '../kept.ts';
import { daysChoices, outboxDaysChoices, weeksChoices } from '../limits.ts';
import { sizeInWords, text } from '../messages.ts';
import type { SafekeepingRun } from '../store.ts';

export type ShownBackup = KeptBackup & {
  /** Null: it goes at the next pruning. */
  readonly why: KeptAs | null;
  /** Null: nobody had it verified. */
  readonly verdict: Pick<SafekeepingRun, 'ended_at' | 'problem'> | null;
};

export type BackupsShown = {
  readonly folder: string;
  readonly backups: readonly ShownBackup[];
  readonly runs: readonly SafekeepingRun[];
  /** Bytes; null: the system does not say. */
  readonly free: number | null;
  readonly isLow: boolean;
  readonly settings: SiteSettings;
};

export function backupsPage(frame: Frame, shown: BackupsShown): Page {
  const { backups, runs, folder, free } = shown;
  const title = text.deskTitle();
  return {
    title,
    mainClass: 'site-backups region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${title}</h2>
<p>${text.deskLead()}</p>
<p>${text.deskFetch({ folder })}</p>
${shown.isLow ? html`<p><strong>${text.deskDiskLow()}</strong></p>` : nothing}
<p>${free === null ? text.deskDiskUnknown() : text.deskDisk({ size: sizeInWords(free) })}</p>
${formFor({
  action: backupsUrl,
  token: frame.formToken,
  body: submitButtons([{ label: text.deskWrite(), name: 'do', value: 'write' }]),
})}
<h3 class="heading">${text.deskFiles()}</h3>
${backups.length === 0 ? html`<p>${text.deskNone()}</p>` : renderBackups(frame, backups)}
<h3 class="heading">${text.deskRuns()}</h3>
${runs.length === 0 ? html`<p>${text.deskNoRuns()}</p>` : renderRuns(runs)}
<h3 class="heading">${text.deskRules()}</h3>
${renderRules(frame, shown.settings)}
<p><a href="${hostDeskUrl}">${text.deskBack()}</a></p>`,
  };
}

function renderBackups(frame: Frame, backups: readonly ShownBackup[]): Html {
  const head = [
    text.columnFile(),
    text.columnTime(),
    text.columnSize(),
    text.columnKept(),
    text.columnVerified(),
  ];
  const rows = backups.map((backup) => [
    backup.file,
    momentText(backup.at),
    sizeInWords(backup.bytes),
    keptText(backup.why),
    renderVerify(frame, backup),
  ]);
  return deskTable(text.deskFiles(), head, rows);
}

function renderVerify(frame: Frame, { file, verdict }: ShownBackup): Html {
  const said =
    verdict === null
      ? nothing
      : verdict.problem === null
        ? html`<p>${text.verdictSound({ moment: momentText(verdict.ended_at ?? 0) })}</p>`
        : html`<p><strong>${text.verdictBad({ problem: verdict.problem })}</strong></p>`;
  return html`${said}${formFor({
    action: backupsUrl,
    token: frame.formToken,
    body: html`${hiddenField('file', file)}<button type="submit" name="do" value="verify"
 aria-label="${text.verifyLabel({ file })}">${text.verifyButton()}</button>`,
  })}`;
}

function renderRuns(runs: readonly SafekeepingRun[]): Html {
  const head = [text.columnTime(), text.columnWhat(), text.columnFile(), text.columnResult()];
  const rows = runs.map((run) => [
    momentText(run.asked_at),
    run.act === 'write' ? text.runWrite() : text.runVerify(),
    run.file,
    resultText(run),
  ]);
  return html`${deskTable(text.deskRuns(), head, rows)}
${
  runs.some(({ ended_at }) => ended_at === null)
    ? html`<p><a href="${backupsUrl}">${text.deskAgain()}</a></p>`
    : nothing
}`;
}

function resultText(run: SafekeepingRun): string {
  const rows = numberText(run.table_rows);
  const files = numberText(run.files);
  if (run.problem !== null) return text.runFailed({ problem: run.problem });
  if (run.started_at === null) return text.runWaits();
  if (run.ended_at === null) return text.runRuns({ rows, files });
  const seconds = numberText(Math.max(1, Math.round((run.ended_at - run.started_at) / 1000)));
  return text.runDone({ rows, files, size: sizeInWords(run.bytes), seconds });
}

function renderRules(frame: Frame, settings: SiteSettings): Html {
  const choices = (all: readonly number[], label: (n: number) => string) =>
    all.map((one) => ({ value: String(one), label: label(one) }));
  return formFor({
    action: backupsUrl,
    token: frame.formToken,
    body: [
      checkbox({ name: 'daily', label: text.ruleDaily(), checked: settings.backupDaily }),
      selectField({
        name: 'days',
        label: text.ruleDays(),
        hint: text.ruleDaysHint(),
        options: choices(daysChoices, (days) => text.days({ days })),
        value: String(settings.backupDays),
      }),
      selectField({
        name: 'weeks',
        label: text.ruleWeeks(),
        options: choices(weeksChoices, (weeks) => text.weeks({ weeks })),
        value: String(settings.backupWeeks),
      }),
      selectField({
        name: 'outbox_days',
        label: text.ruleOutbox(),
        hint: text.ruleOutboxHint(),
        options: choices(outboxDaysChoices, (days) => text.daysOrForGood({ days })),
        value: String(settings.outboxDays),
      }),
      submitButtons([{ label: text.rulesSave(), name: 'do', value: 'settings' }]),
    ],
  });
}

function keptText(why: KeptAs | null): string {
  const words: Readonly<Record<KeptAs, () => string>> = {
    own: text.keptOwn,
    newest: text.keptNewest,
    sound: text.keptSound,
    day: text.keptDay,
    week: text.keptWeek,
    migration: text.keptMigration,
  };
  return why === null ? text.keptNot() : words[why]();
}

function momentText(at: number): string {
  return text.moment({ moment: isoTime(at).slice(0, 16).replace('T', ' ') });
}
