// What a Word document says beside its text: styles, lists, where links lead.
import type { Format } from './prose-writer.ts';
import { walkXml, type XmlAttributes } from './xml.ts';

export type DocxStyle = {
  heading: number | null;
  align: 'center' | 'right' | null;
  /** What it turns on, or off again of the style that it is made from. */
  formats: Map<Format, boolean>;
  /** The style it is made from. */
  basis: string;
  /** Of a line of a table of contents, which Word writes anew by itself. */
  isContents: boolean;
};
/** Elements of a run's or a style's looks, and what they are in a text. */
export const switches: Readonly<Record<string, Format>> = {
  'w:b': 'strong',
  'w:i': 'em',
  'w:u': 'u',
  'w:strike': 's',
  'w:dstrike': 's',
};

export type DocxStyles = ReadonlyMap<string, DocxStyle>;

/** Styles by their ids; a style that is made from a heading is one. */
export function readDocxStyles(source: string): DocxStyles {
  const styles = new Map<string, DocxStyle>();
  let style: DocxStyle = emptyStyle();
  // Readers underline links themselves.
  let isLink = false;
  walk(source, (name, attributes) => {
    const value = attributes.get('w:val') ?? '';
    const isOn = !isOff(value);
    if (name === 'w:style') {
      isLink = false;
      style = emptyStyle();
      styles.set(attributes.get('w:styleId') ?? '', style);
    } else if (name === 'w:name') {
      const level = /^heading ([1-6])$/i.exec(value)?.[1];
      if (level !== undefined) style.heading = Number(level);
      if (/^title$/i.test(value)) style.heading = 0;
      style.isContents = /^(?:toc \d|toc heading)$/i.test(value);
      isLink = /^(?:followed)?hyperlink$/i.test(value);
    } else if (name === 'w:basedOn') style.basis = value;
    else if (name === 'w:jc') style.align = value === 'center' || value === 'right' ? value : null;
    else if (switches[name] !== undefined && !isLink) style.formats.set(switches[name], isOn);
  });
  for (const one of styles.values()) {
    let basis = styles.get(one.basis);
    // A circle of styles ends after a few steps.
    for (let steps = 0; basis !== undefined && steps < 10; steps += 1) {
      one.heading ??= basis.heading;
      one.align ??= basis.align;
      one.isContents ||= basis.isContents;
      one.formats = new Map([...basis.formats, ...one.formats]);
      basis = styles.get(basis.basis);
    }
  }
  return styles;
}

function emptyStyle(): DocxStyle {
  return { heading: null, align: null, formats: new Map(), basis: '', isContents: false };
}

/** `numId/level` of every list that is numbered. */
export function readDocxLists(source: string): ReadonlySet<string> {
  const ordered = new Set<string>();
  const numbers = new Map<string, string>();
  let abstractId = '';
  let level = '';
  let number = '';
  walk(source, (name, attributes) => {
    const value = attributes.get('w:val') ?? '';
    if (name === 'w:abstractNum') abstractId = attributes.get('w:abstractNumId') ?? '';
    else if (name === 'w:lvl') level = attributes.get('w:ilvl') ?? '';
    else if (name === 'w:numFmt' && value !== 'bullet' && value !== 'none') {
      ordered.add(`${abstractId}/${level}`);
    } else if (name === 'w:num') number = attributes.get('w:numId') ?? '';
    else if (name === 'w:abstractNumId') numbers.set(number, value);
  });
  const byNumber = new Set<string>();
  for (const [id, abstract] of numbers) {
    for (let depth = 0; depth < 9; depth += 1) {
      if (ordered.has(`${abstract}/${depth}`)) byNumber.add(`${id}/${depth}`);
    }
  }
  return byNumber;
}

/** What a text points to, by its ids. */
export type DocxTargets = {
  /** Where its links lead. */
  readonly links: ReadonlyMap<string, string>;
  /** Paths of parts of the file. */
  readonly parts: ReadonlyMap<string, string>;
};

export function readDocxTargets(source: string): DocxTargets {
  const links = new Map<string, string>();
  const parts = new Map<string, string>();
  walk(source, (name, attributes) => {
    if (name !== 'Relationship') return;
    const among = attributes.get('TargetMode') === 'External' ? links : parts;
    among.set(attributes.get('Id') ?? '', attributes.get('Target') ?? '');
  });
  return { links, parts };
}

/** Of an element that turns something on by being there. */
export function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'none' || value === 'off';
}

function walk(source: string, open: (name: string, attributes: XmlAttributes) => void): void {
  if (source !== '') walkXml(source, { open, close: () => {}, words: () => {} });
}
