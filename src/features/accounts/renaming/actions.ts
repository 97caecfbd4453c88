// Another log-in name. The old one stays the person's: it leads to the new one for ever.
import { queueMail } from '../../../kit/mail/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { checkCurrentPassword } from '../actions/current-password.ts';
import { loginRuleProblem } from '../actions/people.ts';
import { text as accountText } from '../messages.ts';
import { loginKey, nameLook, pseudKey } from '../names.ts';
import { done, fault, type Outcome, writeUnlessFault } from '../outcome.ts';
import { findUser, isLookOfOthersLogin, updateUser } from '../store/people.ts';
import { isLookOfOthersPseud, listPseuds, updatePseud } from '../store/pseuds.ts';
import { renameEveryDays, renameEveryMs } from './limits.ts';
import { renamed } from './mails.ts';
import { text } from './messages.ts';
import * as store from './store.ts';

export type Renaming = {
  readonly login: string;
  /** The pseud of the old name is called like the new one. */
  readonly withPseud: boolean;
  readonly password: string;
};

/** When the member may next change their name; null: now. */
export async function readNextRename(parts: Parts, userId: UserId): Promise<number | null> {
  const last = await store.readRenamedAt(parts.database.read, userId);
  const next = last === null ? 0 : last + renameEveryMs;
  return next > parts.clock.now() ? next : null;
}

/** Renames the member. Faults name `user[login]`, `user[current_password]` or no field. */
export async function renamePerson(
  parts: Parts,
  member: Member,
  { login, withPseud, password }: Renaming,
): Promise<Outcome<{ readonly login: string }>> {
  if (login === member.login) return fault('user[login]', text.sameName());
  const rule = loginRuleProblem(login);
  if (rule !== null) return fault('user[login]', rule);
  const checked = await checkCurrentPassword(parts, member.userId, password);
  if (!checked.ok) return checked;
  const now = parts.clock.now();
  const { userId } = member;
  return writeUnlessFault(parts.database, async (transaction) => {
    // First, because its lock makes everybody who gives a name wait for us.
    await recordChange(transaction, 'user', [userId], now);
    const before = await findUser(transaction, userId);
    if (before === null) return fault('', accountText.linkGone());
    const last = await store.readRenamedAt(transaction, userId);
    if (last !== null && last + renameEveryMs > now) {
      return fault('', text.tooSoon({ days: renameEveryDays }));
    }
    const taken = await takenProblem(transaction, login, userId);
    if (taken !== null) return fault('user[login]', taken);
    await updateUser(transaction, userId, { login, login_key: loginKey(login) });
    const used = { loginKey: loginKey(login), look: nameLook(login), userId };
    await store.putUsedLogin(transaction, used, now);
    if (withPseud) await renameNamesake(transaction, userId, before.login, login);
    if (before.email !== null) {
      const mail = renamed({
        to: before.email,
        from: before.login,
        login,
        url: parts.settings.url,
      });
      await queueMail(transaction, parts, mail);
    }
    return done({ login });
  });
}

async function takenProblem(
  transaction: Transaction,
  login: string,
  owner: UserId,
): Promise<string | null> {
  const holder = await store.findUsedLogin(transaction, loginKey(login));
  if (holder !== null && holder !== owner) return accountText.loginTaken();
  const look = nameLook(login);
  const alike =
    (await isLookOfOthersLogin(transaction, look, owner)) ||
    (await isLookOfOthersPseud(transaction, look, owner));
  return alike ? accountText.loginLooksTaken() : null;
}

/** Nothing happens where the person has a pseud of the new name already. */
async function renameNamesake(
  transaction: Transaction,
  userId: UserId,
  from: string,
  to: string,
): Promise<void> {
  const pseuds = await listPseuds(transaction, userId);
  const namesake = pseuds.find(({ name }) => pseudKey(name) === pseudKey(from));
  const there = pseuds.find(({ name }) => pseudKey(name) === pseudKey(to));
  if (namesake === undefined || (there !== undefined && there.id !== namesake.id)) return;
  const change = { name: to, name_key: pseudKey(to), look_key: nameLook(to) };
  await updatePseud(transaction, namesake.id, change);
}
