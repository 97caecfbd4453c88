// The fields as the archive has them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { printQuery } from '../../../engine/query-language/index.ts';
import { tagTypes } from '../../tags/index.ts';
import { fieldOfType, parseWorksQuery, typesOfField } from './works-language.ts';

test('every example of the help page is understood', async (t) => {
  const page = await (await makeApp(t)).guest().get('/help/search');
  const examples = page.markup.all('code').map((code) => code.text);
  assert.ok(examples.length > 40);
  for (const example of examples) {
    assert.deepEqual(parseWorksQuery(example).warnings, [], example);
  }
});

test('every type of tag has its field', () => {
  for (const type of tagTypes) assert.deepEqual(typesOfField(fieldOfType(type)), [type]);
  assert.deepEqual(typesOfField('tag'), tagTypes);
  assert.equal(typesOfField('creator'), null);
});

test('the words of the large archive mean what ours do', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['creators:ada', 'creator:ada'],
    ['wordcount>1000', 'words>1000'],
    ['word_count = 100', 'words:100'],
    ['kudos_count:5-10', 'kudos:5-10'],
    ['otp:true crossover:false', 'otp:yes crossover:no'],
    ['language_id:de', 'language:de'],
    ['revised_at:[2024 TO 2025]', 'updated:2024-01-01..2025-12-31'],
    ['sort:<words', 'sort:words descending'],
    ['sorted by:>author', 'sort:creator ascending'],
    ['sort by: hits ascending', 'sort:hits ascending'],
    ['-creators:ada AND (tag:Fluff OR angst)', '-creator:ada (tag:Fluff OR angst)'],
  ];
  for (const [theirs, ours] of cases) {
    const parsed = parseWorksQuery(theirs);
    assert.equal(printQuery(parsed), ours);
    assert.deepEqual(parsed.warnings, []);
  }
});
