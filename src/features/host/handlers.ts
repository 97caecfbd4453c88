// The host's pages: people and roles, health, jobs, mail.
import { join } from 'node:path';
import { Refused } from '../../kit/http/index.ts';
import { listOutbox, MailRefused } from '../../kit/mail/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { roles } from '../../shared/viewer.ts';
import { caseKey, countCharacters, normaliseText } from '../../text/index.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import {
  findAccount,
  giveRole,
  listAudit,
  takeRole,
  takeTries,
  trySubject,
  writeAudit,
} from '../accounts/index.ts';
import { concernsOf, readHealth } from './health.ts';
import { mailsShown, mailTests, reasonCharactersMax } from './limits.ts';
import { text } from './messages.ts';
import { healthPage } from './pages/health-page.ts';
import { jobsPage, outboxPage } from './pages/lists-pages.ts';
import { peoplePage, personPage } from './pages/people-pages.ts';
import { dropJob, findEmail, hurryJob, listJobs, listPeople } from './store.ts';
import { healthUrl, jobsUrl } from './urls.ts';

export async function showPeople(ask: MemberAsk, parts: Parts): Promise<Response> {
  const typed = (ask.query.get('q') ?? '').replaceAll('\u0000', '').trim();
  const people = await listPeople(parts.database.read, caseKey(typed));
  return answerPage(ask, peoplePage(typed, people));
}

export async function showPerson(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerPerson(ask, parts, []);
}

export async function submitRole(ask: MemberAsk, parts: Parts): Promise<Response> {
  const person = await personAsked(ask, parts);
  const form = await ask.form();
  const role = roles.find((one) => one === form.text('role'));
  if (role === undefined) throw new Refused(422, { detail: text.roleUnknown() });
  const reason = normaliseText(form.text('reason')).trim();
  if (countCharacters(reason) > reasonCharactersMax) {
    const detail = text.reasonTooLong({ most: reasonCharactersMax });
    return answerPerson(ask, parts, [{ field: 'reason', detail }]);
  }
  const change = { userId: person.userId, role, actorId: ask.viewer.userId, reason };
  if (form.text('do') === 'take') {
    const taken = await takeRole(parts, change);
    if (!taken.ok) return answerPerson(ask, parts, taken.problems);
    return answerDone(ask, ask.path, text.roleTaken());
  }
  await giveRole(parts, change);
  return answerDone(ask, ask.path, text.roleGiven());
}

async function personAsked(ask: MemberAsk, parts: Parts) {
  const person = await findAccount(parts.database.read, ask.params['login'] ?? '');
  if (person === null) throw new Refused(404);
  return person;
}

async function answerPerson(
  ask: MemberAsk,
  parts: Parts,
  errors: readonly { readonly field: string; readonly detail: string }[],
): Promise<Response> {
  const person = await personAsked(ask, parts);
  const { read } = parts.database;
  const history = await listAudit(read, 'user', person.userId);
  const email = await findEmail(read, person.userId);
  const page = personPage(ask.frame(), { person, email, history, errors });
  return answerPage(ask, page, errors.length > 0 ? 422 : 200);
}

export async function showHealth(ask: MemberAsk, parts: Parts): Promise<Response> {
  const health = await readHealth(parts);
  const email = await findEmail(parts.database.read, ask.viewer.userId);
  const concerns = concernsOf(health, parts.clock.now());
  return answerPage(ask, healthPage(ask.frame(), { health, concerns, email }));
}

/** Sends a mail to the admin themself, at once: who tests wants to see what the server answers. */
export async function testMail(ask: MemberAsk, parts: Parts): Promise<Response> {
  const to = await findEmail(parts.database.read, ask.viewer.userId);
  if (to === null) return answerDone(ask, healthUrl, text.mailNoAddress());
  const subject = trySubject(parts, 'mail test', String(ask.viewer.userId));
  if ((await takeTries(parts, [{ subject, limit: mailTests }])) !== null) {
    return answerDone(ask, healthUrl, text.mailTooMany());
  }
  const message = {
    to,
    subject: text.mailSubject(),
    text: text.mailBody({ url: parts.settings.url }),
  };
  try {
    await parts.mail.send(message);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    parts.log.warn({ reason }, 'a mail sent to test was not taken');
    const again = error instanceof MailRefused && error.temporary;
    const said = again ? text.mailRefusedNow({ reason }) : text.mailRefused({ reason });
    return answerDone(ask, healthUrl, said);
  }
  const sent = parts.settings.smtpUrl === null ? text.mailKept() : text.mailTaken({ to });
  return answerDone(ask, healthUrl, sent);
}

export async function showJobs(ask: MemberAsk, parts: Parts): Promise<Response> {
  const jobs = await listJobs(parts.database.read);
  return answerPage(ask, jobsPage(ask.frame(), jobs, parts.clock.now()));
}

export async function submitJob(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const subject = parseId(form.text('subject'));
  const kind = form.text('kind').replaceAll('\u0000', '');
  const drops = form.text('do') === 'drop';
  const at = parts.clock.now();
  const isDone =
    subject !== null &&
    (await parts.database.write(async (transaction) => {
      const act = drops ? dropJob : hurryJob;
      if (!(await act(transaction, { kind, subject }, at))) return false;
      await writeAudit(transaction, {
        id: parts.ids.next(),
        at,
        actorId: ask.viewer.userId,
        act: drops ? 'give up job' : 'retry job',
        subjectKind: 'job',
        subjectId: subject,
        detail: { kind },
      });
      return true;
    }));
  if (!isDone) return answerDone(ask, jobsUrl, text.jobGone());
  return answerDone(ask, jobsUrl, drops ? text.jobDropped() : text.jobHurried());
}

export async function showOutbox(ask: MemberAsk, parts: Parts): Promise<Response> {
  const mails = await listOutbox(join(parts.settings.data, 'outbox'), mailsShown);
  return answerPage(ask, outboxPage(mails.reverse(), parts.settings.smtpUrl !== null));
}
