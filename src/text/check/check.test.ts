// What each rule points at, and what it leaves alone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextFormat } from '../clean-text.ts';
import { checkText } from './index.ts';

const past =
  'She walked to the quay. He waited there. She looked at him, and he smiled. They talked.\n\n' +
  'The lamps were lit along the quay. Nobody came.\n\n' +
  'Later the rain began, and the boats turned home.\n\n' +
  'All of them slept well in the end.';

function found(source: string, format: TextFormat = 'text'): string[] {
  return checkText(source, format).findings.map(
    ({ rule, reason, quote }) => `${rule}/${reason}: ${quote}`,
  );
}

/** In a story that is told in the past. */
function inStory(source: string): string[] {
  return found(`${past}\n\n${source}`);
}

describe('the check', () => {
  it('reads a line that ends in a space', () => {
    for (const end of [' ', '\u00a0', '\t']) {
      assert.equal(checkText(`She saw who was there${end}`, 'text').words, 5);
    }
  });

  const table: readonly [string, string][] = [
    ['He came to the the door.', 'doubled/word: the the'],
    ['She stood in the in the rain.', 'doubled/words: in the in the'],
    ['It was to late for the ferry.', 'homophone/word: to'],
    ['“Your going to miss it,” she said.', 'homophone/word: Your'],
    ['There was to much of it.', 'homophone/word: to'],
    ['He could of gone home.', 'homophone/word: of'],
    ['It was colder then the day before.', 'homophone/word: then'],
    ['He wanted go home before the rain.', 'missing/to: wanted go'],
    ['He waited in the and she left.', 'missing/noun: the and'],
    ['She glanced the lamp.', 'missing/preposition: glanced the'],
    ['They stood in kitchen.', 'missing/article: in kitchen'],
    ['He walked into room and sat down.', 'missing/article: into room'],
    ['He went to door and waited.', 'missing/article: to door'],
    ['She opened drawer and looked.', 'missing/article: opened drawer'],
    ['He stood at end of the quay.', 'missing/article: at end'],
    ['He began laugh at her.', 'missing/to: began laugh'],
    ['It one of the best days of his life.', 'missing/be: It one'],
    ['Ada looked them and went away.', 'missing/preposition: looked them'],
    ['Both them were late.', 'missing/of: Both them'],
    ['There was a lamp at the edge the table.', 'missing/of: edge the'],
    ['He was not able go home.', 'missing/to: able go'],
    ['When he been there for a day, he left.', 'missing/have: he been'],
    ['She left because there no chair.', 'missing/be: there no'],
    ['She shut the door He walked away.', 'stop/between: door He'],
    ['She shut the door. he walked away.', 'stop/capital: he'],
    ['She shut the door,, and he walked away.', 'stop/signs: ,,'],
    ['She shut the door and he walked away', 'stop/end: away'],
    ['“It is late.” she said.', 'dialogue/full-stop: .”'],
    ['“It is late” she said.', 'dialogue/no-comma: e”'],
    ['“It is late,” She said.', 'dialogue/tag-capital: ,”'],
    ['“It is late, she said, and went.', 'dialogue/unclosed: “'],
    ['She said “It is very late.”', 'dialogue/comma-before: said'],
    ['“It is very late for that”', 'dialogue/no-stop: t”'],
    ['“Where were you?” “At home.”', 'together/two-speeches: “'],
    ['“Where?” asked Ada. “At home,” said Ben.', 'together/two-speakers: “'],
    ['The lantern swung, and the old lantern went out.', 'repeated/near: lantern'],
    ['Its late for the ferry.', 'homophone/word: Its'],
    ['“Your late,” he said.', 'homophone/word: Your'],
    ['The cat lifted it’s tail.', 'homophone/word: it’s'],
    ['“Who’s coat is this?” he asked.', 'homophone/word: Who’s'],
    ['He use to live here.', 'homophone/word: use'],
    ['He could of walked home.', 'homophone/word: of'],
    ['There was alot of rain.', 'form/joined: alot'],
    ['She had recieved a note.', 'form/spelling: recieved'],
    ['“I dont know,” he said.', 'form/spelling: dont'],
    ['He walk to the quay.', 'form/agreement: walk'],
    ['They was late again.', 'form/agreement: was'],
    ['It rained, and he don’t know it.', 'form/agreement: don’t'],
    ['She had just came home.', 'form/participle: had just came'],
    ['He didn’t went home.', 'form/base: didn’t went'],
    ['It was a apple.', 'form/an: a apple'],
    ['It was an boat.', 'form/a: an boat'],
    ['They shut the door and went', 'stop/end: went'],
    ['He opened the door and she walks in. She sat down and he poured tea.', 'tense/past: walks'],
  ];
  for (const [source, expected] of table) {
    it(`points at ${expected}`, () => assert.deepEqual(inStory(source), [expected]));
  }

  const silent = [
    'She had had enough of it, and he knew that that was why.',
    '“No, no,” he said. “Very, very good.”',
    '“He looks tired,” she said, “and he walks as if he were old.”',
    'She read The Long Road, and then she slept.',
    'Mr. and Mrs. Lamb came at 5 p.m. and left again.',
    'They went from room to room, and looked behind door after door.',
    '“This speech goes on and on, and is far too long for one paragraph, so that it is begun anew' +
      ' in the next, with another mark.',
    '“and on, into the next paragraph.”',
    '“Quiet!” She put down the lamp. “Somebody is there.”',
    'He could of course have gone.',
    '“Is it late?” She asked the question of nobody.',
    'Their very best cups stood there; there were four, and they’re old.',
    'Did he walk home? Let him and she walk. If he be late, they wait; I wish he were here.',
    'All she had came to nothing. It was his own: its right side, and your late uncle’s hat.',
    'An hour passed, then a one-eyed man, a useful horse and a European came.',
    '“They was late,” he said. “He don’t know what he had saw.”',
    '“What use to him is that?” she asked. “It’s back. Who’s there?”',
    'tobi: im late\n\njo: me too. whats wrong\n\n**Ben:** he waits. it’s cruel',
    'It had been hers. They’d been talking to her, hour after hour, from head to foot.',
    'The sky was turning the color of ash. He sent word, and took pride in it; they both did.',
    'He paused . . . and then went on... slowly.',
    'She looked him over, and looked them in the eye; had he been late? He had been.',
    'His eyes drawn together, he read that unfinished sentence, a flat, square card beside him.',
    '[Ada takes letter from drawer and walks to door.]',
    'The priest brought questions, and did not bring questions of his own; by and by he left.',
    'She lifted the lantern, and then lifted it again, because of the dark.',
    'By then the two had gone, and nobody was left in there but the cat. Had there been tea?',
    'She leaned out the window the first time it rained. Instead the street stayed dry.',
    'Had some of the boatmen been there? It was a kind letter, with a desired and expected end.',
    'He’s a large man, my uncle. He takes up room.',
    'He helped them study, shook hands, and went to sea, unable to go home. She alone knew.',
  ];
  it('leaves alone what is right', () => assert.deepEqual(inStory(silent.join('\n\n')), []));

  it('asks who speaks when nobody has been named for long', () => {
    const lines = Array.from({ length: 12 }, (_, at) => `“This is line ${at}.”`);
    assert.deepEqual(found(lines.join('\n\n')), ['speaker/run: This']);
    lines[5] = '“And this,” said Ada.';
    assert.deepEqual(found(lines.join('\n\n')), []);
  });

  it('points at the past in a story that is told in the present', () => {
    const present = 'She walks to the quay. He waits there. She looks at him, and he smiles.';
    assert.deepEqual(found(`${present} She opened the door, and he says her name.`), [
      'tense/present: opened',
    ]);
  });

  it('takes single marks for speech where a text plainly uses them', () => {
    const lines = Array.from(
      { length: 12 },
      (_, at) => `‘It’s number ${at},’ said Ada. ‘It’s late.’`,
    );
    assert.deepEqual(found(`${lines.join('\n\n')}\n\n‘Get ‘em, then’ said Ben.`), []);
    assert.deepEqual(found(`${lines.join('\n\n')}\n\n‘It is late.’ said Ben.`), [
      'dialogue/full-stop: .’',
    ]);
  });

  it('does not miss stops in a text that has none', () => {
    assert.deepEqual(found('one line of a song goes here\n\nand another line follows it here'), []);
  });
});

describe('places in the source', () => {
  const cases: readonly [TextFormat, string][] = [
    ['html', '<p>Salt &amp; wind.</p>\n<p>He came <em>to the</em> <b>the</b> door.</p>'],
    ['markdown', 'Salt *and* [wind](https://example.org).\n\nHe came **to the**\nthe door.'],
    ['text', 'Salt < wind.\n\nHe came to the the door.'],
  ];
  for (const [format, source] of cases) {
    it(`are those of ${format} as it was typed`, () => {
      const [finding] = checkText(source, format).findings;
      assert.equal(finding?.quote, 'the the');
      const typed = source.slice(finding?.start, finding?.end);
      assert.match(typed, /^the\b[^d]*\bthe$/);
    });
  }

  it('are found in headings, lists and code no more than in markup', () => {
    assert.deepEqual(
      found('<h3>The the end</h3><ul><li>a a b</li></ul><p title="the the">Ha.</p>', 'html'),
      [],
    );
    assert.deepEqual(found('# The the end\n\n- a a b', 'markdown'), []);
  });
});

describe('hostile text', () => {
  const hostile: Record<string, string> = {
    'open tags': '<a '.repeat(150_000),
    quotes: '“'.repeat(500_000),
    spaces: `a${' '.repeat(499_998)}b`,
    'one word': 'a'.repeat(510_000),
    'speech after speech': '“a.” '.repeat(100_000),
    'all the same': 'the '.repeat(125_000),
  };
  for (const [name, source] of Object.entries(hostile)) {
    it(`of ${name} is read to its end`, () => {
      for (const format of ['html', 'markdown', 'text'] as const) checkText(source, format);
    });
  }
});
