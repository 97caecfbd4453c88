// Back-ups on the host's desk: what there is, one more, a proof, how long they stay. None is sent
// over the network: see docs/decisions.
import { freeBytes } from '../../../kit/files/index.ts';
import type { Form } from '../../../kit/http/index.ts';
import { Refused } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { writeAudit } from '../../accounts/index.ts';
import { choiceOf, readSettingsOfSite, saveSiteSettings } from '../site-settings.ts';
import { backupsUrl } from '../urls.ts';
import { askSafekeeping, backupsFolder } from './keeper.ts';
import { listBackups, whyKept } from './kept.ts';
import {
  daysChoices,
  daysUsual,
  freeBytesLeast,
  outboxDaysChoices,
  outboxDaysUsual,
  weeksChoices,
  weeksUsual,
} from './limits.ts';
import { text } from './messages.ts';
import { backupsPage } from './pages/backups-page.ts';
import { listRuns, listVerdicts } from './store.ts';

export async function showBackups(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { read } = parts.database;
  const settings = await readSettingsOfSite(read);
  const backups = await listBackups(backupsFolder(parts));
  const verdicts = await listVerdicts(read);
  const sound = new Set(
    [...verdicts].flatMap(([file, { problem }]) => (problem === null ? [file] : [])),
  );
  const { backupDays: days, backupWeeks: weeks } = settings;
  const kept = whyKept(backups, { days, weeks, now: parts.clock.now(), sound });
  const free = await freeBytes(parts.settings.data).catch(() => null);
  const [newest] = backups;
  // The next one needs about as much as the last.
  const isLow = free !== null && free < Math.max(freeBytesLeast, 2 * (newest?.bytes ?? 0));
  const runs = await listRuns(read);
  const page = backupsPage(ask.frame(), {
    folder: backupsFolder(parts),
    backups: backups.map((backup) => ({
      ...backup,
      why: kept.get(backup.file) ?? null,
      verdict: verdicts.get(backup.file) ?? null,
    })),
    runs,
    free,
    isLow,
    settings,
  });
  return answerPage(ask, page);
}

export async function submitBackups(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  switch (form.text('do')) {
    case 'write':
      return askFor(ask, parts, { act: 'write' });
    case 'verify':
      return askFor(ask, parts, { act: 'verify', file: await fileSent(form, parts) });
    case 'settings':
      return submitSettings(ask, parts, form);
    default:
      throw new Refused(422, { detail: text.deskUnknown() });
  }
}

async function askFor(
  ask: MemberAsk,
  parts: Parts,
  wish: Parameters<typeof askSafekeeping>[2],
): Promise<Response> {
  const at = parts.clock.now();
  const file = await parts.database.write(async (transaction) => {
    const asked = await askSafekeeping(transaction, parts, wish);
    if (asked === null) return null;
    await writeAudit(transaction, {
      id: parts.ids.next(),
      at,
      actorId: ask.viewer.userId,
      act: wish.act === 'write' ? 'write back-up' : 'verify back-up',
      subjectKind: 'site',
      subjectId: 0,
      detail: { file: asked },
    });
    return asked;
  });
  return answerDone(ask, backupsUrl, file === null ? text.deskBusy() : text.deskAsked({ file }));
}

/** One that lies there: no other path can be named. */
async function fileSent(form: Form, parts: Parts): Promise<string> {
  const wanted = form.text('file');
  const backups = await listBackups(backupsFolder(parts));
  const found = backups.find(({ file }) => file === wanted);
  if (found === undefined) throw new Refused(422, { detail: text.deskNoFile() });
  return found.file;
}

async function submitSettings(ask: MemberAsk, parts: Parts, form: Form): Promise<Response> {
  await saveSiteSettings(parts, ask.viewer, {
    backupDaily: form.ticked('daily'),
    backupDays: choiceOf(form.text('days'), daysChoices, daysUsual),
    backupWeeks: choiceOf(form.text('weeks'), weeksChoices, weeksUsual),
    outboxDays: choiceOf(form.text('outbox_days'), outboxDaysChoices, outboxDaysUsual),
  });
  return answerDone(ask, backupsUrl, text.deskSettingsSaved());
}
