// A new mail address: where mail can be sent, by the link sent to it; elsewhere at once.
import { queueMail } from '../../../kit/mail/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { canMail, countMail } from '../deliver.ts';
import { emailFault, emailKey } from '../emails.ts';
import * as mails from '../mails.ts';
import { text } from '../messages.ts';
import { done, fault, type Outcome } from '../outcome.ts';
import type { UsersTable } from '../schema.ts';
import { dropLinks } from '../store/links.ts';
import { findUser, findUserByEmailKey, updateUser } from '../store/people.ts';
import { checkCurrentPassword } from './current-password.ts';
import { makeLink, takeLink } from './links.ts';

/** `sent`: a mail is on its way to the new address, whoever else may have it. */
export async function changeEmail(
  parts: Parts,
  member: Member,
  wish: { readonly email: string; readonly password: string },
): Promise<Outcome<'changed' | 'sent'>> {
  const found = emailFault(wish.email);
  if (found !== null) {
    return fault('user[email]', found === 'long' ? text.emailLong() : text.emailForm());
  }
  const checked = await checkCurrentPassword(parts, member.userId, wish.password);
  if (!checked.ok) {
    // The page asks for the password twice, once in this form.
    const problems = checked.problems.map((each) =>
      each.field === '' ? each : { ...each, field: 'user[email_password]' },
    );
    return { ...checked, problems };
  }
  const user = checked.value;
  if (!canMail(parts)) {
    const moved = await parts.database.write((transaction) =>
      putEmail(transaction, user, wish.email),
    );
    return moved ? done('changed') : fault('user[email]', text.emailTaken());
  }
  const { email } = wish;
  const { url } = parts.settings;
  const hasRoom = await countMail(parts, email);
  await parts.database.write(async (transaction) => {
    const token = await makeLink(transaction, parts, {
      purpose: 'new-email',
      userId: user.id,
      email,
    });
    const known = await findUserByEmailKey(transaction, emailKey(email));
    const taken = known !== null && known.id !== user.id;
    const mail = taken
      ? mails.alreadyRegistered({ to: email, url, login: known.login })
      : mails.confirmEmail({ to: email, url, login: user.login, token });
    await queueMail(transaction, parts, hasRoom ? mail : null);
  });
  return done('sent');
}

/** Takes the new address over, and tells the old one. */
export async function confirmEmail(
  parts: Parts,
  token: string,
): Promise<Outcome<{ readonly login: string }>> {
  const moved = await parts.database.write(async (transaction) => {
    const link = await takeLink(transaction, parts, 'new-email', token);
    const user = link?.user_id == null ? null : await findUser(transaction, link.user_id);
    if (user === null || user.state !== 'open' || link?.email == null) return null;
    if (!(await putEmail(transaction, user, link.email))) return null;
    const { login, email } = user;
    if (email !== null) {
      const mail = mails.emailChanged({ to: email, login, url: parts.settings.url });
      await queueMail(transaction, parts, mail);
    }
    return { login };
  });
  return moved === null ? fault('', text.linkGone()) : done(moved);
}

/** False when another account has the address. */
async function putEmail(
  transaction: Transaction,
  user: UsersTable,
  email: string,
): Promise<boolean> {
  const known = await findUserByEmailKey(transaction, emailKey(email));
  if (known !== null && known.id !== user.id) return false;
  await updateUser(transaction, user.id, { email, email_key: emailKey(email) });
  // A link that was sent to the old address must not open the account any more.
  await dropLinks(transaction, 'new-password', user.id);
  return true;
}
