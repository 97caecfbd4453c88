// What somebody typed as a comment: checked, cleaned, and known again.
import { createHash } from 'node:crypto';
import type { FieldError } from '../../kit/http/index.ts';
import {
  caseKey,
  cleanText,
  countCharacters,
  normaliseText,
  plainText,
  sanitiserVersion,
} from '../../text/index.ts';
import { commentCharactersMax, marksInARowMax, sourceGrowth } from './limits.ts';
import { text } from './messages.ts';

export type CommentText = {
  readonly source: string;
  readonly html: string;
  readonly sanitiser_version: number;
  readonly digest: string;
  readonly hasLink: boolean;
};

/** The field of the text in every form. */
export const textField = 'comment[text]';

const crowded = new RegExp(`\\p{M}{${marksInARowMax + 1}}`, 'u');

/** Cleans it, or says what is wrong with it. */
export function checkCommentText(typed: string): CommentText | FieldError {
  const refuse = (detail: string): FieldError => ({ field: textField, detail });
  const tooLong = () => refuse(text.tooLong({ most: commentCharactersMax }));
  // Too long even if most of it were markup to drop: refused unparsed.
  if (typed.length > 2 * commentCharactersMax * sourceGrowth) return tooLong();
  if (crowded.test(typed)) return refuse(text.crowded());
  const source = normaliseText(typed).trim();
  // The rules of a summary: no headings, no classes, and pictures become links.
  const cleaned = cleanText(source, 'html', 'summary');
  if (!cleaned.ok) return refuse(text.tangled());
  const { html } = cleaned;
  if (countCharacters(html) > commentCharactersMax) return tooLong();
  const words = plainText(html);
  // Marks may come as references, or a few in each of many elements.
  if (crowded.test(words)) return refuse(text.crowded());
  if (words.trim() === '') return refuse(text.empty());
  // An address that is not a link is one to whoever reads it.
  const hasLink = /<a [^>]*href=/.test(html) || /\bhttps?:|\bwww\./i.test(words);
  const letters = caseKey(words).replace(/[^\p{L}\p{N}]+/gu, '');
  const said = letters === '' ? words : letters;
  const digest = createHash('sha256').update(said).digest('base64url').slice(0, 22);
  return { source, html, sanitiser_version: sanitiserVersion, digest, hasLink };
}
