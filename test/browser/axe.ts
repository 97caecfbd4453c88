// What axe finds wrong with the page as it stands in the browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Finding = { readonly id: string; readonly nodes: readonly Node[] };
type Node = { readonly target: readonly string[]; readonly failureSummary: string };
type Axe = {
  run(page: Document, options: object): Promise<{ readonly violations: readonly Finding[] }>;
};

/** Each finding in one line. `rules`: these alone; absent: all that axe has on by itself. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Evaluated by the browser's debugger, so that the page keeps its content security policy.
  await page.evaluate(`if (!('axe' in window)) { ${source} }`);
  const violations = await page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: Axe };
    const runOnly = only && { type: 'rule', values: only };
    const options = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
    return (await axe.run(document, options)).violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
