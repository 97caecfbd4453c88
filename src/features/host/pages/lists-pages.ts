// Jobs, and mail that is kept on this machine.

import { html } from '../../../kit/html/index.ts';
import type { OutboxEntry } from '../../../kit/mail/index.ts';
import { formFor, hiddenField, submitButtons } from '../../../web/controls.ts';
import { deskTable } from '../../../web/desk-table.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { JobOfDesk } from '../store.ts';
import { jobsUrl } from '../urls.ts';
import { backToDesk } from './back-to-desk.ts';

export function jobsPage(frame: Frame, jobs: readonly JobOfDesk[], now: number): Page {
  const title = text.jobsTitle();
  const head = [
    text.jobKind(),
    text.jobSubject(),
    text.jobTime(),
    text.jobStanding(),
    text.jobAct(),
  ];
  const rows = jobs.map((job) => [
    job.kind,
    String(job.subject),
    momentText(job.runAt),
    standing(job, now),
    formFor({
      action: jobsUrl,
      token: frame.formToken,
      body: html`${hiddenField('kind', job.kind)}${hiddenField(
        'subject',
        String(job.subject),
      )}${submitButtons([
        { label: text.jobRetry(), name: 'do', value: 'retry' },
        { label: text.jobDrop(), name: 'do', value: 'drop' },
      ])}`,
    }),
  ]);
  return {
    title,
    mainClass: 'host-jobs region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${title}</h2>
<p>${text.jobsLead()}</p>
${jobs.length === 0 ? html`<p>${text.jobsNone()}</p>` : deskTable(title, head, rows)}
${backToDesk()}`,
  };
}

function standing({ leasedUntil, problem, attempts, runAt }: JobOfDesk, now: number): string {
  if (leasedUntil > now) return text.jobRuns();
  if (problem !== null) return text.jobFailed({ attempts, reason: problem });
  return runAt <= now ? text.jobDue() : text.jobLater();
}

export function outboxPage(mails: readonly OutboxEntry[], goesOut: boolean): Page {
  const title = text.outboxTitle();
  const rows = mails.map(({ time, to, subject }) => [momentText(time), to, subject]);
  const head = [text.outboxTime(), text.outboxTo(), text.outboxSubject()];
  return {
    title,
    mainClass: 'host-outbox region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${title}</h2>
<p>${goesOut ? text.outboxUnused() : text.outboxLead()}</p>
${mails.length === 0 ? html`<p>${text.outboxEmpty()}</p>` : deskTable(title, head, rows)}
${backToDesk()}`,
  };
}

/** `2026-03-01 12:00 UTC`. */
export function momentText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
