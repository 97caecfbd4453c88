// XML by template: escaped by default, like `kit/html` for pages, but well-formed in the sense of
// XML. What is already XHTML goes in through `xml`.
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Well-formed XML that is safe to put in as it is. */
export class Xml {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type XmlValue = Xml | string | number | null | false | readonly XmlValue[];

/** Tagged template for XML: strings are escaped for text and double-quoted attributes. */
export function xml(strings: TemplateStringsArray, ...values: XmlValue[]): Xml {
  let source = strings[0] ?? '';
  values.forEach((value, at) => {
    source += printed(value) + (strings[at + 1] ?? '');
  });
  return new Xml(source);
}

function printed(value: XmlValue): string {
  if (value === null || value === false) return '';
  if (value instanceof Xml) return value.source;
  if (Array.isArray(value)) return value.map(printed).join('');
  // Names and titles hold no control characters: they were cleaned when they were stored.
  return String(value).replace(/[&<>"]/g, (sign) => escapes[sign] as string);
}
