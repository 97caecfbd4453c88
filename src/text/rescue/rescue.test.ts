// What comes back from text that lost its structure, and that no word of it is ever changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { possibleBreaks } from './breaks.ts';
import { readFitted } from './fitted.ts';
import { lineOf, type Rescued, type RescueOptions, rescue } from './rescue.ts';

const story =
  'Mira was late. “You said eight,” said Tobias. “I said about eight.” She shook the rain out of ' +
  'her hair. “Is there tea?” “There was,” he said. “Now there is cold tea.” They drank it ' +
  'anyway. The next morning the harbour was full of fog, and nobody could see the other shore.';

const tale =
  'Nobody had lived in the lighthouse for ten years, and somebody had left the lamp on. Mira ' +
  'stood on the step with the key in her hand, listening. Far below, the sea went in and out ' +
  'under the rocks as though it were asleep.';

test('one line for a whole story comes back as paragraphs, by who speaks', () => {
  const found = paragraphs(rescue(story));
  assert.ok(found.some((each) => each.startsWith('“You said eight,” said Tobias.')));
  assert.ok(found.some((each) => each.startsWith('“There was,” he said.')));
  assert.ok(found.length > 4);
});

test('straight quotes, guillemets, single quotes, dashes and CJK brackets are speech alike', () => {
  const spoken = [
    '"Who is there?" asked Mira. "Nobody," said Tobias. "Come in." She came in.',
    '«Who is there?» asked Mira. «Nobody,» said Tobias. «Come in.» She came in.',
    '« Who is there? » asked Mira. « Nobody, » said Tobias. « Come in. » She came in.',
    '»Who is there?« asked Mira. »Nobody,« said Tobias. »Come in.« She came in.',
    '„Who is there?“ asked Mira. „Nobody,“ said Tobias. „Come in.“ She came in.',
    '‘Who is there?’ asked Mira. ‘Nobody,’ said Tobias. ‘Come in.’ She came in.',
    '— Who is there? asked Mira. — Nobody, said Tobias. — Come in. She came in.',
  ];
  for (const text of spoken) {
    const found = paragraphs(rescue(text));
    assert.ok(found.length > 1, `${text}: ${found.length}`);
    assert.match(found[1] ?? '', /^\P{L}*Nobody/u, text);
  }
  const japanese = paragraphs(rescue('「おはよう」「おはようございます」彼は笑った。「行こう」'));
  assert.equal(japanese[0], '「おはよう」');
});

test('a tag stays with the question that it tags, though it begins like a sentence', () => {
  const text =
    'They had waited an hour for Mira. “Is it late?” Mira asked. “Very,” said Tobias. They ran. ' +
    '“Did you lock the door?” Tobias demanded. “Twice,” she said. “Why twice?” Tobias persisted.';
  const found = paragraphs(rescue(text));
  assert.ok(!found.some((each) => /^(?:Mira|Tobias) /u.test(each)), found.join(' | '));
});

test('lines that were joined with two spaces, or with none, part where they were joined', () => {
  const lines = [
    'Mira was late. It was raining.',
    '"You said eight," said Tobias.',
    '"I said about eight."',
    'She shook the rain out of her hair. He gave her a towel.',
    '"Is there tea?"',
    '"There was," he said. "Now there is cold tea."',
    'They drank it anyway.',
  ];
  for (const between of ['  ', '']) {
    assert.deepEqual(paragraphs(rescue(lines.join(between))), lines);
  }
});

test('what prose of our day adds counts where short forms or words show that day', () => {
  const row = (start: number) => ({ ...readFitted().trees, roots: new Int32Array(), start });
  const weights = new Map();
  const fitted = { weights, trees: row(-4), today: { weights, trees: row(8) } };
  const isOld = (text: string) => possibleBreaks(text, fitted).every(({ chance }) => chance < 0.1);
  const isNew = (text: string) => possibleBreaks(text, fitted).every(({ chance }) => chance > 0.9);
  const old = 'Presently she did not look upon the table, and he was gone in a moment. '.repeat(20);
  assert.ok(isOld(old));
  assert.ok(isNew(old.replaceAll('did not', 'didn’t')));
  assert.ok(isNew(old.replaceAll('Presently', 'Maybe')));
  assert.ok(isOld(old.replaceAll('she did not', '“she didn’t,” he said, and did not')));
});

test('abbreviations, trailing dots and a tag after a question end no sentence', () => {
  const text = '“Why?” asked Dr. Marsh. He sat down... and Mrs. Vale said “Oh!” to him.';
  const { ends } = rescue(text);
  assert.deepEqual(
    ends.map(({ at }) => text.slice(0, at)),
    ['“Why?” asked Dr. Marsh.'],
  );
});

test('header lines become facts, on lines of their own and in running text', () => {
  const facts = 'Title: The Long Way|Rating: PG-13|Pairing: Mira/Tobias|Summary: Two people. Rain.';
  for (const text of [
    `${facts.replaceAll('|', '\n')}\n\n${story}`,
    `${facts.replaceAll('|', ' ')} Chapter 1 ${story}`,
  ]) {
    const done = rescue(text);
    const fields = done.pieces.filter(({ kind }) => kind === 'field');
    assert.deepEqual(
      fields.map(({ field, valueFrom = 0, to }) => [field, lineOf(done.text, valueFrom, to)]),
      [
        ['title', 'The Long Way'],
        ['rating', 'PG-13'],
        ['pairing', 'Mira/Tobias'],
        ['summary', 'Two people. Rain.'],
      ],
    );
  }
});

test('a colon in the story is no fact', () => {
  for (const text of [
    'Notes: there were none. She left.',
    'He had one rule: never look back. Never.',
  ]) {
    assert.deepEqual(
      kinds(rescue(text)).filter((kind) => kind === 'field'),
      [],
      text,
    );
  }
});

test("an author's note stuck to the end is a note, with or without stars and brackets", () => {
  const notes = [
    'A/N: Thanks for reading!',
    '**A/N: Thanks for reading!**',
    "Author's Note: thanks. Reviews are love.",
    '[A/N: thanks for reading]',
    'Notes: this was fun.',
  ];
  for (const note of notes) {
    const done = rescue(`${story} ${note}`);
    const found = done.pieces.filter(({ kind }) => kind === 'note');
    assert.deepEqual(
      found.map(({ from, to }) => lineOf(done.text, from, to)),
      [note],
    );
  }
});

test("an author's note in running text holds what is said to readers, wherever it stands", () => {
  for (const note of [
    'A/N: First fic, be kind! I do not own them.',
    "Author's note: thank you for your reviews. The next chapter is half done. Enjoy!",
  ]) {
    for (const source of [`${note} ${story}`, `${story} ${note} ${story} ${story}`]) {
      const done = rescue(source);
      const found = done.pieces.filter(({ kind }) => kind === 'note');
      assert.deepEqual(
        found.map(({ from, to }) => lineOf(done.text, from, to)),
        [note],
      );
    }
  }
});

test('one fact alone at the beginning of running text is one, and ends before the story', () => {
  for (const [field, value] of [
    ['Summary', 'Mira finds a letter, and nobody is what they were. Tom comes home.'],
    ['Title', 'The Lamp of the Valley'],
    ['Rating', 'Teen And Up'],
    ['Rated', 'PG-13'],
    ['Title', 'The Lamp Author: mira_k'],
  ] as const) {
    const done = rescue(`${field}: ${value} ${story}`);
    const head = done.pieces.filter(({ kind }) => kind === 'field');
    assert.equal(done.text.slice(0, head.at(-1)?.to), `${field}: ${value}`);
  }
});

test('scene breaks are known in all their dress', () => {
  const dresses = [
    '***',
    '* * *',
    '~*~*~',
    '---',
    '- - -',
    '———',
    '###',
    '~~~',
    '-x-',
    'xXx',
    'oOo',
    '--- o0o ---',
    '⁂',
    '=====',
    '~o~O~o~',
    '• • •',
    '♥♥♥',
  ];
  for (const dress of dresses) {
    for (const text of [`She left.\n\n${dress}\n\nHe came.`, `She left. ${dress} He came.`]) {
      assert.ok(kinds(rescue(text)).includes('scene'), JSON.stringify(text));
    }
  }
  for (const text of [
    'He waited --- and she left.',
    'She said xxx and left.',
    'Well--no. He left.',
  ]) {
    assert.ok(!kinds(rescue(text)).includes('scene'), text);
  }
});

test('headings of chapters are found on lines and in running text', () => {
  const heading = (text: string) => {
    const done = rescue(text);
    return done.pieces
      .filter(({ kind }) => kind === 'heading')
      .map(({ from, to }) => lineOf(done.text, from, to));
  };
  assert.deepEqual(heading(`Chapter 1\n\n${story}\n\nChapter Two: Fog\n\n${story}`), [
    'Chapter 1',
    'Chapter Two: Fog',
  ]);
  assert.deepEqual(
    heading(`Chapter 1: A Walk in the Fog It was late. ${story} Chapter 2 She left.`),
    ['Chapter 1: A Walk in the Fog', 'Chapter 2'],
  );
  assert.deepEqual(heading(`She read Chapter 3 again. ${story}`), []);
});

test('lines that were broken at a width stand together again', () => {
  const words = tale.split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 60) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  const done = rescue(`${lines.join('\n')}\n\nThe end of it.`);
  assert.equal(done.wrapped, true);
  assert.deepEqual(paragraphs(done), [tale, 'The end of it.']);
});

test('letters that were read in a wrong encoding are read again, and no others', () => {
  const said = '“You’re late,” said Tomás — naïve, as ever…';
  const wrong = (text: string) =>
    new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
  assert.equal(rescue(wrong(said)).text, said);
  assert.equal(rescue(wrong(wrong(said))).text, said);
  assert.equal(rescue('\u0093Yes,\u0094 he said.').text, '“Yes,” he said.');
  for (const text of ['Âge d’or «Noël»', 'São Paulo, Ægir, Ångström', said]) {
    assert.equal(rescue(text).text, text);
  }
});

test('text that has its paragraphs keeps them', () => {
  const text = `Mira was late.\n\n“You said eight,” said Tobias. “I did.”\n\nShe sat down.`;
  assert.equal(saved(rescue(text)), text);
});

test('look: everywhere seeks in every line, nowhere in none', () => {
  const text = `${story}\n\n${story}`;
  assert.equal(paragraphs(rescue(text)).length, 2);
  assert.equal(paragraphs(rescue(text, { look: 'nowhere' })).length, 2);
  assert.ok(paragraphs(rescue(text, { look: 'everywhere' })).length > 8);
});

const scrap = fc.constantFrom(
  ...[
    '“No.”',
    '"Yes,"',
    'he said.',
    'She left.',
    'Chapter 2',
    '***',
    'A/N:',
    'Title:',
    '\n',
    '\n\n',
  ],
  ...[
    '—',
    '‘Oh!’',
    "it's",
    '«',
    '»',
    'Mira',
    'x',
    '...',
    '(',
    ']',
    '「はい」',
    '。',
    '\t',
    '--- x ---',
  ],
);
const anyText = fc.oneof(
  fc.array(scrap, { maxLength: 60 }).map((scraps) => scraps.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const looks = fc.constantFrom<RescueOptions['look']>('missing', 'everywhere', 'nowhere');

test('never changes a word: what is not space comes out as it went in, in order', () => {
  fc.assert(
    fc.property(anyText, looks, (source, look) => {
      const done = rescue(source, { look });
      const pieces = done.pieces.map(({ from, to }) => done.text.slice(from, to)).join('');
      assert.equal(pieces.replace(/\s/gu, ''), done.text.replace(/\s/gu, ''));
      if (done.mended === 0) {
        assert.equal(
          done.text,
          source.replace(/^\ufeff/u, '').replace(/\r\n?|[\u2028\u2029]/gu, '\n'),
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('each piece begins after the one before it and holds something', () => {
  fc.assert(
    fc.property(anyText, looks, (source, look) => {
      let last = 0;
      for (const { from, to, sure } of rescue(source, { look }).pieces) {
        assert.ok(from >= last && to > from && sure >= 0 && sure <= 1);
        last = to;
      }
    }),
    { numRuns: 200 },
  );
});

test('what was rescued and saved is left as it is', () => {
  const long = `${story} `.repeat(30);
  for (const text of [
    story,
    long,
    `Chapter 1 ${story} * * * ${story} Chapter 2: Fog ${long} A/N: Thanks!`,
  ]) {
    const once = saved(rescue(text));
    assert.equal(saved(rescue(once)), once);
  }
});

test('hostile text is read in one go', () => {
  const size = 60_000;
  const seeds = [
    '.',
    '"',
    '“',
    '— ',
    '* ',
    '*',
    '-',
    'x',
    'oO',
    'Chapter 1 ',
    'A/N: ',
    '(A/N: ',
    '. A/N: ',
    ') A/N: ',
    'A/N: you. ',
    'Ã',
  ];
  for (const seed of [
    ...seeds,
    'Title: ',
    '. ',
    '." ',
    'Mira. ',
    '。',
    '」',
    '\n',
    ' ',
    '> \n',
    '-o-',
  ]) {
    const text = seed.repeat(Math.ceil(size / seed.length));
    assert.ok(rescue(text).pieces.length >= 0);
    assert.ok(rescue(`She left. ${text}1`).pieces.length > 0);
  }
});

function paragraphs(done: Rescued): string[] {
  return done.pieces
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ from, to }) => lineOf(done.text, from, to));
}

function kinds(done: Rescued): string[] {
  return done.pieces.map(({ kind }) => kind);
}

function saved(done: Rescued): string {
  return done.pieces.map(({ from, to }) => lineOf(done.text, from, to)).join('\n\n');
}
