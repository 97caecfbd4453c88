// Moderators look into what next of kin say.
import type { Parts } from '../../shared/parts.ts';
import { normaliseText } from '../../text/index.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { findAccount } from '../accounts/index.ts';
import { decideAsking } from './actions.ts';
import { kinWaitDays, kinWordsMax } from './limits.ts';
import { text } from './messages.ts';
import { kinDeskPage } from './pages/desk-page.ts';
import { findKinship, listAsking } from './store.ts';
import { kinDeskUrl } from './urls.ts';

export async function showKinDesk(ask: MemberAsk, parts: Parts): Promise<Response> {
  const asking = await listAsking(parts.database.read);
  return answerPage(ask, kinDeskPage(ask.session.formToken(), asking));
}

export async function submitDecision(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { read } = parts.database;
  const form = await ask.form();
  const holder = await findAccount(read, ask.params['login'] ?? '');
  const known = holder === null ? null : await findKinship(read, holder.userId);
  const grants = form.text('do') === 'grant';
  const reason = [...normaliseText(form.text('reason')).trim()].slice(0, kinWordsMax).join('');
  await decideAsking(parts, ask.viewer, known, { grants, reason });
  const said = grants
    ? text.deskGranted({ days: kinWaitDays, holder: known?.holder ?? '' })
    : text.deskRefused();
  return answerDone(ask, kinDeskUrl, said);
}
