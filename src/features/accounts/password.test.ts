import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { Database } from '../../kit/sql/index.ts';
import { confirmEmail } from './actions/email.ts';
import { makeLink } from './actions/links.ts';
import { setPassword } from './actions/password.ts';
import { signIn } from './actions/sign-in.ts';
import { findUser, updateUser } from './store/people.ts';

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

  test('an old password that is changed while it is verified opens no session', async (t) => {
    const { parts, member } = await makeApp(t, { database });
    const { userId } = await member('ada');
    const user = await findUser(parts.database.read, userId);
    assert.ok(user);
    assert.equal(await setPassword(parts, user, 'quiet harbour morning'), null);
    let writes = 0;
    // The first write counts the try; the second, after the verifying, opens the session.
    const write: Database['write'] = async (work, options) => {
      writes += 1;
      if (writes === 2) {
        await parts.database.write((transaction) =>
          updateUser(transaction, userId, { password_hash: 'another' }),
        );
      }
      return parts.database.write(work, options);
    };
    const outcome = await signIn(
      { ...parts, database: { ...parts.database, write } },
      {
        name: 'ada',
        password: 'quiet harbour morning',
        remember: false,
        client: '',
        device: null,
        clientAddress: '203.0.113.7',
        formToken: '',
        formerSession: null,
      },
    );
    assert.equal(writes, 2);
    assert.equal(outcome.ok, false);
  });
});
