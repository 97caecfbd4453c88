// The moderators' page of what waits.
import { Refused } from '../../kit/http/index.ts';
import { parseId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { decide, listHeld, setHoldRules } from './held-works.ts';
import { text } from './messages.ts';
import { heldPage } from './pages/held-page.ts';
import { readHoldRules } from './store/imports.ts';
import { heldUrl } from './urls.ts';

export async function showHeld(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { read } = parts.database;
  const rules = await readHoldRules(read);
  const lines = (kind: 'tag' | 'word') =>
    rules
      .filter((rule) => rule.kind === kind)
      .map(({ said }) => said)
      .join('\n');
  const page = { held: await listHeld(read), tags: lines('tag'), words: lines('word'), errors: [] };
  return answerPage(ask, heldPage(ask.frame(), page));
}

export async function submitHeld(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = parseId<WorkId>(ask.params['id']);
  if (id === null) throw new Refused(404);
  const verdict = (await ask.form()).text('do') === 'let in' ? 'let in' : 'kept out';
  await decide(parts, ask.viewer, id, verdict);
  return answerDone(ask, heldUrl, verdict === 'let in' ? text.wasLetIn() : text.wasKeptOut());
}

export async function submitHoldRules(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const typed = { tags: form.text('tags'), words: form.text('words') };
  const errors = await setHoldRules(parts, ask.viewer, typed);
  if (errors.length === 0) return answerDone(ask, heldUrl, text.rulesSaved());
  const held = await listHeld(parts.database.read);
  return answerPage(ask, heldPage(ask.frame(), { held, ...typed, errors }), 422);
}
