// What axe finds wrong with the page as it stands in the browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

export type AxeWishes = {
  /** These rules alone; absent: all that axe has on by itself, and `target-size`. */
  readonly rules?: readonly string[];
  /** Of works in a list and of groups of filters, the first alone: the others are like them. */
  readonly brief?: boolean;
};

type Finding = { readonly id: string; readonly nodes: readonly Place[] };
type Place = { readonly target: readonly string[]; readonly failureSummary: string };
type Axe = {
  run(context: object, options: object): Promise<{ readonly violations: readonly Finding[] }>;
};

const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const source = readFileSync(path, 'utf8');

/** Each finding in one line. */
export async function axeFindings(page: Page, wishes: AxeWishes = {}): Promise<string[]> {
  // Evaluated by the browser's debugger, so that the page keeps its content security policy.
  await page.evaluate(`if (!('axe' in window)) { ${source} }`);
  const violations = await page.evaluate(run, wishes);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}

/** Runs in the page. */
async function run({ rules, brief }: AxeWishes): Promise<readonly Finding[]> {
  const { axe } = window as unknown as { axe: Axe };
  const others = ['.blurb:nth-child(n + 4)', 'form.filters details:nth-of-type(n + 3)'];
  const context = { include: 'html', exclude: brief ? others : [] };
  const { violations } = await axe.run(context, {
    resultTypes: ['violations'],
    // Reading all style sheets anew is for one rule: that no sheet locks the way a device is held.
    preload: !brief,
    ...(rules === undefined
      ? // WCAG 2.2 asks for it, axe only when told to.
        { rules: { 'target-size': { enabled: true } } }
      : { runOnly: { type: 'rule', values: rules } }),
  });
  // WCAG 2.5.8 excepts links within lines of text, as tags with commas between them are; axe
  // knows text by its words alone. Their lines are 24 px apart, and so are the tags.
  const isInText = (target = '') => document.querySelector(target)?.closest('.commas') !== null;
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.filter(({ target }) => id !== 'target-size' || !isInText(target[0])),
  }));
}
