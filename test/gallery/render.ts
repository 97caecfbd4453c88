// Takes pictures of the sample pages and lets axe look at each, for people who change looks:
//   node test/gallery/render.ts OUT [--only list,chapter] [--themes light,dark] [--widths 390]
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../kit/browser.ts';
import { htmlProblems } from '../kit/html-validate.ts';
import { openGallery } from './gallery.ts';
import { samples } from './samples.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: Object.keys(samples).join(',') },
    themes: { type: 'string', default: 'light,dark,sepia,eink' },
    widths: { type: 'string', default: '390,1280' },
    // After the theme, as in the cookie: font, size, width, spacing.
    reading: { type: 'string', default: 'serif.m.medium.normal' },
    script: { type: 'string', default: 'on' },
    click: { type: 'string', default: '' },
    scroll: { type: 'string', default: '0' },
    full: { type: 'boolean', default: false },
  },
});
const out = positionals[0] ?? 'gallery';
mkdirSync(out, { recursive: true });

const gallery = await openGallery();
const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
let found = 0;
for (const theme of values.themes.split(',')) {
  for (const width of values.widths.split(',')) found += await lookAt(theme, Number(width));
}
await browser.close();
gallery.close();
console.log(`${found} findings`);
process.exitCode = found === 0 ? 0 : 1;

async function lookAt(theme: string, width: number): Promise<number> {
  const context = await browser!.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    deviceScaleFactor: width < 600 ? 2 : 1,
    javaScriptEnabled: values.script === 'on',
    // For axe, which is put into the page.
    bypassCSP: true,
  });
  let problems = 0;
  for (const name of values.only.split(',')) problems += await picture(context, name, theme, width);
  await context.close();
  return problems;
}

async function picture(
  context: BrowserContext,
  name: string,
  theme: string,
  width: number,
): Promise<number> {
  const page = await context.newPage();
  const findings: string[] = [];
  page.on('console', (message) => findings.push(message.text()));
  page.on('pageerror', (error) => findings.push(error.message));
  const answer = await page.goto(`${gallery.origin}/${name}?reading=${theme}.${values.reading}`);
  const markup = await answer!.text();
  writeFileSync(join(out, `${name}.html`), markup);
  findings.push(...htmlProblems(markup, { wholeWorkView: true }));
  await page.waitForLoadState('networkidle');
  if (values.click) await page.click(values.click);
  if (values.scroll !== '0') await page.mouse.wheel(0, Number(values.scroll));
  await page.waitForTimeout(values.scroll === '0' ? 0 : 400);
  await page.screenshot({
    path: join(out, `${name}-${theme}-${width}.png`),
    fullPage: values.full,
  });
  findings.push(...(await tooWide(page)));
  if (values.script === 'on') findings.push(...(await axe(page)));
  for (const finding of findings) console.log(`${name} ${theme} ${width}: ${finding}`);
  await page.close();
  return findings.length;
}

async function tooWide(page: Page): Promise<string[]> {
  const pixels = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return pixels > 0 ? [`${pixels} px too wide`] : [];
}

async function axe(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  return page.evaluate(async () => {
    type Result = { id: string; nodes: { html: string; failureSummary: string }[] };
    type Axe = { run(): Promise<{ violations: Result[] }> };
    const { violations } = await (window as unknown as { axe: Axe }).axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary}`),
    );
  });
}
