// The sentences of the editor come with the page: the keys of `editorWords` in
// pages/writing-tools.ts.
import type { EditorWords } from '../../pages/writing-tools.ts';

export type { EditorWords };

/** Makes an element; `dataset`-like attributes with their names as they are written. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A sentence with its holes filled: `{words}`. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}

/** A number as it is written beside fields. */
export function shownNumber(count: number): string {
  return count.toLocaleString('en-US');
}
