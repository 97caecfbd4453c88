// Going through a page by keyboard alone. At every stop the focus must be seen: drawn around, and
// not covered by a bar.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

type Stop = {
  /** By its label, its name or its words. */
  readonly name: string;
  readonly outlined: boolean;
  readonly covered: boolean;
};

// More stops than any page has that a journey goes through by Tab.
const stopsMax = 150;

/** Presses Tab until what is so called has the focus; the whole name has to be right. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let at = 0; at < stopsMax; at++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    if (stop === null) continue;
    assert.ok(stop.outlined, `the focus on “${stop.name}” is not drawn`);
    assert.ok(!stop.covered, `“${stop.name}” has the focus and is covered`);
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return;
    passed.push(stop.name);
  }
  assert.fail(`Tab never comes to “${name}”, but to: ${passed.join(' | ')}`);
}

/** Runs in the page; null where nothing has the focus. */
function readStop(): Stop | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  const labels = (focused as HTMLInputElement).labels ?? [];
  const other = document.getElementById(focused.getAttribute('aria-labelledby') ?? '');
  const label = focused.getAttribute('aria-label') ?? (other ?? labels[0])?.textContent;
  const words = label ?? focused.innerText;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const piece = focused.getClientRects()[0];
  const isThere = (x: number, y: number) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (focused.contains(top) || top.contains(focused));
  };
  const at = piece ?? new DOMRect();
  const spots = [0.1, 0.5, 0.9].map((part) => at.top + at.height * part);
  return {
    name: words.replace(/\s+/g, ' ').trim(),
    outlined: outlineStyle !== 'none' && outlineWidth !== '0px',
    covered: !spots.some((y) => isThere(at.left + at.width / 2, y)),
  };
}
