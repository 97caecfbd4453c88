// The package of an EPUB: what it says of itself, its parts in order, its table of contents.
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { attribute, childrenOf, elementsBelow, findBelow, readXhtml, wordsOf } from './nodes.ts';
import type { Package } from './packages.ts';
import { localName, walkXml, type XmlAttributes } from './xml.ts';

export type SpinePart = { readonly path: string; readonly isContents: boolean };

export type BookPackage = {
  readonly title: string;
  readonly creators: readonly string[];
  readonly contributors: readonly string[];
  readonly identifiers: readonly { readonly id: string; readonly value: string }[];
  readonly source: string;
  readonly publisher: string;
  readonly subjects: readonly string[];
  readonly description: string;
  readonly language: string;
  /** `2024-03-01` by what happened then; `''` where it is not said. */
  readonly dates: ReadonlyMap<string, string>;
  /** `<meta name content>` and `<meta property>` by their names. */
  readonly metas: ReadonlyMap<string, string>;
  readonly spine: readonly SpinePart[];
  /** Titles of parts by path, each with how many entries lead into it. */
  readonly contents: ReadonlyMap<string, { readonly title: string; readonly entries: number }>;
  readonly decisions: readonly string[];
};

/** Reads the package; throws `FileRefused`. */
export function readBookPackage(file: Package): BookPackage {
  refuseLocked(file);
  const path = packagePath(file);
  const source = file.text(path);
  if (source === null) throw new FileRefused(text.packageMissing());
  const read = readPackageFile(source);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const decisions: string[] = [];
  const spine = orderedParts(read, folder, decisions);
  const contents = readContents(file, read, folder);
  return { ...read.facts, spine, contents, decisions };
}

function packagePath(file: Package): string {
  let path = '';
  const open = (name: string, attributes: XmlAttributes) => {
    if (localName(name) === 'rootfile' && path === '') path = attributes.get('full-path') ?? '';
  };
  const container = file.text('META-INF/container.xml');
  if (container !== null) walkXml(container, { open, close: () => {}, words: () => {} });
  return path || (file.paths.find((one) => one.endsWith('.opf')) ?? '');
}

/** Fonts may be veiled; words may not. */
function refuseLocked(file: Package): void {
  const source = file.text('META-INF/encryption.xml');
  if (source === null) return;
  walkXml(source, {
    open(name, attributes) {
      const locked = attributes.get('URI') ?? '';
      if (localName(name) !== 'CipherReference') return;
      if (/\.(?:x?html?|opf|ncx)$/i.test(locked)) throw new FileRefused(text.bookLocked());
    },
    close: () => {},
    words: () => {},
  });
}

type Item = { readonly href: string; readonly type: string; readonly properties: string };
type Facts = Omit<BookPackage, 'spine' | 'contents' | 'decisions'>;
type PackageFile = {
  readonly facts: Facts;
  readonly items: ReadonlyMap<string, Item>;
  readonly order: readonly string[];
  readonly ncx: string;
};

function readPackageFile(source: string): PackageFile {
  const said: { name: string; attributes: XmlAttributes; words: string }[] = [];
  const items = new Map<string, Item>();
  const order: string[] = [];
  let ncx = '';
  let open = false;
  walkXml(source, {
    open(full, attributes) {
      const name = localName(full);
      const value = (key: string) => attributes.get(key) ?? '';
      if (name === 'item') {
        const type = value('media-type');
        items.set(value('id'), { href: value('href'), type, properties: value('properties') });
      } else if (name === 'itemref') order.push(value('idref'));
      else if (name === 'spine') ncx = value('toc');
      else if (said.length < 5_000) {
        said.push({ name, attributes, words: '' });
        open = true;
      }
    },
    close: () => {
      open = false;
    },
    words(words) {
      const last = said.at(-1);
      if (open && last !== undefined) last.words += words;
    },
  });
  return { facts: factsOf(said), items, order, ncx };
}

type Said = { readonly name: string; readonly attributes: XmlAttributes; readonly words: string };

function factsOf(said: readonly Said[]): Facts {
  const all = (name: string) =>
    said.filter((one) => one.name === name).map(({ words }) => words.replace(/\s+/g, ' ').trim());
  const one = (name: string) => all(name).find((value) => value !== '') ?? '';
  const dates = new Map<string, string>();
  const metas = new Map<string, string>();
  for (const { name, attributes, words } of said) {
    if (name === 'date') {
      const event = attributes.get('opf:event') ?? attributes.get('event') ?? '';
      const day = /^\d{4}-\d{2}-\d{2}/.exec(words.trim())?.[0];
      if (day !== undefined) dates.set(event, day);
    }
    if (name !== 'meta') continue;
    const key = attributes.get('name') ?? attributes.get('property') ?? '';
    metas.set(key, (attributes.get('content') ?? words).trim());
  }
  const description = said.find(({ name }) => name === 'description')?.words.trim() ?? '';
  return {
    title: one('title'),
    creators: all('creator').filter((name) => name !== ''),
    contributors: all('contributor'),
    identifiers: said
      .filter(({ name }) => name === 'identifier')
      .map(({ attributes, words }) => ({ id: attributes.get('id') ?? '', value: words.trim() })),
    source: one('source'),
    publisher: one('publisher'),
    subjects: all('subject').filter((name) => name !== ''),
    description,
    language: one('language'),
    dates,
    metas,
  };
}

function orderedParts(read: PackageFile, folder: string, decisions: string[]): SpinePart[] {
  const parts = new Map<string, SpinePart>();
  let twice = 0;
  for (const id of read.order) {
    const item = read.items.get(id);
    if (item === undefined) throw new FileRefused(text.spineLies({ path: id }));
    if (!/html|xml/.test(item.type) || item.type.includes('svg')) continue;
    const path = resolvePath(folder, item.href);
    if (parts.has(path)) twice += 1;
    else parts.set(path, { path, isContents: /\bnav\b/.test(item.properties) });
  }
  if (twice > 0) decisions.push(text.partsTwice({ count: twice }));
  return [...parts.values()];
}

/** A path inside the archive, from the folder of the file that names it. */
export function resolvePath(folder: string, href: string): string {
  const [path = ''] = href.split('#');
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A stray "%" is a character.
  }
  const names: string[] = [];
  for (const name of `${folder}${decoded}`.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}

function readContents(file: Package, read: PackageFile, folder: string): BookPackage['contents'] {
  const contents = new Map<string, { title: string; entries: number }>();
  const add = (base: string, href: string, title: string) => {
    const path = resolvePath(base, href);
    const there = contents.get(path);
    if (there !== undefined) there.entries += 1;
    else if (title !== '') contents.set(path, { title, entries: 1 });
  };
  const nav = [...read.items.values()].find(({ properties }) => /\bnav\b/.test(properties));
  const ncx = read.items.get(read.ncx);
  const item = nav ?? ncx;
  if (item === undefined) return contents;
  const path = resolvePath(folder, item.href);
  const base = path.slice(0, path.lastIndexOf('/') + 1);
  const source = file.text(path);
  if (source === null) return contents;
  if (item === nav) readNav(source, (href, title) => add(base, href, title));
  else readNcx(source, (href, title) => add(base, href, title));
  return contents;
}

function readNav(source: string, add: (href: string, title: string) => void): void {
  const page = readXhtml(source);
  const isToc = (type: string) => type === '' || /\btoc\b/.test(type);
  const nav = findBelow(page, (node) => node.name === 'nav' && isToc(attribute(node, 'epub:type')));
  for (const node of elementsBelow(nav ?? page)) {
    if (node.name === 'a' && childrenOf(node).length > 0)
      add(attribute(node, 'href'), wordsOf(node));
  }
}

function readNcx(source: string, add: (href: string, title: string) => void): void {
  let words = '';
  let inText = false;
  walkXml(source, {
    open(name, attributes) {
      inText = localName(name) === 'text';
      if (localName(name) === 'navPoint') words = '';
      if (localName(name) === 'content') add(attributes.get('src') ?? '', words.trim());
    },
    close: () => {
      inText = false;
    },
    words: (said) => {
      if (inText) words += said;
    },
  });
}
