// What axe finds wrong with the page as it stands in the browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

export type AxeWishes = {
  /** These rules alone; absent: all that axe has on by itself, and `target-size`. */
  readonly rules?: readonly string[];
  /** Of works in a list and of groups of filters, the first alone: the others are like them. */
  readonly brief?: boolean;
  /** What matches this selector, and no more of the page. */
  readonly within?: string;
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
async function run({ rules, brief, within = 'html' }: AxeWishes): Promise<readonly Finding[]> {
  const { axe } = window as unknown as { axe: Axe };
  const others = ['.blurb:nth-child(n + 4)', 'form.filters details:nth-of-type(n + 3)'];
  const context = { include: within, exclude: brief ? others : [] };
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

/**
 * Marks with `data-new` what has words and has not been met on any page yet, and says how much that
 * is. What stands in the same place of the same sheets looks the same in every theme, so that it
 * need be looked at once: the frame of the page, the second work of a list.
 */
export async function markNew(page: Page, met: Set<string>): Promise<number> {
  const looks = await page.evaluate(looksOfWords);
  const fresh = [...new Set(looks)].filter((look) => !met.has(look));
  for (const look of fresh) met.add(look);
  return page.evaluate(markFirst, { looks, fresh });
}

function looksOfWords(): string[] {
  const sheets = [...document.styleSheets].map(({ href }) => href ?? 'inline').join();
  const known = new Map<Element, string>();
  const placeOf = (element: Element | null): string => {
    if (element === null) return sheets;
    let place = known.get(element);
    if (place === undefined) {
      const names = [...element.attributes].map(({ name, value }) =>
        /^(class|type|style|role|aria-(?!label|describedby|controls)|data-theme)/.test(name)
          ? `${name}=${value}`
          : name,
      );
      place = `${placeOf(element.parentElement)}>${element.localName} ${names.sort().join()}`;
      known.set(element, place);
    }
    return place;
  };
  return [...document.body.querySelectorAll('*')].map((element) => {
    const hasWords =
      element.matches('input, select, textarea') ||
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    if (!hasWords) return '';
    const { color, backgroundColor, fontSize, fontWeight, opacity } = getComputedStyle(element);
    return [placeOf(element), color, backgroundColor, fontSize, fontWeight, opacity].join('|');
  });
}

function markFirst({ looks, fresh }: { looks: string[]; fresh: string[] }): number {
  const left = new Set(fresh);
  left.delete('');
  const { size } = left;
  [...document.body.querySelectorAll('*')].forEach((element, at) => {
    if (left.delete(looks[at] ?? '')) element.setAttribute('data-new', '');
  });
  return size;
}
