import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hole, lineAt, scan } from './scanner.ts';

test('comments and the contents of strings are blanked, their quotes and lines stay', () => {
  const source = "a('x // y'); // b\n/* c\n */ d;";
  assert.equal(scan(source).code, "a('      ');     \n    \n    d;");
  assert.equal(scan(source).uncommented, "a('x // y');     \n    \n    d;");
});

test('a template keeps its tag, its text and its holes', () => {
  const source = 'const a = html`<a href="$' + '{b(`x$' + '{{ c: "}" }.c}`)}">d</a>`;';
  const { literals, code } = scan(source);
  assert.deepEqual(
    literals.map(({ tag, text }) => [tag, text]),
    [
      ['', '}'],
      ['', `x${hole}`],
      ['html', `<a href="${hole}">d</a>`],
    ],
  );
  assert.match(code, /b\(`/);
  assert.doesNotMatch(code, /href/);
});

test('a slash divides after a value and opens a regular expression elsewhere', () => {
  assert.equal(scan('x = a / b; y = c / d;').code, 'x = a / b; y = c / d;');
  assert.equal(scan('x = /a[/"]b/.test(y);').code, 'x = /      /.test(y);');
  assert.equal(scan("return /'/;").code, 'return / /;');
});

test('an escaped quote does not end a string', () => {
  assert.equal(scan("a = 'b\\'c'; d();").code, "a = '    '; d();");
});

test('the line of an offset counts from one', () => {
  assert.deepEqual(
    [0, 2, 3, 4].map((offset) => lineAt('a\nb\nc', offset)),
    [1, 2, 2, 3],
  );
});
