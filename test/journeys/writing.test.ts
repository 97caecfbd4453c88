// Writers: drafts, forms that are refused, a browser that dies in the middle of a sentence.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { findWork } from '../../src/features/works/index.ts';
import type { WorkId } from '../../src/shared/ids.ts';
import { openBrowser } from '../kit/browser.ts';
import { eachDatabase } from '../kit/database.ts';
import { postWork } from '../kit/post-work.ts';
import { type Journeys, journeys, newLogin, showMarkup, signUp, write } from './journey.ts';

const opened = await openBrowser();
after(() => opened.browser?.close());

eachDatabase((kind) => journeys({ opened, kind }, drafts, copiesOnTheDevice, changes));

function drafts({ journey }: Journeys): void {
  journey('a draft waits until its writer posts it', async ({ visitor }) => {
    const writer = await visitor();
    const { page, open, follow } = writer;
    await signUp(writer, newLogin());
    await open('/works/new');
    await write(page, { title: 'Half a Tale', fandom: 'Harbour Nights', text: 'To be gone on.' });
    await follow(() => page.getByRole('button', { name: 'Save as draft' }).click());
    await page.getByText('This is a draft. Only its creators can see it.').waitFor();
    const address = new URL(page.url()).pathname;

    const reader = await visitor();
    await reader.open(address);
    assert.equal(await reader.page.getByText('Error 404').count(), 1);

    await follow(() => page.getByRole('link', { name: 'Edit', exact: true }).click());
    await page.getByLabel(/^Title/).fill('A Whole Tale');
    await page.getByRole('checkbox', { name: /keeps to the site policy/ }).check();
    await follow(() => page.getByRole('button', { name: 'Post', exact: true }).click());
    await reader.open(address);
    assert.equal(
      await reader.page.getByRole('heading', { name: 'A Whole Tale', level: 2 }).count(),
      1,
    );
  });

  journey('a preview shows the text and keeps the form', async ({ site, visitor }) => {
    const { page, open, follow } = await visitor({ as: await site.as('ben') });
    await open('/works/new');
    const text = 'It *leans*.\n\nThen it falls.';
    await page.getByLabel('Written as').selectOption({ label: 'Markdown' });
    await write(page, { title: 'Leaning', fandom: 'Harbour Nights', text });
    await follow(() => page.getByRole('button', { name: 'Preview' }).click());
    const preview = page.getByRole('region', { name: 'Preview' });
    assert.equal(await preview.locator('em').textContent(), 'leans');
    assert.equal(await page.getByLabel(/^Text/).inputValue(), text);
  });

  journey('a refused form names each problem and keeps what was typed', async (road) => {
    const { page, open, follow } = await road.visitor({ as: await road.site.as('ben') });
    await open('/works/new');
    await showMarkup(page);
    const title = `${'Very '.repeat(60)}Long`;
    await page.getByLabel(/^Title/).fill(title);
    await page.getByLabel(/^Summary/).fill('A <em>summary</em> & more.');
    await page.getByLabel(/^Text/).fill('\n\nKept, with its “quotes” & <b>tags</b>.');
    await page.getByRole('checkbox', { name: 'Gen', exact: true }).check();
    await follow(() => page.getByRole('button', { name: 'Post', exact: true }).click());
    const problems = page.locator('#problems').getByRole('link');
    assert.ok((await problems.count()) >= 4);
    for (const problem of await problems.all()) {
      const target = (await problem.getAttribute('href')) ?? '';
      assert.equal(await page.locator(target).getAttribute('aria-invalid'), 'true', target);
    }
    assert.equal(await page.getByLabel(/^Title/).inputValue(), title);
    assert.equal(await page.getByLabel(/^Summary/).inputValue(), 'A <em>summary</em> & more.');
    const kept = '\n\nKept, with its “quotes” & <b>tags</b>.';
    assert.equal(await page.getByLabel(/^Text/).inputValue(), kept);
    assert.ok(await page.getByRole('checkbox', { name: 'Gen', exact: true }).isChecked());
  });
}

function copiesOnTheDevice({ withScript }: Journeys): void {
  withScript('what was typed before the browser died is offered again', async (road) => {
    const { page, open } = await road.visitor({ as: await road.site.as('ben') });
    await open('/works/new');
    const text = page.getByLabel(/^Text/);
    await text.fill('Eleven days in, the lamp went out.');
    await page.waitForFunction(() => localStorage.length > 0);
    // A page that crashes says good-bye to nobody.
    const fresh = await page.context().newPage();
    const death = page.waitForEvent('crash');
    page.goto('chrome://crash').catch(() => {});
    await death;
    await fresh.goto('/works/new');
    await fresh.getByRole('button', { name: 'Put it back' }).click();
    const again = fresh.getByLabel(/^Text/);
    assert.equal(await again.textContent(), 'Eleven days in, the lamp went out.');
  });

  withScript('what is posted is not offered again', async ({ site, visitor }) => {
    const { page, open, follow } = await visitor({ as: await site.as('ben') });
    await open('/works/new');
    await write(page, { title: 'Said', fandom: 'Harbour Nights', text: 'And done.' });
    await follow(() => page.getByRole('button', { name: 'Post', exact: true }).click());
    await open('/works/new');
    assert.equal(await page.getByRole('button', { name: 'Put it back' }).count(), 0);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });
}

function changes({ journey }: Journeys): void {
  journey('a change to a chapter is in the text at once', async ({ site, visitor }) => {
    const work = await postWork(site, 'ada', { title: 'Mended', chapters: ['A typpo.', 'Two.'] });
    const reader = await visitor();
    await reader.open(`/works/${work.id}`);
    await reader.page.getByText('A typpo.').waitFor();
    const { page, open, follow } = await visitor({ as: await site.as('ada') });
    await open(`/works/${work.id}`);
    await follow(() => page.getByRole('link', { name: 'Edit this chapter' }).click());
    await page.getByLabel(/^Text/).fill('A typo.');
    await follow(() => page.getByRole('button', { name: 'Save', exact: true }).click());
    await page.getByText('A typo.').waitFor();
    await reader.open(`/works/${work.id}`);
    await reader.page.getByText('A typo.').waitFor();
  });

  journey('a work is deleted only after a question, and can be had back', async (road) => {
    const { site, visitor } = road;
    const work = await postWork(site, 'ada', { title: 'Gone and Back' });
    const { page, open, follow } = await visitor({ as: await site.as('ada') });
    await open(`/works/${work.id}`);
    await follow(() => page.getByRole('link', { name: 'Delete', exact: true }).click());
    await follow(() => page.getByRole('button', { name: 'Delete the work' }).click());
    const ada = await site.member('ada');
    const gone = await findWork(site.parts.database.read, ada, work.id as WorkId);
    assert.equal(gone.standing, 'gone');
    await follow(() => page.getByRole('button', { name: 'Have it back' }).click());
    assert.equal(await page.getByRole('heading', { name: 'Gone and Back', level: 2 }).count(), 1);
  });
}
