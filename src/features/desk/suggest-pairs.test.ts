// Which relationships a text suggests, over a few texts made for it whose pairs are known. All who
// are in them are tied to each other in the archive, so that only the text can tell.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { canonical, parent } from '../../../test/kit/wrangling.ts';

const cast = ['Bram Kettle', 'Hollis Gray', 'Ines Marlow', 'Maren Holt', 'Odile Marsh'];

const sea = (n: number) =>
  Array.from({ length: n }, () => 'The sea went on as it always did, and the lamp with it.');

type Story = { readonly of: string; readonly told: readonly string[]; readonly pairs: string[] };

const stories: readonly Story[] = [
  {
    of: 'a scene of two',
    told: [
      'It was late when Maren Holt came in, and there sat Odile Marsh with the bread.',
      '“You waited, Odile,” said Maren.',
      'Of course she had waited; for Maren, Odile always did.',
      'Nobody else was up.',
    ],
    pairs: ['Maren Holt/Odile Marsh'],
  },
  {
    of: 'a scene of two that a third walks through',
    told: [
      'Low over the table bent Hollis Gray, and across from him Ines Marlow held the map.',
      'There, said Ines, and Hollis marked it.',
      '“Not there,” said Hollis, and laughed at Ines.',
      'Then Bram Kettle looked in, saw Hollis, and went away again.',
      'When they were alone, Ines drew the map closer and Hollis said nothing.',
      'Outside they heard Bram whistle.',
    ],
    pairs: ['Hollis Gray/Ines Marlow'],
  },
  {
    of: 'a list of guests',
    told: [
      'In they came: Bram Kettle, Hollis Gray, Ines Marlow, Maren Holt and Odile Marsh.',
      'Every one of them was wet: Bram, Hollis, Ines, Maren, Odile.',
      'By midnight the soup was gone.',
    ],
    pairs: [],
  },
  {
    of: 'one scene of several',
    told: [
      'At dawn Bram Kettle mended nets with Odile Marsh.',
      'It was cold, and Odile gave Bram her gloves.',
      'Then they fished; Bram rowed and Odile sang.',
      '“Again,” said Bram, and Odile sang again.',
      'Long after, Odile and Bram were still out.',
      ...sea(10),
      'Far inland Maren Holt read a letter. It was the third that Maren had.',
      ...sea(14),
      'And in the town Ines Marlow slept. Nobody woke Ines.',
    ],
    pairs: ['Bram Kettle/Odile Marsh'],
  },
  {
    of: 'two who pass each other once',
    told: [
      'On the pier Hollis Gray met Maren Holt. He did not know Maren.',
      'All that Hollis said was her name, Maren.',
      ...sea(12),
      'At home Hollis put the kettle on. Hollis was tired.',
      ...sea(12),
      'And Maren, too, was tired; so Maren slept.',
    ],
    pairs: [],
  },
  {
    of: 'two who never meet',
    told: [
      'In the north lived Ines Marlow. Every spring Ines planted beans.',
      'It rained, and Ines was glad.',
      ...sea(12),
      'In the south lived Bram Kettle. Every spring Bram let the field be.',
      'It rained, and Bram was glad.',
    ],
    pairs: [],
  },
  {
    of: 'two who meet again and again',
    told: [
      'At the gate Maren Holt found Ines Marlow.',
      ...sea(12),
      'Again it was Maren, and again Ines stood there.',
      ...sea(12),
      'The gate was open. Behind it Ines waited for Maren.',
    ],
    pairs: ['Ines Marlow/Maren Holt'],
  },
];

test('who belongs together is told by what they share, not by being in one list', async (t) => {
  const app = await makeApp(t);
  for (const name of cast) await parent(app, 'fandom:Harbour Lights', `character:${name}`);
  for (const [at, one] of cast.entries()) {
    for (const other of cast.slice(at + 1)) await canonical(app, `relationship:${one}/${other}`);
  }
  for (const { of, told, pairs } of stories) {
    assert.deepEqual(await pairsIn(app, told.join('\n\n')), pairs, of);
  }
});

async function pairsIn(app: TestApp, text: string): Promise<string[]> {
  const ada = await app.as('ada');
  const sent = { 'chapter[format]': 'text', 'chapter[text]': text, language: 'en' };
  const to = '/desk/suggest';
  const page = await ada.submit(await ada.get('/works/new'), '/works', sent, { to });
  const values = page.markup.root.all('input').map((box) => box.attribute('value') ?? '');
  const prefix = 'relationship:';
  return values.flatMap((each) => (each.startsWith(prefix) ? [each.slice(prefix.length)] : []));
}
