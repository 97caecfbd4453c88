// Stand-ins until the real parts are here.
import { parseFragment } from 'parse5';
import { normaliseText } from './characters.ts';

export function caseKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
export function lookKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
export function titleSortKey(title: string, _language: string): string {
  return lookKey(title).replace(/^(the|an?) /, '');
}
export function plainText(html: string): string {
  return html.replace(/<\/(p|div|h\d|li|blockquote)>/g, '\n\n').replace(/<br>/g, '\n').replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&').trim();
}
export function words(text: string, _language: string): string[] {
  return lookKey(text).split(' ').filter((word) => word !== '');
}
export function countWords(html: string): number {
  return words(plainText(html), 'en').length;
}
export function readingMinutes(count: number, _language: string): number {
  return Math.max(1, Math.round(count / 250));
}
export function excerpt(html: string, characters: number): string {
  return plainText(html).slice(0, characters);
}
export function serialiseXhtml(html: string): string {
  void parseFragment;
  return normaliseText(html).replace(/<(br|hr)>/g, '<$1/>');
}
