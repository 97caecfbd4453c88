// A tab of a real browser on a site, as one visitor has it; it notes whatever goes wrong in it.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Visitor } from '../kit/visitor.ts';
import { slowPages } from './hardship.ts';
import type { Site } from './server.ts';

export type Tab = {
  readonly page: Page;
  /** Whether pages may run script here. */
  readonly script: boolean;
  /** Goes to a path of the site and waits for the behaviours of its page. */
  open(path: string): Promise<void>;
  /** Does what leads to another page, and waits for that page and its behaviours. */
  follow(act: () => Promise<unknown>): Promise<void>;
  /**
   * What the console, the content security policy and the network have complained of: errors,
   * warnings, and requests to anywhere else.
   */
  readonly complaints: readonly string[];
  close(): Promise<void>;
};

export type TabWishes = {
  readonly script?: boolean;
  /** Absent: 1280. */
  readonly width?: number;
  /** Whose session it has; absent: nobody's. */
  readonly as?: Visitor;
  readonly colorScheme?: BrowserContextOptions['colorScheme'];
};

// A machine with all its cores busy needs long for a page now and then; a test that waits in vain
// is seen to fail all the same.
const patienceMs = 60_000;

/** Opens an empty tab with a cookie jar of its own. */
export async function openTab(
  browser: Browser,
  site: Pick<Site, 'origin'>,
  wishes: TabWishes = {},
): Promise<Tab> {
  const { script = true, width = 1280, as, colorScheme = 'light' } = wishes;
  const context = await browser.newContext({
    baseURL: site.origin,
    viewport: { width, height: width < 600 ? 844 : 900 },
    javaScriptEnabled: script,
    colorScheme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(patienceMs);
  await slowPages(context);
  for (const [name, value] of as?.cookies ?? []) {
    await context.addCookies([{ name, value, url: site.origin, sameSite: 'Lax' }]);
  }
  const page = await context.newPage();
  const complaints = listen(page, site.origin);
  // The behaviours come in after the page, piece by piece.
  const settle = async () => {
    if (script) await page.waitForSelector('html[data-enhanced]', { state: 'attached' });
  };
  return {
    page,
    script,
    async open(path) {
      await page.goto(path);
      await settle();
    },
    async follow(act) {
      const loaded = page.waitForEvent('load');
      await act();
      await loaded;
      await settle();
    },
    complaints,
    close: () => context.close(),
  };
}

function listen(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  // By what was asked for: the console may speak before the page is there, or when it is gone.
  const visited = new Set<string>();
  page.on('console', (message) => {
    // That the page asked for is a 404 or a 422 is what the visitor is told by the page.
    const isPageItself = visited.has(message.location().url);
    if (!(isPageItself && /status of 4\d\d/.test(message.text()))) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (request.isNavigationRequest()) visited.add(url);
    if (!url.startsWith(origin) && !url.startsWith('data:')) complaints.push(`asks for ${url}`);
  });
  return complaints;
}
