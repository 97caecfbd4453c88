// What a Word document says beside its text: styles, lists, where links lead.
import type { Format } from './prose-writer.ts';
import { walkXml, type XmlAttributes } from './xml.ts';

export type DocxStyle = {
  heading: number | null;
  align: 'center' | 'right' | null;
  formats: Format[];
  /** The style it is made from. */
  basis: string;
};
export type DocxStyles = ReadonlyMap<string, DocxStyle>;

/** Styles by their ids; a style that is made from a heading is one. */
export function readDocxStyles(source: string): DocxStyles {
  const styles = new Map<string, DocxStyle>();
  let style: DocxStyle = emptyStyle();
  walk(source, (name, attributes) => {
    const value = attributes.get('w:val') ?? '';
    const isOn = value !== '0' && value !== 'false' && value !== 'none';
    if (name === 'w:style') {
      style = emptyStyle();
      styles.set(attributes.get('w:styleId') ?? '', style);
    } else if (name === 'w:name') {
      const level = /^heading ([1-6])$/i.exec(value)?.[1];
      if (level !== undefined) style.heading = Number(level);
      if (/^title$/i.test(value)) style.heading = 1;
    } else if (name === 'w:basedOn') style.basis = value;
    else if (name === 'w:jc') style.align = value === 'center' || value === 'right' ? value : null;
    else if (name === 'w:b' && isOn) style.formats.push('strong');
    else if (name === 'w:i' && isOn) style.formats.push('em');
    else if (name === 'w:strike' && isOn) style.formats.push('s');
    else if (name === 'w:u' && isOn) style.formats.push('u');
  });
  for (const one of styles.values()) {
    let basis = styles.get(one.basis);
    // A circle of styles ends after a few steps.
    for (let steps = 0; basis !== undefined && steps < 10; steps += 1) {
      one.heading ??= basis.heading;
      one.align ??= basis.align;
      basis = styles.get(basis.basis);
    }
  }
  return styles;
}

function emptyStyle(): DocxStyle {
  return { heading: null, align: null, formats: [], basis: '' };
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

function walk(source: string, open: (name: string, attributes: XmlAttributes) => void): void {
  if (source !== '') walkXml(source, { open, close: () => {}, words: () => {} });
}
