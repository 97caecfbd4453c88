// The selectors by which reader tools find things in our pages (contract 6), counted by a real
// browser's own engine. `otw-selectors.tsv` is the contract's own list, copied as it stands.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../kit/browser.ts';
import { pagesOfRoles } from './roles.ts';

type Row = {
  readonly role: string;
  readonly selector: string;
  readonly least: number;
  /** Null: any number. */
  readonly most: number | null;
};

type Unbuilt = { readonly selectors: RegExp; readonly found: number; readonly reason: string };

/** What only pages of a work have, whoever of a role looks. */
const ofWorks = /#bookmark_/;

/** Rows that cannot hold yet. One that does hold fails the test below: then it goes. */
const unbuilt: readonly Unbuilt[] = [
  {
    selectors: /^p\.notice a\[href\^="\/collections\/"\]/,
    reason: 'collections are not built: the notice links none',
    found: 0,
  },
];

const rows = readFileSync(new URL('./otw-selectors.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('role\t'))
  .map((line): Row => {
    const [role = '', selector = '', least = '', most = ''] = line.split('\t');
    return { role, selector, least: Number(least), most: most === '' ? null : Number(most) };
  });

test('reader tools find in each page what the contract says', async (t) => {
  const { browser, reason } = await openBrowser();
  if (!browser) throw new Error(reason);
  t.after(() => browser.close());
  const page = await browser.newPage();
  const pages = await pagesOfRoles(t);
  for (const role of new Set(rows.map((row) => row.role))) {
    await t.test(`in the role “${role}”`, async () => {
      const shown = pages.get(role) ?? [];
      assert.ok(shown.length > 0, `no page has the role ${role}`);
      const own = rows.filter((row) => row.role === role);
      const wrong: string[] = [];
      for (const { name, visit } of shown) {
        const counts = await count(page, visit.body, own);
        own.forEach((row, at) => {
          if (ofWorks.test(row.selector) && !visit.body.includes('id="workskin"')) return;
          const problem = problemOf(row, counts[at] ?? 0);
          if (problem !== null) wrong.push(`${name}: ${row.selector} ${problem}`);
        });
      }
      assert.deepEqual(wrong, []);
    });
  }
});

function problemOf(row: Row, found: number): string | null {
  const fits = found >= row.least && (row.most === null || found <= row.most);
  const missing = unbuilt.find(({ selectors }) => selectors.test(row.selector));
  if (missing === undefined || row.least === 0) return fits ? null : `matches ${found} times`;
  if (fits) return `holds, and is listed as unbuilt: ${missing.reason}`;
  return found === missing.found ? null : `matches ${found} times, not ${missing.found}`;
}

/** How often each selector matches, in a document that loads nothing. */
function count(page: Page, markup: string, of: readonly Row[]): Promise<number[]> {
  return page.evaluate(
    ({ markup, selectors }) => {
      const document = new DOMParser().parseFromString(markup, 'text/html');
      return selectors.map((selector) => document.querySelectorAll(selector).length);
    },
    { markup, selectors: of.map(({ selector }) => selector) },
  );
}
