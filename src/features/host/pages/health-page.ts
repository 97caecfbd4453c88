// How the installation stands, in words.
import { type Html, html } from '../../../kit/html/index.ts';
import { definitionList, formFor, numberText, submitButtons } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { Concern, Health } from '../health.ts';
import { text } from '../messages.ts';
import { jobsUrl, mailTestUrl, outboxUrl } from '../urls.ts';
import { backToDesk } from './back-to-desk.ts';
import { momentText } from './lists-pages.ts';

export type HealthShown = {
  readonly health: Health;
  readonly concerns: readonly Concern[];
  /** Where a mail to test would go. */
  readonly email: string | null;
};

export function healthPage(frame: Frame, { health, concerns, email }: HealthShown): Page {
  const title = text.healthTitle();
  return {
    title,
    mainClass: 'host-health region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${title}</h2>
${
  concerns.length === 0
    ? html`<p>${text.healthGood()}</p>`
    : html`<ul>${concerns.map((one) => html`<li><strong>${concernWord(one)}</strong></li>`)}</ul>`
}
${definitionList(factsOf(health), 'facts')}
<p><a href="${jobsUrl}">${text.jobsTitle()}</a> · ${renderOutboxLink()}</p>
<h3 class="heading">${text.mailTest()}</h3>
<p>${email === null ? text.mailNoAddress() : text.mailTestLead({ email })}</p>
${formFor({
  action: mailTestUrl,
  token: frame.formToken,
  body: submitButtons([{ label: text.mailTestButton() }]),
})}
${backToDesk()}`,
  };
}

function renderOutboxLink(): Html {
  return html`<a href="${outboxUrl}">${text.outboxTitle()}</a>`;
}

function factsOf({ version, databaseServer, freeBytes, index, jobs, ...rest }: Health) {
  const { saved } = index;
  const megabytes = freeBytes === null ? null : Math.floor(freeBytes / 1e6);
  return [
    [text.factVersion(), version],
    [text.factDatabase(), databaseServer ? text.databaseServer() : text.databaseFile()],
    [
      text.factDisk(),
      megabytes === null ? text.diskUnknown() : text.diskFree({ megabytes: numberText(megabytes) }),
    ],
    [
      text.factIndex(),
      saved === null
        ? text.indexUnsaved()
        : text.indexSaved({ moment: momentText(saved.at), behind: saved.behind }),
    ],
    [
      text.factTexts(),
      index.filled ? text.textsBehind({ behind: index.textsBehind }) : text.textsFilling(),
    ],
    [text.factJobs(), text.jobsCounted({ waiting: jobs.waiting, failed: jobs.failed })],
    [
      text.factMail(),
      rest.mailGoesOut
        ? text.mailOut({ waiting: rest.mailWaits })
        : text.mailIn({ waiting: rest.mailWaits }),
    ],
    [
      text.factBackup(),
      rest.backup === null
        ? text.backupNone()
        : text.backupNewest({ file: rest.backup.file, moment: momentText(rest.backup.at) }),
    ],
  ] as const;
}

function concernWord(concern: Concern): string {
  const words: Readonly<Record<Concern, string>> = {
    disk: text.concernDisk(),
    'jobs-late': text.concernJobsLate(),
    'jobs-failed': text.concernJobsFailed(),
    'no-backup': text.concernNoBackup(),
  };
  return words[concern];
}
