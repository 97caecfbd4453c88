import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exceptions } from './exceptions.ts';
import { hold } from './rule.ts';

const rule = { name: 'a-rule', rule: 'A holds.', reason: 'Because.', remedy: 'Do this.' };

test('a broken rule says the rule, the reason, the remedy and each place', () => {
  assert.throws(() => hold(rule, [{ file: 'src/a.ts', line: 3, found: 'b' }]), {
    message: 'A holds.\nReason: Because.\nRemedy: Do this.\n  src/a.ts:3  b',
  });
  hold(rule, []);
});

test('an excepted place is let through, and an exception that nothing needs fails', () => {
  for (const { name, file } of exceptions) {
    hold({ ...rule, name }, exceptions.filter((each) => each.name === name).map(asFinding));
    assert.throws(() => hold({ ...rule, name }, [{ file: 'src/other.ts', found: 'b' }]), /A holds/);
    assert.throws(() => hold({ ...rule, name }, []), new RegExp(`${file}.*${name}`));
  }
});

test('every exception has its reason', () => {
  for (const { reason } of exceptions) assert.ok(reason.length > 10);
});

function asFinding({ file }: { readonly file: string }) {
  return { file, found: 'b' };
}
