// What waits, over the web.
import type { FieldError } from '../../../kit/http/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { countCharacters } from '../../../text/index.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { forgetSpam, readSpamLearning } from '../../comments/index.ts';
import { tidied } from '../actions.ts';
import { reasons } from '../cases/reasons.ts';
import { text as told } from '../rulings/messages.ts';
import { queueUrl } from '../urls.ts';
import { queueWordsCharactersMax, waitingShown } from './limits.ts';
import { text } from './messages.ts';
import { type QueueShown, queuePage } from './pages/queue-page.ts';
import { type Chosen, decideWaiting, listWaiting, type Verdict } from './queue.ts';

const nothingTyped: Typed = { ticked: [], reason: '', policy: '', words: '', errors: [] };

export async function showQueue(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerPage(ask, queuePage(ask.frame(), await readShown(ask, parts, nothingTyped)));
}

/** Forgets what was learnt of spam. */
export async function submitForget(ask: MemberAsk, parts: Parts): Promise<Response> {
  await forgetSpam(parts, ask.viewer);
  return answerDone(ask, queueUrl, text.forgotten());
}

type Typed = Pick<QueueShown, 'ticked' | 'reason' | 'policy' | 'words' | 'errors'>;

async function readShown(ask: MemberAsk, parts: Parts, typed: Typed): Promise<QueueShown> {
  const learnt = await readSpamLearning(parts.database.read);
  return { ...typed, waiting: await listWaiting(parts, ask.viewer), learnt };
}

export async function submitQueue(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  // The button beside one of them releases that one, whatever is ticked.
  const alone = form.text('release');
  const ticked = alone === '' ? form.all('waiting[]') : [alone];
  const act = alone !== '' || form.text('do') === 'release' ? 'release' : 'refuse';
  const chosen = ticked.flatMap((word) => chosenOf(word) ?? []).slice(0, 2 * waitingShown);
  if (chosen.length === 0) return answerDone(ask, queueUrl, text.nothing());
  const typed = tidied({ reason: form.text('reason'), words: form.text('words') });
  const verdict = { ...typed, act, policy: form.text('policy') } as const;
  const errors = problemsOf(verdict);
  if (errors.length > 0) {
    const shown = await readShown(ask, parts, { ...verdict, ticked, errors });
    return answerPage(ask, queuePage(ask.frame(), shown), 422);
  }
  const { done, left } = await decideWaiting(parts, ask.viewer, chosen, verdict);
  const said = act === 'release' ? text.released : text.refused;
  const sentences = [said({ count: done }), ...(left > 0 ? [text.left({ count: left })] : [])];
  return answerDone(ask, `${queueUrl}#queue`, sentences.join(' '));
}

function problemsOf({ act, policy, ...typed }: Verdict): FieldError[] {
  const errors: FieldError[] = [];
  if (act === 'refuse' && !reasons.some(({ name }) => name === policy)) {
    errors.push({ field: 'policy', detail: told.policyMissing() });
  }
  for (const field of ['words', 'reason'] as const) {
    if (countCharacters(typed[field]) <= queueWordsCharactersMax) continue;
    errors.push({ field, detail: text.wordsLong({ most: queueWordsCharactersMax }) });
  }
  return errors;
}

function chosenOf(word: string): Chosen | null {
  const [kind, number] = word.split(':');
  const id = parseId<number>(number);
  if (id === null || (kind !== 'comment' && kind !== 'work')) return null;
  return { kind, id };
}
