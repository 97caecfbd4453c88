// The hold queue: what the policy makes wait, and what moderators decide of it. A work that waits
// is hidden, so that posting it shows it to nobody; its creators keep it and can change it.
import type { FieldError } from '../../kit/http/index.ts';
import { Refused } from '../../kit/http/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { caseKey, normaliseLine } from '../../text/index.ts';
import { writeAudit } from '../accounts/index.ts';
import { setWorkHidden } from '../works/index.ts';
import { holdRuleCharactersMax, holdRulesMax } from './limits.ts';
import { text } from './messages.ts';
import type { HoldRulesTable } from './schema.ts';
import { decideHeld, findHeld, listHeldRows } from './store/held.ts';
import { replaceHoldRules } from './store/imports.ts';

/** A work that waits for a moderator. */
export type HeldWork = {
  readonly id: WorkId;
  readonly title: string;
  /** Whose it is. */
  readonly login: string;
  readonly heldAt: number;
  readonly reasons: readonly string[];
  /** Its creators have posted it: moderators can read it. */
  readonly posted: boolean;
};

/** What waits, oldest first. */
export async function listHeld(reader: Reader): Promise<HeldWork[]> {
  const rows = await listHeldRows(reader);
  return rows.map((row) => ({
    id: row.work_id,
    title: row.title,
    login: row.login,
    heldAt: row.held_at,
    reasons: JSON.parse(row.reasons) as string[],
    posted: row.posted_at !== null,
  }));
}

/**
 * Lets a work in, or keeps it out: then it stays hidden. 404 when nobody waits for it, 403 for its
 * creators. `reason` is for the audit.
 */
export async function decide(
  parts: Parts,
  moderator: Member,
  id: WorkId,
  verdict: 'let in' | 'kept out',
  reason = '',
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const held = await findHeld(transaction, id);
    if (held === null || held.decided_at !== null) throw new Refused(404);
    if (held.creatorUserIds.includes(moderator.userId)) {
      throw new Refused(403, { detail: text.notYourOwn() });
    }
    await decideHeld(transaction, id, { at, by: moderator.userId, verdict });
    if (verdict === 'let in') await setWorkHidden(transaction, id, false, at);
    await writeAudit(transaction, {
      id: parts.ids.next(),
      at,
      actorId: moderator.userId,
      act: verdict === 'let in' ? 'let work in' : 'keep work out',
      subjectKind: 'work',
      subjectId: id,
      reason: reason || (JSON.parse(held.reasons) as string[]).join(' '),
    });
  });
}

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
