// A journey: what somebody does from page to page in a real browser, with script and without, on
// both databases. Script and database have nothing to do with each other, so that three runs meet
// every page in every way: SQLite with and without script, PostgreSQL with.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openSite, type Site } from '../browser/server.ts';
import { openTab, type Tab, type TabWishes } from '../browser/tab.ts';
import type { Ending } from '../kit/app.ts';
import type { OpenedBrowser } from '../kit/browser.ts';
import type { DatabaseKind } from '../kit/database.ts';

export type Road = {
  readonly site: Site;
  readonly script: boolean;
  /** Another visitor, or the same one in another browser; script as in the whole journey. */
  visitor(wishes?: Omit<TabWishes, 'script'>): Promise<Tab>;
};

type Walk = (road: Road) => Promise<void>;

export type Journeys = {
  /** With script and without: the journey must not need to know. */
  journey(name: string, walk: Walk): void;
  /** For what only script can do, which has nothing to do with databases. */
  withScript(name: string, walk: Walk): void;
};

export type Setting = {
  readonly opened: OpenedBrowser;
  readonly kind: DatabaseKind;
  /** What has to be there before the first journey. */
  readonly prepare?: (site: Site) => Promise<unknown>;
};

/** Defines journeys for one database, all on one server. */
export function journeys(
  { opened: { browser, reason }, kind, prepare }: Setting,
  ...parts: readonly ((it: Journeys) => void)[]
): void {
  if (!browser) throw new Error(reason);
  const endings: (() => Promise<void>)[] = [];
  const ending: Ending = { after: (act) => endings.push(act) };
  let site: Site;
  before(async () => {
    site = await openSite(ending, { database: kind });
    await prepare?.(site);
  });
  after(async () => {
    for (const end of endings) await end();
  });
  for (const script of kind === 'sqlite' ? [true, false] : [true]) {
    const walked = (name: string, walk: Walk) =>
      test(name, () => walkOnce(browser, site, script, walk));
    describe(script ? 'with script' : 'without script', () => {
      const it = { journey: walked, withScript: kind === 'sqlite' && script ? walked : () => {} };
      for (const define of parts) define(it);
    });
  }
}

async function walkOnce(browser: Browser, site: Site, script: boolean, walk: Walk): Promise<void> {
  const tabs: Tab[] = [];
  try {
    await walk({
      site,
      script,
      async visitor(wishes = {}) {
        const tab = await openTab(browser, site, { ...wishes, script });
        tabs.push(tab);
        return tab;
      },
    });
    for (const tab of tabs) assert.deepEqual(tab.complaints, []);
  } finally {
    for (const tab of tabs) await tab.close();
  }
}

/** A login that no journey of this file has used yet. */
export function newLogin(): string {
  logins += 1;
  return `reader_${logins}`;
}
let logins = 0;

export const password = 'seven quiet kettles';

/** From any page to one's own new page. */
export async function signUp({ page, open, follow }: Tab, login: string): Promise<void> {
  await open('/users/register');
  await page.getByLabel('User name').fill(login);
  await page.getByLabel('Mail address').fill(`${login}@example.org`);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('I agree to the policy').check();
  await page.getByLabel('I am old enough').check();
  await follow(() => page.getByRole('button', { name: 'Create account' }).click());
}

export type Written = {
  readonly title: string;
  readonly fandom: string;
  readonly freeforms?: string;
  readonly text: string;
  /** Absent: as many as it has. */
  readonly chaptersInAll?: string;
};

/** Fills the form of a new work; posting it is left to the journey. */
export async function write(page: Page, work: Written): Promise<void> {
  await page.getByLabel(/^Title/).fill(work.title);
  await page.getByLabel(/^Language/).selectOption({ label: 'English' });
  if (work.chaptersInAll) await page.getByLabel('Chapters in all').fill(work.chaptersInAll);
  await page.getByRole('radio', { name: 'General Audiences' }).check();
  await page.getByRole('checkbox', { name: 'No Archive Warnings Apply' }).check();
  await page.getByLabel(/^Fandoms/).fill(work.fandom);
  await page.getByLabel(/^Additional tags/).fill(work.freeforms ?? '');
  await page.getByLabel(/^Text/).fill(work.text);
  // Who has agreed before is not asked again.
  const consent = page.getByRole('checkbox', { name: /keeps to the site policy/ });
  if ((await consent.count()) > 0) await consent.check();
}

/** Switches the editor off, where there is script, so that markup is typed as markup. */
export async function showMarkup(page: Page): Promise<void> {
  const on = page.locator('.rich-toggle[aria-pressed="true"]');
  while ((await on.count()) > 0) await on.first().click();
}
