// Reporting something, and what a member has reported.
import { Refused } from '../../../kit/http/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { Ask, MemberAsk } from '../../../web/ask.ts';
import { ownReportsUrl } from '../urls.ts';
import { report } from './actions.ts';
import { text } from './messages.ts';
import { ownReportsPage, reportPage } from './pages/report-page.ts';
import { type Reported, reportableOf } from './reportable.ts';
import { listOwnReports } from './store.ts';

export async function showReport(ask: Ask, parts: Parts): Promise<Response> {
  const subject = await reportedOf(ask, parts, ask.query.get('about'));
  const token = ask.session.formToken();
  return answerPage(ask, reportPage({ subject, token, reason: '', words: '', errors: [] }));
}

export async function submitReport(ask: Ask, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const subject = await reportedOf(ask, parts, form.text('about'));
  const wish = { reason: form.text('reason'), words: form.text('words') };
  const by = { viewer: ask.viewer, address: ask.clientAddress };
  const { errors, waitSeconds } = await report(parts, by, subject, wish);
  if (errors.length > 0) {
    const page = reportPage({ subject, token: ask.session.formToken(), ...wish, errors });
    const answer = answerPage(ask, page, waitSeconds === undefined ? 422 : 429);
    if (waitSeconds !== undefined) answer.headers.set('retry-after', String(waitSeconds));
    return answer;
  }
  if (ask.viewer.kind === 'guest') return answerDone(ask, subject.address, text.thanksGuest());
  return answerDone(ask, ownReportsUrl, text.thanksMember());
}

export async function showOwnReports(ask: MemberAsk, parts: Parts): Promise<Response> {
  const reports = await listOwnReports(parts.database.read, ask.viewer.userId);
  return answerPage(ask, ownReportsPage(reports));
}

/** What `work:12` stands for, as the asker sees it; 404 else, 403 for their own. */
async function reportedOf(ask: Ask, parts: Parts, about: string | null): Promise<Reported> {
  const [kind = '', number] = (about ?? '').split(':');
  const id = parseId<number>(number);
  const found =
    id === null ? null : await reportableOf(kind)?.find(parts.database.read, ask.viewer, id);
  if (!found) throw new Refused(404);
  if (ask.viewer.kind === 'member' && found.people.includes(ask.viewer.userId)) {
    throw new Refused(403, { detail: text.ownThing() });
  }
  return found;
}
