// What moderators note of a person, for each other: who said it and when stands with it.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { countCharacters, normaliseText } from '../../../text/index.ts';
import { mayDecideAbout } from '../actions.ts';
import { reasonCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import { insertPersonNote } from './store.ts';

/** Keeps a note; returns what is wrong with it. 403 for the moderator’s equals and themself. */
export async function noteOnPerson(
  parts: Parts,
  moderator: Member,
  person: UserId,
  typed: string,
): Promise<readonly FieldError[]> {
  const words = normaliseText(typed).trim();
  if (words === '') return [{ field: 'note', detail: text.noteMissing() }];
  if (countCharacters(words) > reasonCharactersMax) {
    const detail = text.reasonTooLong({ most: reasonCharactersMax });
    return [{ field: 'note', detail }];
  }
  await parts.database.write(async (transaction) => {
    if (!(await mayDecideAbout(transaction, moderator, person))) {
      throw new Refused(403, { detail: text.notYourEqual() });
    }
    const at = parts.clock.now();
    const row = { id: parts.ids.next(), user_id: person, by_id: moderator.userId, words, at };
    await insertPersonNote(transaction, row);
  });
  return [];
}
