import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { defineMessages } from './index.ts';

const sentences = {
  bare: 'Nothing here.',
  plain: '{name} wrote {count} works, {name}!',
  edges: '{name}',
  quoted: "It''s {name}",
  plural: '{count, plural, one {# work} other {# works}} by {name}',
  number: '{count, number} works',
};
const values = { name: '<Ada & co>', count: 1234 };

for (const [key, sentence] of Object.entries(sentences)) {
  test(`a message says what ICU says: ${sentence}`, () => {
    const text = defineMessages(sentences);
    const asked = new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true });
    assert.equal(text[key as keyof typeof sentences](values), asked.format(values));
  });
}

test('a hole without a value is a defect, not a gap', () => {
  const text = defineMessages({ plain: '{name} wrote', plural: '{count, plural, other {#}}' });
  assert.throws(() => text.plain(), /needs a value for name/);
  assert.throws(() => text.plural());
});
