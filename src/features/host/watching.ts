// The health of the installation for machines that watch it: as JSON, and as Prometheus reads it.
// Whoever does not know the token is told that it answers, and no more.
import { jsonResponse, Refused, textResponse } from '../../kit/http/index.ts';
import { equalText } from '../../kit/ids/index.ts';
import { headPosition } from '../../kit/sql/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import { concernsOf, type Health, readHealth } from './health.ts';

/** 200 while the database answers, a thrown error otherwise. */
export async function showHealthToMachines(ask: Ask, parts: Parts): Promise<Response> {
  const position = await headPosition(parts.database.read);
  if (!knowsToken(ask, parts)) return jsonResponse({ status: 'ok' });
  const health = await readHealth(parts);
  const concerns = concernsOf(health, parts.clock.now());
  const { version, databaseServer, freeBytes, index, jobs, mailWaits, mailGoesOut } = health;
  return jsonResponse({
    status: concerns.length === 0 ? 'ok' : 'concern',
    concerns,
    version,
    database: { isServer: databaseServer, position },
    disk: { freeBytes },
    index: { saved: index.saved, textsBehind: index.textsBehind, textsFilled: index.filled },
    jobs,
    mail: { waiting: mailWaits, goesOut: mailGoesOut },
    backup: health.backup,
  });
}

/** The same as numbers; not there for anybody else. */
export async function showMetrics(ask: Ask, parts: Parts): Promise<Response> {
  if (!knowsToken(ask, parts)) throw new Refused(404);
  const position = await headPosition(parts.database.read);
  const lines = metricsOf(await readHealth(parts), position, parts.clock.now());
  const answer = textResponse(`${lines.join('\n')}\n`);
  answer.headers.set('content-type', 'text/plain; version=0.0.4; charset=utf-8');
  return answer;
}

// Not where the request comes from: behind a proxy that is not named, everybody comes from here.
function knowsToken(ask: Ask, { settings }: Parts): boolean {
  const header = ask.request.headers.get('authorization') ?? '';
  const [, sent = ''] = /^bearer\s+(\S+)$/i.exec(header) ?? [];
  return settings.healthToken !== null && equalText(sent, settings.healthToken);
}

/** Only what is known has a line. */
function metricsOf(health: Health, position: number, now: number): string[] {
  const { version, freeBytes, index, jobs, mailWaits, backup } = health;
  const secondsSince = (at: number) => Math.max(0, Math.round((now - at) / 1000));
  const gauges: readonly (readonly [name: string, help: string, value: number | null])[] = [
    ['changes_position', 'Newest position of the change log.', position],
    ['concerns', 'What a host should do something about.', concernsOf(health, now).length],
    ['disk_free_bytes', 'Free in the file system of the data folder.', freeBytes],
    ['index_saved_behind', 'Changes newer than the saved index.', index.saved?.behind ?? null],
    ['texts_behind', 'Changes that full text lacks.', index.textsBehind],
    ['texts_filled', '0 while full text is being filled.', index.filled ? 1 : 0],
    ['jobs_waiting', 'Jobs that wait or run.', jobs.waiting],
    ['jobs_failed', 'Jobs that have failed and are tried again.', jobs.failed],
    [
      'jobs_late_seconds',
      'For how long the oldest due job has waited.',
      jobs.dueSince === null ? 0 : secondsSince(jobs.dueSince),
    ],
    ['mail_waiting', 'Mails that wait to be sent.', mailWaits],
    [
      'backup_age_seconds',
      'Since the newest back-up in the data folder.',
      backup && secondsSince(backup.at),
    ],
    ['backup_bytes', 'Size of the newest back-up.', backup?.bytes ?? null],
  ];
  const lines = describe('info', 'The version that runs.', `{version="${version}"}`, 1);
  for (const [name, help, value] of gauges) {
    if (value !== null) lines.push(...describe(name, help, '', value));
  }
  return lines;
}

function describe(name: string, help: string, labels: string, value: number): string[] {
  const whole = `inkstead_${name}`;
  return [`# HELP ${whole} ${help}`, `# TYPE ${whole} gauge`, `${whole}${labels} ${value}`];
}
