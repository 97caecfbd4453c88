// The editor over one plain field: the field stays, hidden, and holds what is sent.
import { history } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { type Node, Slice } from '@tiptap/pm/model';
import {
  type Command,
  EditorState,
  type Plugin,
  Selection,
  type Transaction,
} from '@tiptap/pm/state';
import { EditorView, type NodeView } from '@tiptap/pm/view';
import { escapeText, type TextField } from '../../../../text/editing.ts';
import { align, setBlock } from './commands.ts';
import { findingPlugin } from './finding.ts';
import { commandsOf, keyBindings, type Tool } from './keys.ts';
import { openText } from './open-text.ts';
import { PanelPlace } from './panel.ts';
import { openPanel, type PanelScene } from './panels.ts';
import { readAttributes, readKept, readMarkup, readPaste } from './parsing.ts';
import { openPictures, pastedPicture } from './pictures.ts';
import { makeSchema } from './schema.ts';
import { makeToolbar, type Toolbar } from './toolbar.ts';
import { leaveWide, toggleWide } from './wide-view.ts';
import { type CountingLine, countingLine } from './word-line.ts';
import { type EditorWords, make } from './words.ts';
import { writeText } from './write-text.ts';

/** Typing may rest so long before the field is written. */
const restMs = 300;
const schema = makeSchema({ attributes: readAttributes, kept: readKept });

/** Throws `MarkupRefused` where the text is too large or too deep for the sanitiser. */
export class RichText {
  readonly #area: HTMLTextAreaElement;
  readonly #field: TextField;
  readonly #words: EditorWords;
  readonly #id: string;
  readonly #label: HTMLElement | undefined;
  readonly #frame: HTMLElement;
  readonly #panels = new PanelPlace(() => this.focus());
  readonly #bar: Toolbar;
  readonly #line: CountingLine;
  readonly #view: EditorView;
  readonly #unlisten = new AbortController();
  /** What each block was written as, while nobody touches it. */
  #written = new WeakMap<Node, string>();
  #lastWritten = '';
  #changed = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(area: HTMLTextAreaElement, field: TextField, words: EditorWords) {
    this.#area = area;
    this.#field = field;
    this.#words = words;
    this.#id = area.id;
    this.#label = area.labels[0];
    this.#frame = make('div', { class: `writing ${field}` });
    this.#line = countingLine(words);
    this.#bar = makeToolbar(words, field !== 'chapter', {
      run: (tool) => this.#run(tool),
      setBlock: (name) => this.#act(setBlock(name)),
      align: (where) => this.#act(align(where)),
      leave: () => this.focus(),
    });
    const surface = make('div', { class: 'surface' });
    this.#view = this.#makeView(surface);
    this.#frame.append(this.#bar.element, this.#panels.element, surface, this.#line.element);
    this.#show(this.#view.state);
    this.#listen();
    const caret = document.activeElement === area ? area.selectionStart : null;
    area.after(this.#frame);
    area.hidden = true;
    // Links to the field, as beside its problems, lead to what can be seen of it.
    area.id = `${this.#id}-source`;
    if (caret !== null) this.#goOn(caret);
  }

  /** The text as it stands. */
  get doc(): Node {
    return this.#view.state.doc;
  }

  focus(): void {
    this.#view.focus();
  }

  /** Writes what stands in the editor into the field, at once. */
  flush(): void {
    clearTimeout(this.#waiting);
    if (!this.#changed) return;
    this.#changed = false;
    this.#lastWritten = writeText(this.doc, this.#written);
    this.#area.value = this.#lastWritten;
    this.#area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Takes the editor away; the field is there again with what was written. */
  leave(): void {
    this.flush();
    this.#unlisten.abort();
    this.#view.destroy();
    this.#frame.remove();
    this.#area.hidden = false;
    this.#area.id = this.#id;
  }

  /** Whoever types in the field already goes on here, if the caret has the same place in both. */
  #goOn(caret: number): void {
    const { doc, tr } = this.#view.state;
    const { length } = this.#area.value;
    if (caret !== 0 && caret !== length) return;
    this.#view.dispatch(
      tr.setSelection(caret === length ? Selection.atEnd(doc) : Selection.atStart(doc)),
    );
    this.focus();
  }

  #makeView(surface: HTMLElement): EditorView {
    return new EditorView(surface, {
      state: this.#opened(),
      attributes: surfaceAttributes(this.#area),
      nodeViews: { keptBlock: keptView('div'), keptWords: keptView('span') },
      clipboardTextParser: (text) => {
        const { doc } = openText(schema, readMarkup(escapeText(text), this.#field));
        return Slice.maxOpen(doc.content);
      },
      handlePaste: (_view, { clipboardData }) => this.#takePicture(clipboardData),
      handleDrop: (_view, { dataTransfer }) => this.#takePicture(dataTransfer),
      transformPastedHTML: (html) => this.#cleanPaste(html),
      dispatchTransaction: (transaction) => this.#apply(transaction),
    });
  }

  #cleanPaste(html: string): string {
    // Copied in the editor itself.
    if (/ data-pm-slice=/.test(html)) return html;
    const pasted = readPaste(html, this.#field);
    if (pasted.note !== null) this.#line.say(this.#words[pasted.note]);
    return pasted.html;
  }

  /** A file of a picture opens the panel that asks what it shows. */
  #takePicture(data: DataTransfer | null): boolean {
    const file = this.#field === 'summary' ? null : pastedPicture(data);
    if (file !== null) openPictures(this.#scene(), file);
    return file !== null;
  }

  #scene(): PanelScene {
    return { view: this.#view, panels: this.#panels, words: this.#words };
  }

  #opened(): EditorState {
    const { doc, written } = openText(schema, readMarkup(this.#area.value, this.#field));
    this.#written = written;
    this.#lastWritten = this.#area.value;
    this.#changed = false;
    return EditorState.create({ doc, plugins: this.#plugins() });
  }

  #plugins(): Plugin[] {
    const open = (tool: Tool) => {
      this.#run(tool);
      return true;
    };
    return [
      history(),
      keymap(keyBindings(schema, open)),
      keymap({ 'Alt-F10': () => this.#bar.focus(), Escape: () => leaveWide(this.#frame) }),
      findingPlugin(),
    ];
  }

  #apply(transaction: Transaction): void {
    const state = this.#view.state.apply(transaction);
    this.#view.updateState(state);
    this.#bar.update(state);
    if (!transaction.docChanged) return;
    this.#changed = true;
    this.#line.count(state.doc);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.flush(), restMs);
  }

  #show(state: EditorState): void {
    this.#view.updateState(state);
    this.#bar.update(state);
    this.#line.count(state.doc);
  }

  #listen(): void {
    const { signal } = this.#unlisten;
    this.#label?.addEventListener('click', () => this.focus(), { signal });
    this.#area.addEventListener(
      'input',
      () => {
        // Somebody else has written the field: what was kept was restored.
        if (this.#area.value !== this.#lastWritten) this.#show(this.#opened());
      },
      { signal },
    );
    this.#area.form?.addEventListener(
      'formdata',
      ({ formData }) => {
        this.flush();
        formData.set(this.#area.name, this.#area.value);
      },
      { signal },
    );
  }

  #run(tool: Tool): void {
    const command = commandsOf(schema)[tool];
    if (command !== undefined) this.#act(command);
    else if (tool !== 'wide') {
      openPanel(tool, this.#scene());
    } else {
      toggleWide(this.#frame, this.#bar.button('wide'), this.#words, () => this.focus());
      this.focus();
    }
  }

  #act(command: Command): void {
    command(this.#view.state, this.#view.dispatch, this.#view);
    this.focus();
  }
}

/** The field's own name, hint and problem speak for the surface. */
function surfaceAttributes(area: HTMLTextAreaElement): Record<string, string> {
  const label = area.labels[0];
  if (label !== undefined) label.id ||= `${area.id}-label`;
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
