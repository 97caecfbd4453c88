// The editor over one plain field: the field stays, hidden, and holds what is sent.
import { history } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { type Command, EditorState } from '@tiptap/pm/state';
import { EditorView, type NodeView } from '@tiptap/pm/view';
import type { TextField } from '../../../../text/editing.ts';
import { align, setBlock } from './commands.ts';
import { findingPlugin } from './finding.ts';
import { commandsOf, keyBindings, type Tool } from './keys.ts';
import { openText } from './open-text.ts';
import { PanelPlace } from './panel.ts';
import { openPanel } from './panels.ts';
import { readAttributes, readKept, readMarkup } from './parsing.ts';
import { cleanPaste } from './paste.ts';
import { makeSchema } from './schema.ts';
import { makeToolbar } from './toolbar.ts';
import { toggleWide } from './wide-view.ts';
import { countingLine } from './word-line.ts';
import { type EditorWords, make } from './words.ts';
import { writeText } from './write-text.ts';

export type RichText = {
  /** Writes what stands in the editor into the field, at once. */
  flush(): void;
  focus(): void;
  /** Takes the editor away; the field is there again with what was written. */
  leave(): void;
};

/** Typing may rest so long before the field is written. */
const restMs = 300;
const schema = makeSchema({ attributes: readAttributes, kept: readKept });

export function openRichText(
  area: HTMLTextAreaElement,
  field: TextField,
  words: EditorWords,
): RichText {
  const read = () => openText(schema, readMarkup(area.value, field));
  let { doc, written } = read();
  let lastWritten = area.value;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let changed = false;

  const frame = make('div', { class: `writing ${field}` });
  const panels = new PanelPlace(() => view.focus());
  const run = (tool: Tool): boolean => {
    const command: Command | undefined = commandsOf(schema)[tool as Tool];
    if (command !== undefined) command(view.state, view.dispatch, view);
    else if (tool === 'wide') toggleWide(frame, bar.button('wide'), words, () => view.focus());
    else {
      openPanel(tool, { view, panels, words });
      return true;
    }
    view.focus();
    return true;
  };
  const plugins = [
    history(),
    keymap(keyBindings(schema, (tool) => run(tool))),
    keymap({ 'Alt-F10': () => bar.focus() }),
    findingPlugin(),
  ];
  const act = (command: Command) => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const bar = makeToolbar(words, field !== 'chapter', {
    run: (tool) => void run(tool),
    setBlock: (name) => act(setBlock(name)),
    align: (where) => act(align(where)),
    leave: () => view.focus(),
  });
  const surface = make('div', { class: 'surface' });
  const line = countingLine(words);
  frame.append(bar.element, panels.element, surface, line.element);

  const view = new EditorView(surface, {
    state: EditorState.create({ doc, plugins }),
    attributes: surfaceAttributes(area),
    nodeViews: { keptBlock: keptView('div'), keptWords: keptView('span') },
    transformPastedHTML: (html) => cleanPaste(html, field, (note) => line.say(words[note])),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      bar.update(view.state);
      if (!transaction.docChanged) return;
      changed = true;
      line.count(view.state.doc);
      clearTimeout(waiting);
      waiting = setTimeout(flush, restMs);
    },
  });
  const label = area.labels?.[0];
  const { id } = area;
  const focus = () => view.focus();
  const flush = () => {
    clearTimeout(waiting);
    if (!changed) return;
    changed = false;
    lastWritten = writeText(view.state.doc, written);
    area.value = lastWritten;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  // Somebody else has written the field: what was kept was restored.
  const reload = () => {
    if (area.value === lastWritten) return;
    ({ doc, written } = read());
    lastWritten = area.value;
    changed = false;
    view.updateState(EditorState.create({ doc, plugins }));
    line.count(doc);
  };
  area.addEventListener('input', reload);
  label?.addEventListener('click', focus);
  area.form?.addEventListener('formdata', onFormData);
  area.after(frame);
  area.hidden = true;
  // Links to the field, as beside its problems, lead to what can be seen of it.
  area.id = `${id}-source`;
  bar.update(view.state);
  line.count(doc);

  function onFormData(event: FormDataEvent): void {
    flush();
    event.formData.set(area.name, area.value);
  }

  return {
    flush,
    focus,
    leave() {
      flush();
      area.removeEventListener('input', reload);
      label?.removeEventListener('click', focus);
      area.form?.removeEventListener('formdata', onFormData);
      view.destroy();
      frame.remove();
      area.hidden = false;
      area.id = id;
    },
  };
}

/** The field's own name, hint and problem speak for the surface. */
function surfaceAttributes(area: HTMLTextAreaElement): Record<string, string> {
  const label = area.labels?.[0];
  if (label && label.id === '') label.id = `${area.id}-label`;
  const described = area.getAttribute('aria-describedby');
  const invalid = area.getAttribute('aria-invalid');
  return {
    class: 'userstuff',
    id: area.id,
    role: 'textbox',
    'aria-multiline': 'true',
    dir: 'auto',
    spellcheck: 'true',
    ...(label && { 'aria-labelledby': label.id }),
    ...(described && { 'aria-describedby': described }),
    ...(invalid && { 'aria-invalid': invalid }),
    ...(area.required && { 'aria-required': 'true' }),
  };
}

/** What is kept whole is shown as readers see it, and no key goes into it. */
function keptView(tag: 'div' | 'span') {
  return (node: { readonly attrs: Readonly<Record<string, unknown>> }): NodeView => {
    const dom = make(tag, { class: 'kept-whole', contenteditable: 'false' });
    // Cleaned by the sanitiser when it was read.
    dom.innerHTML = node.attrs['html'] as string;
    return { dom, ignoreMutation: () => true };
  };
}
