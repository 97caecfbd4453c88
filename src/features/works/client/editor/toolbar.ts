// The toolbar: one stop for Tab, arrows move within it, buttons say whether they are pressed.
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import type { EditorState } from '@tiptap/pm/state';
import {
  type Alignment,
  alignedHere,
  blockHere,
  formats,
  hasFormat,
  isInside,
} from './commands.ts';
import { type Tool, toolKeys } from './keys.ts';
import { type EditorWords, make } from './words.ts';

export type ToolbarActs = {
  readonly run: (tool: Tool) => void;
  readonly setBlock: (name: string) => void;
  readonly align: (where: Alignment | null) => void;
  /** Back to the text. */
  readonly leave: () => void;
};

export type Toolbar = {
  readonly element: HTMLElement;
  /** Shows what holds where the cursor is. */
  update(state: EditorState): void;
  button(tool: Tool): HTMLButtonElement | undefined;
  /** Where the focus was last; always true. */
  focus(): boolean;
};

/** What stands on a button is drawn by the style sheet: its name is its label. */
type Face = readonly [tool: Tool, face: string];
const full: readonly (readonly Face[])[] = [
  [
    ['undo', '↶'],
    ['redo', '↷'],
  ],
  [
    ['bold', 'B'],
    ['italic', 'I'],
    ['underline', 'U'],
    ['strike', 'S'],
    ['raised', 'x²'],
    ['lowered', 'x₂'],
    ['code', '<>'],
    ['clear', 'T×'],
  ],
  [
    ['link', 'Link'],
    ['ruby', 'Ruby'],
    ['picture', '▣'],
    ['quote', '❝'],
    ['bullets', '• –'],
    ['numbers', '1.'],
    ['rule', '* * *'],
  ],
  [
    ['find', 'Find'],
    ['wide', '⤢'],
    ['help', '?'],
  ],
];
/** For a summary or notes. */
const inBrief = new Set<Tool>([
  'bold',
  'italic',
  'underline',
  'strike',
  'link',
  'quote',
  'bullets',
  'help',
] as const);

const pressable = new Set([...Object.keys(formats), 'quote', 'bullets', 'numbers', 'link', 'wide']);
const blockNames = ['p', 'h4', 'h5', 'h6', 'pre'] as const;

export function makeToolbar(words: EditorWords, brief: boolean, acts: ToolbarActs): Toolbar {
  const buttons = new Map<Tool, HTMLButtonElement>();
  const blocks = choice(
    words.block,
    blockNames.map((name) => [name, words[name]]),
  );
  const places = choice(words.align, [
    ['', words.alignNone],
    ['left', words.alignLeft],
    ['centre', words.alignCentre],
    ['right', words.alignRight],
    ['justify', words.alignJustify],
  ]);
  blocks.addEventListener('change', () => acts.setBlock(blocks.value));
  places.addEventListener('change', () => acts.align((places.value || null) as Alignment | null));
  const element = make('div', { class: 'toolbar', role: 'toolbar', 'aria-label': words.toolbar });
  full.forEach((whole, at) => {
    const group = whole.filter(([tool]) => !brief || inBrief.has(tool));
    if (group.length === 0) return;
    const made = group.map(([tool, face]) => toolButton(words, tool, face));
    for (const [index, [tool]] of group.entries()) buttons.set(tool, made[index]!);
    const span = make('span', { class: 'tools' }, ...made);
    if (at === 1 && !brief) span.prepend(blocks);
    if (at === 2 && !brief) span.append(places);
    element.append(span);
  });
  for (const [tool, button] of buttons) button.addEventListener('click', () => acts.run(tool));
  // A click leaves the selection in the text as it is.
  element.addEventListener('mousedown', (event) => {
    if ((event.target as Element).closest('button')) event.preventDefault();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || element.closest('dialog')) return;
    acts.leave();
  });
  rove(element);
  return {
    element,
    focus() {
      element.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
      return true;
    },
    button: (tool) => buttons.get(tool),
    update(state) {
      const block = blockHere(state).type.name;
      blocks.value = block === 'line' || block === 'p' ? 'p' : block;
      places.value = alignedHere(state) ?? '';
      for (const [tool, button] of buttons) showState(tool, button, state);
    },
  };
}

function toolButton(words: EditorWords, tool: Tool, face: string): HTMLButtonElement {
  const key = (toolKeys as Partial<Record<Tool, string>>)[tool];
  const label = words[tool];
  const button = make('button', {
    type: 'button',
    class: `tool ${tool}`,
    'data-face': face,
    'aria-label': label,
    title: key === undefined ? label : `${label} (${shownKey(key)})`,
    ...(key && { 'aria-keyshortcuts': spokenKey(key) }),
  });
  if (pressable.has(tool)) button.setAttribute('aria-pressed', 'false');
  return button;
}

function showState(tool: Tool, button: HTMLButtonElement, state: EditorState): void {
  const names = formats[tool];
  let pressed: boolean | null = null;
  if (names !== undefined) pressed = hasFormat(state, names);
  else if (tool === 'link') pressed = hasFormat(state, ['a']);
  else if (tool === 'quote') pressed = isInside(state, 'blockquote');
  else if (tool === 'bullets') pressed = isInside(state, 'ul');
  else if (tool === 'numbers') pressed = isInside(state, 'ol');
  if (pressed !== null) button.setAttribute('aria-pressed', String(pressed));
  // Disabled only for the ear and the eye: the arrows still come past it.
  if (tool === 'undo') button.setAttribute('aria-disabled', String(undoDepth(state) === 0));
  if (tool === 'redo') button.setAttribute('aria-disabled', String(redoDepth(state) === 0));
}

function choice(label: string, options: readonly (readonly [string, string])[]) {
  const made = options.map(([value, words]) => make('option', { value }, words));
  return make('select', { 'aria-label': label, title: label, class: 'tool' }, ...made);
}

function rove(toolbar: HTMLElement): void {
  const stops = () => [...toolbar.querySelectorAll<HTMLElement>('button, select')];
  const stand = (at: HTMLElement) => {
    for (const stop of stops()) stop.tabIndex = stop === at ? 0 : -1;
  };
  stand(stops()[0]!);
  toolbar.addEventListener('focusin', (event) => stand(event.target as HTMLElement));
  toolbar.addEventListener('keydown', (event) => {
    const all = stops();
    const here = all.indexOf(event.target as HTMLElement);
    const turn = getComputedStyle(toolbar).direction === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = { ArrowRight: here + turn, ArrowLeft: here - turn };
    const ends: Record<string, number> = { Home: 0, End: all.length - 1 };
    const next = steps[event.key] ?? ends[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  });
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

export function shownKey(key: string): string {
  return key
    .replace('Mod', isMac() ? '⌘' : 'Ctrl')
    .replaceAll('-', '+')
    .replace(/[a-z]$/, upper);
}

function spokenKey(key: string): string {
  return key.replace('Mod', isMac() ? 'Meta' : 'Control').replaceAll('-', '+');
}

function upper(letter: string): string {
  return letter.toUpperCase();
}
