import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Markup } from '../../test/kit/markup.ts';
import type { Html } from '../kit/html/index.ts';
import { lengthOf } from './client/counter.ts';
import {
  checkboxGroup,
  confirmForm,
  dateText,
  dayText,
  errorSummary,
  fieldId,
  formFor,
  numberText,
  pager,
  passwordField,
  radioGroup,
  tagField,
  textArea,
  textField,
} from './controls.ts';

const tree = (markup: Html) => new Markup(`<!DOCTYPE html><html><body>${markup}</body></html>`);

test('what was typed comes back unchanged, whatever it is', () => {
  const given = fc.string({ unit: 'binary' }).map((value) => value.replace(/[\0\r]/g, ''));
  fc.assert(
    fc.property(given, (value) => {
      const area = tree(textArea({ name: 'a', label: 'A', value })).all('textarea')[0]!;
      assert.equal(area.rawText, value);
      const input = tree(textField({ name: 'a', label: 'A', value })).all('input')[0]!;
      assert.equal(input.attribute('value'), value);
    }),
    { examples: [['\n\na'], ['</textarea>"&quot;']] },
  );
});

test('a password is never sent back', () => {
  const shown = {
    name: 'p',
    label: 'P',
    value: 'secret',
    autocomplete: 'current-password',
  } as const;
  assert.ok(!String(passwordField(shown)).includes('secret'));
});

test('a field with a problem says so beside it, and the summary leads to it', () => {
  const problems = [{ field: 'work[title]', detail: 'Give the work a title.' }];
  const field = tree(textField({ name: 'work[title]', label: 'Title', hint: 'Short.', problems }));
  const input = field.all('input')[0]!;
  assert.equal(input.attribute('aria-invalid'), 'true');
  const described = input.attribute('aria-describedby')!.split(' ');
  assert.deepEqual(
    described.map((id) => field.find((element) => element.id === id)?.text),
    ['Short.', 'Give the work a title.'],
  );
  const link = tree(errorSummary(problems)).all('a')[0]!;
  assert.equal(link.attribute('href'), `#${input.id}`);
  assert.equal(String(errorSummary([])), '');
});

test('the summary leads to the first choice of a group', () => {
  const name = 'work[archive_warning_strings][]';
  const group = { name, legend: 'Warnings', options: [{ value: 'a', label: 'A' }], values: [] };
  const first = tree(checkboxGroup(group)).all('input')[0]!;
  assert.equal(first.id, fieldId(name));
  assert.equal(first.id, 'work_archive_warning_strings');
});

test('every control has a label of its own', () => {
  const options = [
    { value: '1', label: 'One' },
    { value: '2', label: 'Two' },
  ];
  const shown = tree(radioGroup({ name: 'n', legend: 'N', options, value: '2' }));
  const inputs = shown.all('input');
  assert.deepEqual(
    shown.all('label').map((label) => label.text),
    ['One', 'Two'],
  );
  assert.equal(new Set(inputs.map(({ id }) => id)).size, 2);
  assert.deepEqual(
    inputs.map((input) => input.attribute('checked') !== undefined),
    [false, true],
  );
});

test('a tag field is a plain field that names where suggestions come from', () => {
  const shown = tree(
    tagField({ name: 't', label: 'T', value: 'a, b', address: '/autocomplete/tag' }),
  );
  const input = shown.all('input')[0]!;
  assert.equal(input.attribute('value'), 'a, b');
  assert.equal(input.attribute('data-address'), '/autocomplete/tag');
});

test('every form that changes something carries the token', () => {
  const asked = { question: 'Delete it?', button: 'Delete', cancelHref: '/works/1' };
  const shown = tree(confirmForm({ ...asked, action: '/works/1', token: 'abc', method: 'delete' }));
  const sent = shown.all('input').map((one) => [one.attribute('name'), one.attribute('value')]);
  assert.deepEqual(sent, [
    ['authenticity_token', 'abc'],
    ['_method', 'delete'],
  ]);
  assert.equal(shown.all('form')[0]?.attribute('method'), 'post');
  assert.ok(String(formFor({ action: '/', token: 'abc', body: '' })).includes('value="abc"'));
});

test('a pager links the first, the last and the near pages', () => {
  const labels = (page: number, pages: number) =>
    tree(pager({ page, pages, hrefFor: (at) => `/works?page=${at}` }))
      .all('li')
      .map(({ text }) => text)
      .join(' ');
  assert.equal(labels(1, 3), '← Previous 1 2 3 Next →');
  assert.equal(labels(5, 10), '← Previous 1 2 3 4 5 6 7 … 10 Next →');
  assert.equal(labels(500, 517), '← Previous 1 … 498 499 500 501 502 … 517 Next →');
});

test('a pager of any length ends in the last page’s number and “Next”, and misses no step', () => {
  const sizes = fc
    .integer({ min: 2, max: 600_000 })
    .chain((pages) =>
      fc.record({ pages: fc.constant(pages), page: fc.integer({ min: 1, max: pages }) }),
    );
  fc.assert(
    fc.property(sizes, ({ page, pages }) => {
      const shown = tree(pager({ page, pages, hrefFor: (at) => `?page=${at}` }));
      const items = shown.all('li').map(({ text }) => text);
      assert.equal(items.at(-2), String(pages));
      assert.ok(items.length <= 11);
      const hrefs = shown.all('a').map((link) => link.attribute('href'));
      if (page > 1) assert.ok(hrefs.includes(`?page=${page - 1}`));
      if (page < pages) assert.ok(hrefs.includes(`?page=${page + 1}`));
      assert.ok(!hrefs.includes(`?page=${page}`));
    }),
  );
  assert.equal(String(pager({ page: 1, pages: 1, hrefFor: () => '' })), '');
});

test('numbers and days are written as tools read them', () => {
  assert.equal(numberText(1234567), '1,234,567');
  const late = Date.UTC(2024, 4, 8, 23, 30);
  assert.equal(dateText(late), '2024-05-08');
  assert.equal(dayText(late), '08 May 2024');
  assert.equal(dateText(late, 'Asia/Tokyo'), '2024-05-09');
  assert.equal(dayText(late, 'Asia/Tokyo'), '09 May 2024');
});

test('the counter counts code points after NFC, and a line break as one', () => {
  assert.equal(lengthOf('a\r\nb\rc\n'), 6);
  assert.equal(lengthOf('e\u0301'), 1);
  assert.equal(lengthOf('👩‍🚀'), 3);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const server = value.replace(/\r\n?/g, '\n').normalize('NFC');
      assert.equal(lengthOf(value), [...server].length);
    }),
  );
});
