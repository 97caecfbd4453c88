// Renders the sample pages with the real assets, serves them under the real Content-Security-
// Policy, takes pictures and lets axe look at each. For people who change how pages look:
//   node test/gallery/render.ts OUT [--only list,chapter] [--themes light,dark] [--widths 390,1280]
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext } from 'playwright-core';
import type { UserId } from '../../src/shared/ids.ts';
import { defaultReading, parseReading, type ReadingPreferences } from '../../src/shared/reading.ts';
import { guest, type Member } from '../../src/shared/viewer.ts';
import { type Assets, loadAssets } from '../../src/web/assets.ts';
import { renderDocument } from '../../src/web/document.ts';
import { samples } from './samples.ts';

const root = join(import.meta.dirname, '../..');
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const ada: Member = {
  kind: 'member',
  userId: 1 as UserId,
  login: 'ada',
  pseuds: [],
  roles: new Set(),
  adultConsent: true,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: Object.keys(samples).join(',') },
    themes: { type: 'string', default: 'light,dark,sepia,eink' },
    widths: { type: 'string', default: '390,1280' },
    reading: { type: 'string', default: '' },
    script: { type: 'string', default: 'on' },
    click: { type: 'string', default: '' },
    scroll: { type: 'string', default: '0' },
    full: { type: 'boolean', default: false },
  },
});
const out = positionals[0] ?? 'gallery';
mkdirSync(out, { recursive: true });

const assets = await loadAssets({ root, cacheFolder: null });
const server = serve(assets);
await once(server, 'listening');
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await openBrowser();
let found = 0;
for (const theme of values.themes.split(',')) {
  for (const width of values.widths.split(',')) found += await lookAt(theme, Number(width));
}
await browser.close();
server.close();
console.log(`${found} findings`);
process.exitCode = found === 0 ? 0 : 1;

async function lookAt(theme: string, width: number): Promise<number> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    deviceScaleFactor: width < 600 ? 2 : 1,
    javaScriptEnabled: values.script === 'on',
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
  page.on('console', (message) => console.log(`${name}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
  await page.goto(`${origin}/${name}?theme=${theme}`);
  await page.waitForLoadState('networkidle');
  if (values.click) await page.click(values.click);
  if (values.scroll !== '0') await page.mouse.wheel(0, Number(values.scroll));
  await page.waitForTimeout(values.scroll === '0' ? 0 : 400);
  const path = join(out, `${name}-${theme}-${width}.png`);
  await page.screenshot({ path, fullPage: values.full });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) console.log(`${name} ${theme} ${width}: ${overflow}px too wide`);
  const findings = values.script === 'on' ? await axe(page) : [];
  for (const finding of findings) console.log(`${name} ${theme} ${width}: ${finding}`);
  await page.close();
  return findings.length + (overflow > 0 ? 1 : 0);
}

async function axe(page: import('playwright-core').Page): Promise<string[]> {
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

function serve(assets: Assets): Server {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const asset = assets.respond(url.pathname, request.headers['accept-encoding']);
    if (asset) {
      response.writeHead(200, { 'Content-Type': asset.type, ...asset.headers });
      response.end(asset.body);
      return;
    }
    const sample = samples[url.pathname.slice(1)];
    if (!sample) {
      response.writeHead(404).end();
      return;
    }
    const text = String(renderDocument(frame(url), sample()));
    writeFileSync(join(out, `${url.pathname.slice(1)}.html`), text);
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    });
    response.end(text);
  });
  return server.listen(0, '127.0.0.1');
}

function frame(url: URL): import('../../src/web/document.ts').Frame {
  const name = url.pathname.slice(1);
  const theme = (url.searchParams.get('theme') ?? 'auto') as ReadingPreferences['theme'];
  const reading = values.reading ? parseReading(values.reading) : defaultReading;
  return {
    viewer: ['form', 'chapter', 'list'].includes(name) ? ada : guest,
    formToken: 'sample-token',
    path: url.pathname,
    reading: { ...reading, theme },
    siteName: 'Inkstead',
    notice: name === 'home' ? 'The archive moves to a new machine on Sunday at 10:00 UTC.' : null,
    flash: name === 'home' ? [{ kind: 'done', text: 'You are logged out.' }] : [],
    assets,
    signUpOpen: true,
  };
}

async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
