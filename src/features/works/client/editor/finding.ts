// Finding and replacing words in the text.
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

export type Found = { readonly from: number; readonly to: number };

const wanted = new PluginKey<string>('wanted');

/** Where the words stand, whatever their case; a match stays within one block. */
export function findWords(doc: Node, words: string): Found[] {
  const found: Found[] = [];
  const needle = words.toLowerCase();
  if (needle === '') return found;
  doc.descendants((block, at) => {
    if (!block.isTextblock) return true;
    // One character for everything that is no text, so that places in both are the same.
    const text = block.textBetween(0, block.content.size, undefined, '\ufffc');
    const folded = text.toLowerCase();
    // Some letters have more signs in lower case: places would not be the same.
    const hay = folded.length === text.length ? folded : text;
    for (let to = hay.indexOf(needle); to >= 0; to = hay.indexOf(needle, to + needle.length)) {
      found.push({ from: at + 1 + to, to: at + 1 + to + needle.length });
    }
    return false;
  });
  return found;
}

/** Marks every match while something is looked for. */
export function findingPlugin(): Plugin {
  return new Plugin<string>({
    key: wanted,
    state: {
      init: () => '',
      apply: (transaction, before) => (transaction.getMeta(wanted) as string) ?? before,
    },
    props: {
      decorations(state) {
        const words = wanted.getState(state) ?? '';
        if (words === '') return null;
        const marks = findWords(state.doc, words).map(({ from, to }) =>
          Decoration.inline(from, to, { class: 'found' }),
        );
        return DecorationSet.create(state.doc, marks);
      },
    },
  });
}

export function lookFor(view: EditorView, words: string): void {
  view.dispatch(view.state.tr.setMeta(wanted, words));
}

/** Selects the next match after the selection, or the first; says which of how many. */
export function selectNext(view: EditorView, words: string): { at: number; of: number } {
  const found = findWords(view.state.doc, words);
  const { to } = view.state.selection;
  const at = Math.max(
    found.findIndex((one) => one.from >= to),
    0,
  );
  const match = found[at];
  if (match === undefined) return { at: 0, of: 0 };
  const selection = TextSelection.create(view.state.doc, match.from, match.to);
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  return { at: at + 1, of: found.length };
}

/** Replaces what is selected when it is a match; says whether it was. */
export function replaceHere(view: EditorView, words: string, by: string): boolean {
  const { from, to } = view.state.selection;
  const isMatch = findWords(view.state.doc, words).some(
    (one) => one.from === from && one.to === to,
  );
  if (isMatch) view.dispatch(replaced(view, from, to, by));
  return isMatch;
}

/** Says how many. */
export function replaceAll(view: EditorView, words: string, by: string): number {
  const found = findWords(view.state.doc, words);
  const { schema, tr } = view.state;
  for (const { from, to } of found.reverse()) {
    const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
    if (by === '') tr.delete(from, to);
    else tr.replaceWith(from, to, schema.text(by, marks));
  }
  if (found.length > 0) view.dispatch(tr);
  return found.length;
}

function replaced(view: EditorView, from: number, to: number, by: string) {
  const { schema, tr } = view.state;
  if (by === '') return tr.delete(from, to);
  const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
  return tr.replaceWith(from, to, schema.text(by, marks));
}
