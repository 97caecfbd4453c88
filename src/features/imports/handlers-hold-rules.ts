// The moderators' page of what makes a work wait that is brought in.
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { setHoldRules } from './hold-rules.ts';
import { text } from './messages.ts';
import { holdRulesPage } from './pages/hold-rules-page.ts';
import { readHoldRules } from './store/imports.ts';
import { holdRulesUrl } from './urls.ts';

export async function showHoldRules(ask: MemberAsk, parts: Parts): Promise<Response> {
  const rules = await readHoldRules(parts.database.read);
  const lines = (kind: 'tag' | 'word') =>
    rules
      .filter((rule) => rule.kind === kind)
      .map(({ said }) => said)
      .join('\n');
  const shown = { tags: lines('tag'), words: lines('word'), errors: [] };
  return answerPage(ask, holdRulesPage(ask.frame(), shown));
}

export async function submitHoldRules(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const typed = { tags: form.text('tags'), words: form.text('words') };
  const errors = await setHoldRules(parts, ask.viewer, typed);
  if (errors.length === 0) return answerDone(ask, holdRulesUrl, text.rulesSaved());
  return answerPage(ask, holdRulesPage(ask.frame(), { ...typed, errors }), 422);
}
