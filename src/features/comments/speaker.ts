// Who comments: a member under one of their pseuds, or a guest by name and mail address.
import type { FieldError } from '../../kit/http/index.ts';
import type { PseudId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Guest, Member } from '../../shared/viewer.ts';
import { checkGuestName, isEmail, readJoinedAt } from '../accounts/index.ts';
import { youngMs } from './limits.ts';
import { text } from './messages.ts';
import type { CommentsTable } from './schema.ts';

/** A guest’s words are as typed; `address` is where they come from. */
export type Speaker =
  | { readonly kind: 'member'; readonly member: Member; readonly as: PseudId | null }
  | {
      readonly kind: 'guest';
      readonly viewer: Guest;
      readonly name: string;
      readonly email: string;
      readonly address: string;
    };

export type SpeakerColumns = Pick<
  CommentsTable,
  'user_id' | 'pseud_id' | 'guest_name' | 'guest_email'
>;

/** What is kept of who speaks, or what is wrong with it. */
export async function checkSpeaker(
  parts: Parts,
  speaker: Speaker,
): Promise<SpeakerColumns | FieldError[]> {
  if (speaker.kind === 'member') {
    const { member, as } = speaker;
    const pseud = member.pseuds.find(({ id }) => id === as) ?? member.pseuds[0];
    const pseud_id = pseud?.id ?? null;
    return { user_id: member.userId, pseud_id, guest_name: null, guest_email: null };
  }
  const problems: FieldError[] = [];
  const checked = await checkGuestName(parts.database.read, speaker.name);
  if (checked === 'form') problems.push({ field: 'comment[name]', detail: text.guestName() });
  if (checked === 'taken') problems.push({ field: 'comment[name]', detail: text.guestTaken() });
  const email = speaker.email.trim();
  if (!isEmail(email)) problems.push({ field: 'comment[email]', detail: text.guestEmail() });
  if (typeof checked === 'string') return problems;
  if (problems.length > 0) return problems;
  return { user_id: null, pseud_id: null, guest_name: checked.name, guest_email: email };
}

/** A guest, or an account of a few days: with a link, they wait for a moderator. */
export async function isYoung(parts: Parts, speaker: Speaker): Promise<boolean> {
  const age = await ageOf(parts, speaker);
  return age === null || age < youngMs;
}

/** Of the account, in milliseconds; null for a guest. */
export async function ageOf({ database, clock }: Parts, speaker: Speaker): Promise<number | null> {
  if (speaker.kind === 'guest') return null;
  return clock.now() - (await readJoinedAt(database.read, speaker.member.userId));
}
