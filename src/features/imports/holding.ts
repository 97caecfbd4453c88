// What the site's policy makes wait for a moderator: tags and words that the host has named. The
// default policy's own rule is one that no machine can judge alone; it names what to look at.
import type { Reader } from '../../kit/sql/index.ts';
import { caseKey, plainText } from '../../text/index.ts';
import type { BroughtWork } from './brought-work.ts';
import { text } from './messages.ts';
import { readHoldRules } from './store/imports.ts';

export type HoldRule = {
  readonly kind: 'tag' | 'word';
  readonly key: string;
  readonly said: string;
};

/** The default policy forbids sexual content that involves minors: these are looked at. */
const defaultRules: readonly HoldRule[] = ['Underage Sex', 'Underage'].map((said) => ({
  kind: 'tag',
  key: caseKey(said),
  said,
}));

/** The default rules and the host's own. */
export async function listHoldRules(reader: Reader): Promise<readonly HoldRule[]> {
  return [...defaultRules, ...(await readHoldRules(reader))];
}

/** Why a work waits, as sentences; empty: it does not. `texts`: cleaned HTML of all its texts. */
export function findHoldReasons(
  rules: readonly HoldRule[],
  work: BroughtWork,
  texts: readonly string[],
): readonly string[] {
  const tags = new Set(Object.values(work.tags).flat().map(caseKey));
  const words = rules.filter(({ kind }) => kind === 'word');
  const inText = words.length === 0 ? () => false : wordFinder(work, texts);
  return rules
    .filter(({ kind, key }) => (kind === 'tag' ? tags.has(key) : inText(key)))
    .map(({ kind, said }) =>
      kind === 'tag' ? text.holdTag({ name: said }) : text.holdWord({ word: said }),
    );
}

function wordFinder(work: BroughtWork, texts: readonly string[]): (key: string) => boolean {
  const titles = [work.title, ...work.chapters.map(({ title }) => title)];
  const said = [
    ...titles,
    ...Object.values(work.tags).flat(),
    ...texts.map((html) => plainText(html)),
  ];
  const all = caseKey(said.join('\n'));
  return (key) => {
    for (let at = all.indexOf(key); at >= 0; at = all.indexOf(key, at + 1)) {
      const around = `${all[at - 1] ?? ' '}${all[at + key.length] ?? ' '}`;
      if (!/[\p{L}\p{N}]/u.test(around)) return true;
    }
    return false;
  };
}
