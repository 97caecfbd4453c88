// What moderators say makes a work wait that is brought in.
import type { FieldError } from '../../kit/http/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { caseKey, normaliseLine } from '../../text/index.ts';
import { holdRuleCharactersMax, holdRulesMax } from './limits.ts';
import { text } from './messages.ts';
import type { HoldRulesTable } from './schema.ts';
import { replaceHoldRules } from './store/imports.ts';

/** Sets the tags and words that make a work wait, one a line; what is wrong with them. */
export async function setHoldRules(
  parts: Parts,
  moderator: Member,
  typed: { readonly tags: string; readonly words: string },
): Promise<readonly FieldError[]> {
  const at = parts.clock.now();
  const rules = new Map<string, HoldRulesTable>();
  const errors: FieldError[] = [];
  for (const [field, kind] of [
    ['tags', 'tag'],
    ['words', 'word'],
  ] as const) {
    const lines = typed[field]
      .split('\n')
      .map(normaliseLine)
      .filter((line) => line !== '');
    if (lines.length > holdRulesMax) {
      errors.push({ field, detail: text.rulesTooMany({ most: holdRulesMax }) });
    }
    if (lines.some((line) => line.length > holdRuleCharactersMax)) {
      errors.push({ field, detail: text.ruleTooLong({ most: holdRuleCharactersMax }) });
    }
    for (const said of lines) {
      const row = { kind, said, made_at: at, made_by: moderator.userId };
      rules.set(`${kind} ${caseKey(said)}`, { ...row, rule_key: caseKey(said) });
    }
  }
  if (errors.length > 0) return errors;
  await parts.database.write((transaction) => replaceHoldRules(transaction, [...rules.values()]));
  return [];
}
