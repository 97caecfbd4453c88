// Provisional door: replaced as soon as the parts are here.
export { countCharacters, isVisible, normaliseLine, normaliseText } from './characters.ts';
export { cleanText, sanitiserVersion, type CleanedText, type TextField, type TextFormat } from './clean-text.ts';
export * from './provisional.ts';
