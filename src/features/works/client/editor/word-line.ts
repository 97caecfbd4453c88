// The line below the text: how many words and characters it has, counted as the server counts.
import type { Node } from '@tiptap/pm/model';
import { leafWords } from './schema.ts';
import { type EditorWords, fill, make, shownNumber } from './words.ts';

/** Counting waits until the typing rests so long. */
const restMs = 400;

export type CountingLine = {
  readonly element: HTMLElement;
  count(doc: Node): void;
  /** Says something once, such as that pictures were left out. */
  say(sentence: string): void;
};

export function countingLine(words: EditorWords): CountingLine {
  const counts = make('span', { class: 'counts' });
  const spoken = make('span', { role: 'status' });
  const element = make('p', { class: 'word-line' }, counts, spoken);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let latest: Node | undefined;
  const show = async () => {
    if (latest === undefined) return;
    const text = countedText(latest);
    // Its patterns are newer than the editor's other needs: without them nothing is counted.
    const counting = await import('../../../../text/words-in-text.ts').catch(() => null);
    if (counting === null) return;
    const characters = [...text].length;
    counts.textContent = fill(words.counts, {
      words: shownNumber(counting.countWordsInText(text)),
      characters: shownNumber(characters),
    });
  };
  return {
    element,
    count(doc) {
      latest = doc;
      clearTimeout(waiting);
      waiting = setTimeout(() => void show(), restMs);
    },
    say(sentence) {
      spoken.textContent = ` ${sentence}`;
    },
  };
}

/** The text as it is counted: a space for every break and between blocks. */
export function countedText(doc: Node): string {
  return doc.textBetween(0, doc.content.size, ' ', leafText);
}

function leafText(node: Node): string {
  return node.type.name === 'keptWords' || node.type.name === 'keptBlock' ? leafWords(node) : ' ';
}
