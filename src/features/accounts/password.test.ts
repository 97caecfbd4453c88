import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { confirmEmail } from './actions/email.ts';
import { makeLink } from './actions/links.ts';
import { setPassword } from './actions/password.ts';
import { findUser } from './store/people.ts';

eachDatabase((database) => {
  test('a new password ends the links that who knew the old one has asked for', async (t) => {
    const { parts, member } = await makeApp(t, { database });
    const { userId } = await member('ada');
    const email = 'stranger@example.org';
    const token = await parts.database.write((transaction) =>
      makeLink(transaction, parts, { purpose: 'new-email', userId, email }),
    );
    const user = await findUser(parts.database.read, userId);
    assert.ok(user);
    assert.equal(await setPassword(parts, user, 'quiet harbour morning'), null);
    assert.equal((await confirmEmail(parts, token)).ok, false);
    assert.equal((await findUser(parts.database.read, userId))?.email, 'ada@example.org');
  });
});
