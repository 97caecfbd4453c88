// Passkeys in a real browser, with an authenticator that the browser simulates.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createPerson } from '../../src/features/accounts/index.ts';
import { hashPassword } from '../../src/kit/passwords/index.ts';
import { openBrowser } from '../kit/browser.ts';
import { axeFindings } from './axe.ts';
import { openSite } from './server.ts';
import { openTab } from './tab.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after }, { host: 'localhost' });
after(() => browser.close());
const password = 'seven purple kettles';

test('a passkey is made and logs in, by the buttons of the pages', async () => {
  const { parts } = site;
  const passwordHash = await hashPassword(password);
  const person = { login: 'gus', email: null, passwordHash, ids: parts.ids, now: 1 };
  await parts.database.write((transaction) => createPerson(transaction, person));
  const tab = await openTab(browser, site);
  const { page } = tab;
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await session.send('WebAuthn.addVirtualAuthenticator', { options });

  await tab.open('/users/login');
  await page.fill('#user_login', 'gus');
  await page.fill('#user_password', password);
  await tab.follow(() => page.getByRole('button', { name: 'Log in', exact: true }).click());
  assert.match(page.url(), /\/users\/gus$/);
  await tab.open('/users/gus/preferences/passkeys');
  await page.fill('#user_current_password', password);
  await tab.follow(() => page.getByRole('button', { name: 'Add a passkey' }).click());
  await page.fill('#name', 'This browser');
  assert.deepEqual(await axeFindings(page), []);
  await tab.follow(() => page.getByRole('button', { name: 'Make the passkey' }).click());
  await page.getByText('The passkey is added').waitFor();
  assert.deepEqual(await axeFindings(page), []);

  await page.context().clearCookies();
  await tab.open('/users/login?return_to=%2Fworks');
  assert.deepEqual(await axeFindings(page), []);
  await tab.follow(() => page.getByRole('button', { name: 'Log in with a passkey' }).click());
  assert.match(page.url(), /\/works$/);
  await page.waitForSelector('body.logged-in');
  assert.deepEqual(tab.complaints, []);
  await tab.close();
});
