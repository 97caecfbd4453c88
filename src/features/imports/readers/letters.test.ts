// Encodings are told by letters, and only where these prove one: a wrong one spoils every word.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileRefused } from '../refused-file.ts';
import { decodeText } from './encodings.ts';

/** The bytes of words in an encoding of one byte a letter. */
function written(words: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...words], (letter) => bytes.get(letter) ?? 0x3f);
}

const russian =
  'Шёл дождь, и она ждала у старой лестницы. «Меня зовут Яна», сказала она, и тихая вода ' +
  'унесла её слова. Ветер не мог погасить фонарь, и никто не заметил моряка. ';
const ukrainian =
  'Її ліхтар ще горів, і вітер не міг його загасити. Вони йшли довго, і ніхто не сказав ні ' +
  'слова, бо ніч була тиха й ясна. ';
const hebrew =
  'בוקר אחד היא קמה מוקדם ויצאה אל הרחוב. המנורה עדיין דלקה והרוח לא הצליחה לכבות אותה. ';
const greek = 'Το φανάρι έκαιγε ακόμα και ο άνεμος δεν μπορούσε να το σβήσει. Περπατούσαν ώρα. ';

test('letters that a language is full of prove an encoding', () => {
  const kana = Buffer.from('82a082a282a482a682a882a982ab82ad82af82b1'.repeat(5), 'hex');
  const told = decodeText(kana);
  assert.equal(told.text, 'あいうえおかきくけこ'.repeat(5));
  assert.match(told.decisions.join(), /its letters show that they are shift_jis/);
  assert.equal(decodeText(written(russian, 'windows-1251')).text, russian);
  assert.equal(decodeText(written(ukrainian, 'windows-1251')).text, ukrainian);
  assert.equal(decodeText(written(ukrainian, 'koi8-u')).text, ukrainian);
  const plain = russian.replace(/[«»]/g, '"');
  assert.equal(decodeText(written(plain, 'koi8-r')).text, plain);
});

test('other alphabets, and other code pages of the same, are refused, not guessed', () => {
  const unknown: readonly (readonly [string, string])[] = [
    [russian, 'x-mac-cyrillic'],
    [russian, 'ibm866'],
    [russian, 'iso-8859-5'],
    [hebrew, 'windows-1255'],
    [greek, 'windows-1253'],
  ];
  for (const [words, encoding] of unknown) {
    assert.throws(() => decodeText(written(words.repeat(3), encoding)), FileRefused, encoding);
  }
});

test('Western letters are no Cyrillic ones, also where they stand alone', () => {
  for (const words of [
    'Perché è così? Già, più in là c’è la città del porto. ',
    'È buio, è vero. ',
  ]) {
    const many = words.repeat(25);
    assert.equal(decodeText(written(many, 'windows-1252')).text, many);
  }
});

test('lines of an old Mac have its letters only where these show it', () => {
  const spoken = 'It was late.\r\rHe said “no” and left.\r\rIt rained.';
  assert.equal(decodeText(written(spoken, 'macintosh')).text, spoken);
  const french = 'C’est l’été, dit-elle au bord de la mer.\rÀ midi il était dans le jardin.\r';
  assert.equal(decodeText(written(french, 'windows-1252')).text, french);
});
