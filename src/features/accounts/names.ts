// What may be a name: log-in names, pseuds, and what makes two names look the same.
import { caseKey, countCharacters } from '../../text/index.ts';
import { loginLeast, loginMost, marksInARowMost, pseudMost } from './limits.ts';
import { reservedLogins } from './reserved-logins.ts';

/** Why a log-in name cannot be: for the sentence beside the field. */
export type LoginFault = 'short' | 'long' | 'characters' | 'reserved';

/** Null when the name follows the rule; whether it is still free is the store's to say. */
export function loginFault(login: string): LoginFault | null {
  if (!/^[A-Za-z0-9_]*$/.test(login)) return 'characters';
  if (login.length < loginLeast) return 'short';
  if (login.length > loginMost) return 'long';
  if (!/[A-Za-z0-9]/.test(login)) return 'characters';
  return reservedLooks.has(nameLook(login)) ? 'reserved' : null;
}

/** Whether a text can be somebody's log-in name: others need not be looked for. */
export function isLoginText(text: string): boolean {
  return /^[A-Za-z0-9_]+$/.test(text);
}

export type PseudFault = 'empty' | 'long' | 'characters';

/** A pseud as it is kept: NFC, no space at the ends, one space where there were several. */
export function tidyPseud(name: string): string {
  return name.normalize('NFC').trim().replace(/ +/g, ' ');
}

/** Judges a tidied pseud; null when it follows the rule. */
export function pseudFault(name: string): PseudFault | null {
  if (name === '') return 'empty';
  if (countCharacters(name) > pseudMost) return 'long';
  if (!/^[\p{L}\p{M}\p{N} _-]*$/u.test(name) || !/[\p{L}\p{N}]/u.test(name)) return 'characters';
  // Fillers and variation selectors count as letters and marks but are not seen.
  if (/\p{Default_Ignorable_Code_Point}/u.test(name)) return 'characters';
  return stackedMarks.test(name) ? 'characters' : null;
}

/** One spelling for comparing log-in names without regard to case. */
export function loginKey(login: string): string {
  return caseKey(login);
}

/** One spelling for comparing the pseuds of one person. */
export function pseudKey(name: string): string {
  return caseKey(name);
}

/**
 * What a name looks like: two names with the same look can be taken for each other in a byline.
 * Letters of other scripts that are drawn like Latin ones become those; `0` is `o`; `1`, `i` and
 * `l` are one; `rn` is `m` and `vv` is `w`; spaces, hyphens and underscores are one, however
 * many. Accents stay: `José` is not `Jose`. The look is for comparing, never shown. It is stored:
 * whoever changes it recomputes `used_logins.look_key` and `pseuds.look_key` in a migration.
 */
export function nameLook(name: string): string {
  let latin = '';
  for (const character of name.normalize('NFKC')) latin += latinTwins.get(character) ?? character;
  return caseKey(latin)
    .replaceAll('0', 'o')
    .replace(/[1i|]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[\s_-]+/g, '_');
}

const stackedMarks = new RegExp(`\\p{M}{${marksInARowMost + 1},}`, 'u');

// Pairs of a letter and the Latin letter it is drawn like, in common fonts (Unicode's list of
// confusables, the Cyrillic, Greek, Armenian and Latin part of it). Capitals and small letters
// apart: a Greek capital eta is an H, a small one an n.
const twins =
  'АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ҮY ԌG ԜW ѴV Ьb ' +
  'аa сc еe һh іi јj ӏl оo рp ԛq ѕs уy үy хx ԁd ԝw ѵv пn тt кk мm вb нh ьb гr ' +
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ' +
  'αa γy ηn ιi κk νv οo ρp σo τt υu χx ωw ' +
  'ՏS ՕO օo հh ոn սu ցg ' +
  'ıi ɑa ɡg ɩi ʏy ᴀa ʙb ᴄc ᴅd ᴇe ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ᴢz';
const latinTwins = new Map(twins.split(' ').map((pair) => pairOf(pair)));

/** Whether a name that looks like that is nobody’s to take. */
export function isReservedLook(look: string): boolean {
  return reservedLooks.has(look);
}

const reservedLooks = new Set(reservedLogins.map(nameLook));

function pairOf(pair: string): [string, string] {
  const [letter = '', twin = ''] = pair;
  return [letter, twin];
}
