// What of a comment speaks for or against it: its words, how many links, how old the account was.
import { dayMs } from '../../../kit/time/index.ts';
import { caseKey, plainText } from '../../../text/index.ts';
import { youngMs } from '../limits.ts';

/** Of a long comment the first ones: spam shows itself early. */
const wordsMost = 300;
/** Longer ones are addresses and noise. */
const lettersMost = 30;
const linksTold = 3;
const settledMs = 90 * dayMs;

export type Judged = {
  readonly html: string;
  /** Null: a guest, or somebody who is gone. */
  readonly accountAgeMs: number | null;
};

/** `w:WORD`, `links:N` and `age:KIND`, each once. */
export function signsOf({ html, accountAgeMs }: Judged): ReadonlySet<string> {
  const said = plainText(html);
  const words = caseKey(said).match(/[\p{L}\p{N}]+/gu) ?? [];
  const signs = new Set(
    words
      .slice(0, wordsMost)
      .filter((word) => word.length <= lettersMost)
      .map((word) => `w:${word}`),
  );
  const marked = html.match(/<a [^>]*href=/g)?.length ?? 0;
  const typed = said.match(/\bhttps?:|\bwww\./gi)?.length ?? 0;
  signs.add(`links:${Math.min(Math.max(marked, typed), linksTold)}`);
  signs.add(`age:${ageWord(accountAgeMs)}`);
  return signs;
}

function ageWord(ms: number | null): 'guest' | 'young' | 'settling' | 'settled' {
  if (ms === null) return 'guest';
  if (ms < youngMs) return 'young';
  return ms < settledMs ? 'settling' : 'settled';
}
