// What a busy machine and a bad line do to pages, on demand (`npm test -- --hard`): browsers run at
// a fraction of their speed, and answers come late, in another order each time. A test that looks
// before the page is where it should be fails here, and not once in a thousand runs.
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';

const isHard = process.env['INKSTEAD_TEST_HARD'] !== undefined;
const slowness = 6;
const lateMsMax = 250;

/** Slows every page of the context, now and later. */
export async function slowPages(context: BrowserContext): Promise<void> {
  if (!isHard) return;
  const slow = async (page: Page) => {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  };
  context.on('page', (page) => void slow(page).catch(() => {}));
}

/** A server calls it before each answer. */
export async function comeLate(): Promise<void> {
  if (isHard) await pause(Math.random() * lateMsMax);
}
