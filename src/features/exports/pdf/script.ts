// Pieces of a Typst document. Whatever people wrote goes in as string literals, so nothing of it
// is ever read as markup or code.

/** Source that Typst may read. */
export class Script {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type ScriptValue = Script | string | number | null | readonly ScriptValue[];

/** Tagged template for Typst: strings become string literals. */
export function script(strings: TemplateStringsArray, ...values: ScriptValue[]): Script {
  let source = strings[0] ?? '';
  values.forEach((value, at) => {
    source += printed(value) + (strings[at + 1] ?? '');
  });
  return new Script(source);
}

function printed(value: ScriptValue): string {
  if (value === null) return '';
  if (value instanceof Script) return value.source;
  if (Array.isArray(value)) return value.map(printed).join('');
  if (typeof value === 'number') return String(value);
  return literal(value as string);
}

/** A string literal: in it only these two signs mean anything. */
export function literal(words: string): string {
  return `"${words.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

/** Words as they stand, in markup. */
export function words(said: string): Script {
  return new Script(said === '' ? '' : `#${literal(said)};`);
}
