// What waits, over the web.
import type { FieldError } from '../../../kit/http/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { countCharacters, normaliseText } from '../../../text/index.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { forgetSpam, readSpamLearning } from '../../comments/index.ts';
import { queueUrl } from '../urls.ts';
import { queueReasonCharactersMax, waitingShown } from './limits.ts';
import { text } from './messages.ts';
import { type QueueShown, queuePage } from './pages/queue-page.ts';
import { type Chosen, decideWaiting, listWaiting, type Verdict } from './queue.ts';

const nothingTyped = { ticked: [], reason: '', errors: [] };

export async function showQueue(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerPage(ask, queuePage(ask.frame(), await readShown(ask, parts, nothingTyped)));
}

/** Forgets what was learnt of spam. */
export async function submitForget(ask: MemberAsk, parts: Parts): Promise<Response> {
  await forgetSpam(parts, ask.viewer);
  return answerDone(ask, queueUrl, text.forgotten());
}

type Typed = Pick<QueueShown, 'ticked' | 'reason' | 'errors'>;

async function readShown(ask: MemberAsk, parts: Parts, typed: Typed): Promise<QueueShown> {
  const learnt = await readSpamLearning(parts.database.read);
  return { ...typed, waiting: await listWaiting(parts, ask.viewer), learnt };
}

export async function submitQueue(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const verdict: Verdict = form.text('do') === 'release' ? 'release' : 'refuse';
  const ticked = form.all('waiting[]');
  const chosen = ticked.flatMap((word) => chosenOf(word) ?? []).slice(0, 2 * waitingShown);
  if (chosen.length === 0) return answerDone(ask, queueUrl, text.nothing());
  const reason = normaliseText(form.text('reason')).trim();
  const errors = problemsOf(verdict, reason);
  if (errors.length > 0) {
    const shown = await readShown(ask, parts, { ticked, reason, errors });
    return answerPage(ask, queuePage(ask.frame(), shown), 422);
  }
  const { done, left } = await decideWaiting(parts, ask.viewer, chosen, { verdict, reason });
  const said = verdict === 'release' ? text.released : text.refused;
  const sentences = [said({ count: done }), ...(left > 0 ? [text.left({ count: left })] : [])];
  return answerDone(ask, queueUrl, sentences.join(' '));
}

function problemsOf(verdict: Verdict, reason: string): FieldError[] {
  if (verdict === 'refuse' && reason === '') {
    return [{ field: 'reason', detail: text.reasonMissing() }];
  }
  if (countCharacters(reason) <= queueReasonCharactersMax) return [];
  return [{ field: 'reason', detail: text.reasonLong({ most: queueReasonCharactersMax }) }];
}

function chosenOf(word: string): Chosen | null {
  const [kind, number] = word.split(':');
  const id = parseId<number>(number);
  if (id === null || (kind !== 'comment' && kind !== 'work')) return null;
  return { kind, id };
}
