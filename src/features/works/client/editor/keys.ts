// Keys of the editor. Tab is none of them: it leaves the field, as in every other.
import { baseKeymap } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import type { Schema } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import {
  align,
  clearFormats,
  deeper,
  enter,
  formats,
  insertRule,
  leaveBlock,
  lineBreak,
  setBlock,
  shallower,
  toggleFormat,
  toggleList,
  toggleQuote,
} from './commands.ts';

/** Keys, named beside the tools; `Mod` is Command on a Mac, else Control. */
export const toolKeys = {
  undo: 'Mod-z',
  redo: 'Mod-Shift-z',
  bold: 'Mod-b',
  italic: 'Mod-i',
  underline: 'Mod-u',
  strike: 'Mod-Shift-x',
  raised: 'Mod-.',
  lowered: 'Mod-,',
  code: 'Mod-e',
  clear: 'Mod-\\',
  link: 'Mod-k',
  quote: 'Mod-Shift-9',
  bullets: 'Mod-Shift-8',
  numbers: 'Mod-Shift-7',
  rule: 'Mod-Enter',
  centre: 'Mod-Shift-e',
  find: 'Mod-h',
  wide: 'Mod-Shift-f',
} as const;

/** What the toolbar offers; some have no key of their own. */
export type Tool = keyof typeof toolKeys | 'ruby' | 'picture' | 'help';

export function commandsOf(schema: Schema): Partial<Record<Tool, Command>> {
  return {
    undo,
    redo,
    ...Object.fromEntries(
      Object.entries(formats).map(([name, names]) => [name, toggleFormat(names)]),
    ),
    clear: clearFormats,
    quote: toggleQuote,
    bullets: toggleList('ul'),
    numbers: toggleList('ol'),
    rule: insertRule,
    centre: align('centre'),
    indent: deeper(schema),
  } as Partial<Record<Tool, Command>>;
}

/** `open` shows what a command alone cannot do: the panels. */
export function keyBindings(schema: Schema, open: (tool: Tool) => boolean) {
  const bindings: Record<string, Command> = { ...baseKeymap };
  const commands = commandsOf(schema);
  for (const [tool, key] of Object.entries(toolKeys) as [Tool, string][]) {
    bindings[key] = commands[tool] ?? (() => open(tool));
  }
  return {
    ...bindings,
    'Mod-y': redo,
    Enter: enter(schema),
    'Shift-Enter': lineBreak,
    'Alt-Enter': leaveBlock,
    'Mod-]': deeper(schema),
    'Mod-[': shallower(schema),
    'Mod-Alt-0': setBlock('p'),
    'Mod-Alt-1': setBlock('h4'),
    'Mod-Alt-2': setBlock('h5'),
    'Mod-Alt-3': setBlock('h6'),
  };
}
