import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { loginFault, nameLook, pseudFault, tidyPseud } from './names.ts';
import { reservedLogins } from './reserved-logins.ts';

describe('a log-in name', () => {
  test('has 3 to 40 characters', () => {
    assert.equal(loginFault('ab'), 'short');
    assert.equal(loginFault('abc'), null);
    assert.equal(loginFault('a'.repeat(40)), null);
    assert.equal(loginFault('a'.repeat(41)), 'long');
    assert.equal(loginFault(''), 'short');
  });

  test('is made of the letters A to Z, digits and underscores', () => {
    assert.equal(loginFault('Ada_Lovely_1815'), null);
    for (const name of ['ada b', 'ada-b', 'adé', 'аda', 'ada\n', 'ada\0', 'a/b', '<b>', 'ａｄａ']) {
      assert.equal(loginFault(name), 'characters', JSON.stringify(name));
    }
  });

  test('is not of underscores alone', () => {
    assert.equal(loginFault('____'), 'characters');
    assert.equal(loginFault('__a'), null);
  });

  test('is none of the words that are kept, in any case or disguise', () => {
    for (const word of reservedLogins) {
      assert.notEqual(loginFault(word), null, word);
      assert.notEqual(loginFault(word.toUpperCase()), null, word);
    }
    assert.equal(loginFault('adm1n'), 'reserved');
    assert.equal(loginFault('L0G0UT'), 'reserved');
    assert.equal(loginFault('administrate'), null);
  });
});

describe('a pseud', () => {
  test('has 1 to 40 code points', () => {
    assert.equal(pseudFault(''), 'empty');
    assert.equal(pseudFault('a'), null);
    assert.equal(pseudFault('字'.repeat(40)), null);
    assert.equal(pseudFault('字'.repeat(41)), 'long');
    // Two UTF-16 units each: still one character.
    assert.equal(pseudFault('𠀀'.repeat(40)), null);
    assert.equal(pseudFault('𠀀'.repeat(41)), 'long');
  });

  test('is made of letters, digits, spaces, hyphens and underscores of any script', () => {
    for (const name of ['Ada L', 'ada-l_2', 'Жанна', '文字', 'নাম', 'ชื่อ', 'שם', 'José', '٣']) {
      assert.equal(pseudFault(name), null, name);
    }
    for (const name of ['a.b', 'a/b', 'a?b', 'a\tb', 'a\u200bb', 'a\u202eb', '😀', '<i>', "o'b"]) {
      assert.equal(pseudFault(name), 'characters', JSON.stringify(name));
    }
  });

  test('can be seen: a letter or digit, and none that shows nothing', () => {
    assert.equal(pseudFault('-_-'), 'characters');
    assert.equal(pseudFault('\u3164'), 'characters');
    assert.equal(pseudFault('a\ufe0f'), 'characters');
  });

  test('stacks at most three marks on a letter', () => {
    assert.equal(pseudFault(`z${'\u0323'.repeat(3)}`), null);
    assert.equal(pseudFault(`z${'\u0323'.repeat(4)}`), 'characters');
  });

  test('is kept without spare spaces, in one normal form', () => {
    assert.equal(tidyPseud('  Ada   L '), 'Ada L');
    assert.equal(tidyPseud('Jose\u0301'), 'José');
    assert.equal(tidyPseud('   '), '');
  });
});

describe('names look alike', () => {
  const alike = (a: string, b: string) => assert.equal(nameLook(a), nameLook(b), `${a} ${b}`);
  const apart = (a: string, b: string) => assert.notEqual(nameLook(a), nameLook(b), `${a} ${b}`);

  test('in any case, and with the signs that one takes for another', () => {
    alike('Ada', 'aDA');
    alike('l0vel', 'lovel');
    alike('B1ll', 'bill');
    alike('modern', 'modem');
    alike('vvren', 'wren');
    alike('ada_l', 'Ada L');
    alike('ada_l', 'ada--l');
  });

  test('in letters of other scripts that are drawn the same', () => {
    alike('аdа', 'ada');
    alike('ΑΔΑ'.replace('Δ', 'D'), 'ada');
    alike('Воб', 'Boб');
    alike('ｂｅｎ', 'ben');
    alike('𝐛𝐞𝐧', 'ben');
    alike('НЕLЕN', 'helen');
  });

  test('not when a reader can tell them apart', () => {
    apart('ada', 'adam');
    apart('ada', '_ada');
    apart('jose', 'josé');
    apart('ben', 'den');
    apart('ada1', 'ada2');
    apart('Жанна', 'Иванна');
  });

  test('exactly as much after a second look', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_]{3,40}$/), (name) => {
        alike(name, name.toUpperCase());
        alike(name, name.toLowerCase());
      }),
    );
  });
});
