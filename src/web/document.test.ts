import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlProblems } from '../../test/kit/html-validate.ts';
import { Markup } from '../../test/kit/markup.ts';
import { html } from '../kit/html/index.ts';
import type { UserId } from '../shared/ids.ts';
import { defaultReading } from '../shared/reading.ts';
import { guest, type Member } from '../shared/viewer.ts';
import { unbuiltAssets } from './assets.ts';
import { type Frame, type Page, renderDocument } from './document.ts';
import { type ErrorStatus, errorPage } from './error-page.ts';
import { errorText } from './messages.ts';

const ada: Member = {
  kind: 'member',
  userId: 1 as UserId,
  login: 'ada',
  pseuds: [],
  roles: new Set(),
  adultConsent: false,
};

const frame: Frame = {
  viewer: guest,
  formToken: 'a"token',
  path: '/works?q=tea&page=2',
  reading: defaultReading,
  siteName: 'Inkstead',
  notice: null,
  flash: [],
  assets: unbuiltAssets,
  signUpOpen: true,
};

const page: Page = {
  title: 'Tea & <biscuits>',
  mainClass: 'works-show region',
  body: html`<h2 class="heading">Tea</h2>`,
};

function rendered(given: Partial<Frame> = {}, shown: Partial<Page> = {}): string {
  return String(renderDocument({ ...frame, ...given }, { ...page, ...shown }));
}

const addresses = (markup: string) =>
  new Markup(markup).all('a').map((link) => link.attribute('href') ?? '');

test('every page is valid HTML, for guests and for members', () => {
  const flash = [
    { kind: 'done', text: 'Saved.', savedForm: 'ada/works/new' },
    { kind: 'problem', text: 'Not saved.' },
  ] as const;
  const full = { canonical: '/works/1', description: 'A work', indexable: false, wide: true };
  assert.deepEqual(htmlProblems(rendered()), []);
  assert.deepEqual(htmlProblems(rendered({ viewer: ada, notice: 'Moving', flash }, full)), []);
});

test('a title is escaped, stands before the name of the site and is the one h1', () => {
  const markup = new Markup(rendered());
  assert.equal(markup.all('title')[0]?.text, 'Tea & <biscuits> - Inkstead');
  assert.deepEqual(
    markup.all('h1').map(({ text }) => text),
    ['Tea & <biscuits>'],
  );
  const own = new Markup(rendered({}, { ownHeading: true, body: html`<h1>Own</h1>` }));
  assert.deepEqual(
    own.all('h1').map(({ text }) => text),
    ['Own'],
  );
});

test('what tools read on every page is there for guests', () => {
  const markup = new Markup(rendered());
  const main = markup.all('div').find(({ id }) => id === 'main');
  assert.equal(main?.className, 'works-show region');
  assert.equal(main?.attribute('role'), 'main');
  assert.equal(markup.all('body')[0]?.className, 'logged-out');
  const token = markup.all('meta').find((meta) => meta.attribute('name') === 'csrf-token');
  assert.equal(token?.attribute('content'), 'a"token');
  assert.ok(markup.withClass('primary navigation')[0]!.withClass('dropdown').length > 0);
  assert.equal(markup.withClass('navigation actions').length, 1);
  assert.ok(!addresses(rendered()).some((href) => href.startsWith('/users/logout')));
});

test('a member finds their own page, preferences and the way out in the header', () => {
  const markup = new Markup(rendered({ viewer: ada }));
  assert.equal(markup.all('body')[0]?.className, 'logged-in');
  const greeting = markup.find(({ id }) => id === 'greeting')!;
  const own = greeting.all('a').map((link) => link.attribute('href'));
  assert.ok(own.includes('/users/ada'));
  assert.ok(own.includes('/users/ada/preferences'));
  assert.ok(own.includes('/users/logout'));
});

test('links of the frame begin with one slash, and none leads to a pseud', () => {
  for (const viewer of [guest, ada]) {
    for (const href of addresses(rendered({ viewer }))) {
      assert.match(href, /^(\/(?!\/)|#)/);
      assert.ok(!href.includes('/pseuds/'));
    }
  }
});

test('log-in and reading preferences return to the page one came from, percent-encoded', () => {
  const hrefs = (path: string) =>
    addresses(rendered({ path })).filter((href) => /login|reading/.test(href));
  assert.deepEqual(hrefs('/works?q=tea&page=2'), [
    '/users/login?return_to=%2Fworks%3Fq%3Dtea%26page%3D2',
    '/reading?return_to=%2Fworks%3Fq%3Dtea%26page%3D2',
  ]);
  assert.deepEqual(hrefs('/'), ['/users/login', '/reading']);
  assert.equal(hrefs('/users/login?return_to=%2F')[0], '/users/login');
  assert.equal(hrefs('/reading?return_to=%2F')[1], '/reading');
});

test('sign-up is offered only while registration is open', () => {
  assert.ok(addresses(rendered()).includes('/users/register'));
  assert.ok(!addresses(rendered({ signUpOpen: false })).includes('/users/register'));
});

test('the reader’s choices stand on the root, so that the first paint is right', () => {
  const reading = { theme: 'sepia', font: 'dyslexic', size: 'xl' } as const;
  const root = rendered({ reading: { ...defaultReading, ...reading } });
  const choices = 'data-theme="sepia" data-font="dyslexic" data-size="xl"';
  assert.ok(root.replaceAll('\n', '').includes(choices));
  assert.ok(!root.includes('rel="preload"'), 'no serif is fetched that nobody sees');
});

test('no page holds a style or a script of its own', () => {
  const markup = new Markup(rendered({ viewer: ada, notice: 'Moving' }));
  assert.equal(markup.all('style').length, 0);
  assert.deepEqual(
    markup.all('script').map((script) => [script.text, script.attribute('src')]),
    [['', '/assets/enhance.js']],
  );
  assert.equal(
    markup.find((element) => element.attribute('style') !== undefined),
    undefined,
  );
});

test('what shall not be found by search engines says so', () => {
  assert.ok(rendered({}, { indexable: false }).includes('name="robots" content="noindex"'));
  assert.ok(!rendered().includes('name="robots"'));
});

for (const status of Object.keys(errorText).map(Number) as ErrorStatus[]) {
  test(`the page for ${status} is valid, names the error and is not indexed`, () => {
    const markup = rendered({}, errorPage(status, { retryAfterSeconds: 2, reference: 'r1' }));
    assert.deepEqual(htmlProblems(markup), []);
    const tree = new Markup(markup);
    assert.equal(
      tree.find(({ id }) => id === 'main')?.className,
      `system errors error-${status} region`,
    );
    assert.equal(tree.all('h2')[0]?.text, `Error ${status}`);
    assert.equal(tree.all('h2')[0]?.className, 'heading');
    assert.ok(markup.includes('Try again in 2 seconds.'));
    assert.ok(markup.includes('noindex'));
  });
}
