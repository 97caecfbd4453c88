import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldTerm } from './fold-term.ts';
import {
  analyseQuestion,
  analyseText,
  phraseTermsMax,
  pieceEnd,
  type QuestionRules,
  tokensOf,
} from './index.ts';

const plain: QuestionRules = { phrase: false, prefix: false, languages: [] };
const everywhere = { languages: ['en', 'de', 'ja'] };

describe('words of a text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Don’t touch Ada’s tea, l’été!', 'dont touch ada tea ete'],
    ['Łódź, Møller & Straße', 'lodz moller strasse'],
    ['a well-known fact', 'a well known fact'],
    ['1,000 or 1.000.000 or 3.14 in 2024', '1000 or 1000000 or 3 14 in 2024'],
    ['ＦＵＬＬ１２ ٣٤', 'full12 34'],
    ['می\u200cخواهم', 'میخواهم'],
    ['黒猫が走る。犬', '黒猫 猫が が走 走る る 犬'],
    ['AIの黒猫cat', 'ai の黒 黒猫 猫 cat'],
    ['ｶﾞﾗｽ', 'ガラ ラス ス'],
    ['한국어 책', '한국 국어 어 책'],
    ['«»—…!', ''],
  ];
  for (const [text, terms] of cases) {
    test(text, () => {
      assert.equal([...tokensOf(text)].map(({ term }) => term).join(' '), terms);
    });
  }

  test('a token stands where it says', () => {
    const text = 'Said: «Łódź», 黒猫が.';
    const parts = [...tokensOf(text)].map(({ from, to }) => text.slice(from, to));
    assert.deepEqual(parts, ['Said', 'Łódź', '黒猫', '猫が', 'が']);
  });

  test('any text gives tokens inside it, in order, whose terms fold to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let from = 0;
        for (const token of tokensOf(text)) {
          assert.ok(token.from >= from && token.to <= text.length && token.from < token.to);
          assert.ok(token.term !== '' && !/[\s\p{P}]/u.test(token.term));
          if (token.kind !== 'pair') assert.equal(foldTerm(token.term), token.term);
          from = token.from;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('folding twice is folding once, for every character', () => {
    for (let point = 0; point <= 0x2fa1f; point += 1) {
      const once = foldTerm(String.fromCodePoint(point));
      assert.equal(foldTerm(once), once, point.toString(16));
    }
  });

  test('a text of 400,000 letters, marks or kana is analysed without a fall', () => {
    for (const part of ['a', '\u0301', 'か', "a'", '1,000', 'e\u200d', '\ud800']) {
      analyseText([part.repeat(400_000 / part.length)], 'en');
    }
  });
});

describe('stems', () => {
  const alike: readonly (readonly [string, string, string])[] = [
    ['en', 'walking', 'walks'],
    ['de', 'Häuser', 'Haus'],
    ['fr', 'mangeaient', 'mangé'],
    ['ru', 'кошками', 'кошка'],
    ['es', 'canciones', 'canción'],
    ['pt-BR', 'gatos', 'gato'],
  ];
  for (const [language, stands, typed] of alike) {
    test(`${typed} finds ${stands} where a text is in ${language}`, () => {
      assert.ok(finds(stands, language, typed, [language]));
      assert.ok(!finds(stands, 'ja', typed, [language]));
    });
  }

  test('accents that were not typed change nothing', () => {
    assert.ok(finds('Häuser', 'de', 'hauser', ['de']));
    assert.ok(finds('canciones', 'es', 'cancion', ['es']));
  });

  test('the stem of one language finds no word of another', () => {
    assert.ok(finds('handlungen', 'de', 'handlung', ['de', 'en']));
    assert.ok(!finds('snap', 'en', 'snape', ['sv', 'fr', 'en', 'fi']));
  });

  test('a text holds the stem of each of its words, once', () => {
    const { words, stems } = analyseText(['Walks, walked, walking'], 'en');
    assert.deepEqual(words, ['walks', 'walked', 'walking']);
    assert.deepEqual(stems, ['en·walk']);
  });

  test('a stemmer that cannot take a word leaves it as it is', () => {
    assert.deepEqual(analyseText(['гзжпбмçена'], 'bg').stems.length, 1);
  });
});

describe('questions', () => {
  const terms = (typed: string, rules: Partial<QuestionRules> = {}) =>
    analyseQuestion(typed, { ...plain, ...rules }).map((phrases) =>
      phrases.map((phrase) => phrase.terms.join(' ') + (phrase.prefix ? '*' : '')).join(' | '),
    );

  test('each word is wanted by itself, what is joined as a phrase', () => {
    assert.deepEqual(terms('Slow well-known 黒猫が x'), ['slow', 'well known', '黒猫 猫が', 'x']);
    assert.deepEqual(terms(' « » '), []);
  });

  test('a phrase is the very words, side by side', () => {
    assert.deepEqual(terms('Don’t 黒猫', everywhere), ['dont | en·dont | de·dont', '黒猫']);
    assert.deepEqual(terms('Don’t walk, 黒猫', { phrase: true, ...everywhere }), [
      'dont walk 黒猫',
    ]);
  });

  test('the last word may go on, and a single character of a run always does', () => {
    assert.deepEqual(terms('slow bur', { prefix: true }), ['slow', 'bur*']);
    assert.deepEqual(terms('slow bur', { prefix: true, phrase: true }), ['slow bur*']);
    assert.deepEqual(terms('猫'), ['猫*']);
    assert.deepEqual(terms('cat-猫'), ['cat 猫*']);
  });

  test('of a phrase without end the beginning is looked for', () => {
    const [phrase] = terms('tea '.repeat(1_000), { phrase: true });
    assert.equal(phrase?.split(' ').length, phraseTermsMax);
  });

  test('any part of a text is found in it as a phrase', () => {
    const letters = [...'ab 黒猫がé,-한ก'];
    const text = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (characters, start, length) => {
        const from = start % characters.length;
        const to = from + (length % (characters.length - from)) + 1;
        // Words are whole, so that the part begins and ends where one does.
        const isInside = (at: number) =>
          /[a-zé]/.test(characters[at - 1] ?? '') && /[a-zé]/.test(characters[at] ?? '');
        fc.pre(!isInside(from) && !isInside(to));
        const typed = characters.slice(from, to).join('');
        for (const [phrase] of analyseQuestion(typed, { ...plain, phrase: true })) {
          assert.ok(holds(characters.join(''), phrase!), `${typed} in ${characters.join('')}`);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('pieces are parted, so that no phrase reaches over', () => {
    const { words } = analyseText(['One two.', '', '—', 'Three'], 'en');
    assert.deepEqual(words, ['one', 'two', pieceEnd, 'three']);
  });
});

function finds(text: string, language: string, typed: string, languages: string[]): boolean {
  const { words, stems } = analyseText([text], language);
  const all = new Set([...words, ...stems]);
  const rules = { ...plain, languages };
  return analyseQuestion(typed, rules).every((phrases) =>
    phrases.some((phrase) => phrase.terms.every((term) => all.has(term))),
  );
}

function holds(text: string, { terms, prefix }: { terms: readonly string[]; prefix: boolean }) {
  const { words } = analyseText([text], 'en');
  return words.some((_, at) =>
    terms.every((term, offset) => {
      const word = words[at + offset] ?? '';
      return prefix && offset === terms.length - 1 ? word.startsWith(term) : word === term;
    }),
  );
}
