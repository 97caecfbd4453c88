// What the toolbar and the keys do.
import {
  chainCommands,
  createParagraphNear,
  exitCode,
  lift,
  liftEmptyBlock,
  newlineInCode,
  splitBlockAs,
  toggleMark,
  wrapIn,
} from '@tiptap/pm/commands';
import type { Attrs, Mark, Node, NodeType, Schema } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state';
import { type Attributes, withClass, withoutClass } from '../../../../text/editing.ts';

/** Formats by what they are called; the first is the one that is set, all of them are taken off. */
export const formats: Readonly<Record<string, readonly string[]>> = {
  bold: ['strong', 'b'],
  italic: ['em', 'i'],
  underline: ['u', 'ins'],
  strike: ['s', 'del'],
  raised: ['sup'],
  lowered: ['sub'],
  code: ['code'],
};

export function toggleFormat(names: readonly string[]): Command {
  return (state, dispatch, view) => {
    const types = names.map((name) => state.schema.marks[name]!);
    if (!hasFormat(state, names)) return toggleMark(types[0]!)(state, dispatch, view);
    const { empty, ranges } = state.selection;
    const { tr } = state;
    for (const type of types) {
      if (empty) tr.removeStoredMark(type);
      for (const { $from, $to } of ranges) tr.removeMark($from.pos, $to.pos, type);
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export function hasFormat(state: EditorState, names: readonly string[]): boolean {
  return names.some((name) => markHere(state, name) !== null);
}

/** The format of this name at the cursor, or anywhere in what is selected. */
export function markHere(state: EditorState, name: string): Mark | null {
  const type = state.schema.marks[name]!;
  const { empty, $from, ranges } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) ?? null;
  let found: Mark | null = null;
  for (const range of ranges) {
    state.doc.nodesBetween(range.$from.pos, range.$to.pos, (node) => {
      if (node.isInline) found ??= type.isInSet(node.marks) ?? null;
      return found === null;
    });
  }
  return found;
}

/** Takes every format off what is selected, links aside. */
export const clearFormats: Command = (state, dispatch) => {
  const { tr } = state;
  for (const type of Object.values(state.schema.marks)) {
    if (type.name === 'a') continue;
    for (const { $from, $to } of state.selection.ranges) tr.removeMark($from.pos, $to.pos, type);
  }
  dispatch?.(tr.setStoredMarks([]).scrollIntoView());
  return true;
};

/** The block that the cursor stands in, or the first that is selected. */
export function blockHere(state: EditorState): Node {
  return state.selection.$from.parent;
}

/** Makes the selected blocks of this name; what their attributes say stays. */
export function setBlock(name: string): Command {
  return (state, dispatch) => {
    const type = state.schema.nodes[name]!;
    const { tr } = state;
    for (const { $from, $to } of state.selection.ranges) {
      tr.setBlockType($from.pos, $to.pos, type, (old) => ({ at: old.attrs['at'] }));
    }
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export const alignments = ['left', 'centre', 'right', 'justify'] as const;
export type Alignment = (typeof alignments)[number];
const alignable = new Set(['p', 'h4', 'h5', 'h6', 'td', 'th']);

/** Null: as the text around it. */
export function align(where: Alignment | null): Command {
  return (state, dispatch) => {
    const { tr } = state;
    for (const { $from, $to } of state.selection.ranges) {
      state.doc.nodesBetween($from.pos, $to.pos, (node, at) => {
        if (!alignable.has(node.type.name)) return true;
        const before = node.attrs['at'] as Attributes;
        const bare = alignments.reduce((rest, one) => withoutClass(rest, `u-${one}`), before);
        const after = where === null ? bare : withClass(bare, `u-${where}`);
        tr.setNodeMarkup(at, null, { ...node.attrs, at: after });
        return false;
      });
    }
    if (!tr.docChanged) return false;
    dispatch?.(tr);
    return true;
  };
}

export function alignedHere(state: EditorState): Alignment | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const classes = classesOf($from.node(depth));
    const found = alignments.find((one) => classes.includes(`u-${one}`));
    if (found !== undefined) return found;
  }
  return null;
}

function classesOf(node: Node): string[] {
  const at = (node.attrs['at'] ?? []) as Attributes;
  return at.find(([name]) => name === 'class')?.[1].split(' ') ?? [];
}

/** Whether the cursor stands in a block of this name, at any depth; for lists, the innermost. */
export function isInside(state: EditorState, name: string): boolean {
  const { $from } = state.selection;
  const isList = name === 'ul' || name === 'ol';
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const here = $from.node(depth).type.name;
    if (here === name) return true;
    if (isList && (here === 'ul' || here === 'ol')) return false;
  }
  return false;
}

export function toggleList(name: 'ul' | 'ol'): Command {
  return (state, dispatch, view) => {
    const { ul, ol, li } = state.schema.nodes as Record<string, NodeType>;
    if (isInside(state, name)) return liftListItem(li!)(state, dispatch);
    const other = name === 'ul' ? ol! : ul!;
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if ($from.node(depth).type !== other) continue;
      dispatch?.(
        state.tr.setNodeMarkup($from.before(depth), state.schema.nodes[name]!, { at: [] }),
      );
      return true;
    }
    return wrapInList(state.schema.nodes[name]!)(state, dispatch, view);
  };
}

export const toggleQuote: Command = (state, dispatch, view) => {
  const around = isInside(state, 'blockquote');
  return (around ? lift : wrapIn(state.schema.nodes['blockquote']!))(state, dispatch, view);
};

/** A rule, with a paragraph after it to go on in. */
export const insertRule: Command = (state, dispatch) => {
  const { schema, tr } = state;
  tr.replaceSelectionWith(schema.node('hr'));
  const { $from } = tr.selection;
  const after = $from.parent.type.name === 'doc' ? $from.nodeAfter : null;
  if ($from.depth > 0 ? false : after === null) {
    tr.insert(tr.selection.to, schema.node('p'));
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.selection.to)));
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

export const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(state.schema.node('br')).scrollIntoView());
  return true;
};

/** Enter: the gap before a paragraph is not handed on to the next one. */
export function enter(schema: Schema): Command {
  const split = splitBlockAs((node, atEnd) => {
    const at = withoutClass(node.attrs['at'] as Attributes, 'u-gap');
    const isHeading = /^h\d$/.test(node.type.name);
    if (atEnd && isHeading) return { type: schema.nodes['p']! };
    return { type: node.type, attrs: { at } };
  });
  const li = schema.nodes['li']!;
  return chainCommands(
    newlineInCode,
    splitListItem(li),
    createParagraphNear,
    liftEmptyBlock,
    split,
  );
}

export const deeper = (schema: Schema): Command => sinkListItem(schema.nodes['li']!);
export const shallower = (schema: Schema): Command =>
  chainCommands(liftListItem(schema.nodes['li']!), lift);
export const leaveBlock: Command = chainCommands(exitCode, lineBreak);

/** Links what is selected, or the link around the cursor; null takes the link off. */
export function setLink(address: string | null): Command {
  return (state, dispatch) => {
    const type = state.schema.marks['a']!;
    const { from, to } = linkRange(state);
    if (from === to && address === null) return false;
    const { tr } = state;
    tr.removeMark(from, to, type);
    if (address !== null) {
      const attrs: Attrs = { at: [['href', address]] };
      if (from === to) tr.insert(from, state.schema.text(address, [type.create(attrs)]));
      else tr.addMark(from, to, type.create(attrs));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function linkRange({ selection, schema }: EditorState): { from: number; to: number } {
  const { empty, $from, from, to } = selection;
  const mark = schema.marks['a']!.isInSet($from.marks());
  if (!empty || !mark) return { from, to };
  const { parent } = $from;
  let first = $from.index();
  let last = first;
  while (first > 0 && mark.isInSet(parent.child(first - 1).marks)) first -= 1;
  while (last < parent.childCount && mark.isInSet(parent.child(last).marks)) last += 1;
  const start = $from.start();
  const before = (count: number) =>
    parent.children.slice(0, count).reduce((size, child) => size + child.nodeSize, start);
  return { from: before(first), to: before(last) };
}
