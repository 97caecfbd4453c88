// The tree as the policy tests see it: every file that is committed or could be, its text, its
// scan and its imports.
import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { lineAt, type Scan, scan } from './scanner.ts';

export type SourceFile = {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly scan: Scan;
};

export type Import = {
  readonly from: SourceFile;
  readonly line: number;
  readonly specifier: string;
  /** The imported file's path, if it is ours; it may not exist. */
  readonly target: string | null;
  readonly typeOnly: boolean;
  /** What stands between `import` and `from`. */
  readonly names: string;
};

export const root = fileURLToPath(new URL('../..', import.meta.url));

let listed: readonly string[] | undefined;
const read = new Map<string, SourceFile>();

/** Every file that git tracks or would, but for those deleted and symlinks. Sorted. */
export function listFiles(): readonly string[] {
  listed ??= gitFiles();
  return listed;
}

/** Source files (TypeScript and plain JavaScript) below the folders; tests only if asked for. */
export function sourceFiles(
  folders: readonly string[],
  options: { readonly tests?: boolean } = {},
): readonly SourceFile[] {
  return listFiles()
    .filter((path) => /\.(ts|js)$/.test(path) || path === 'inkstead')
    .filter((path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`)))
    .filter((path) => options.tests === true || !isTest(path))
    .map(sourceFile);
}

/** One file of the tree. */
export function sourceFile(path: string): SourceFile {
  const known = read.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(join(root, path), 'utf8');
  let scanned: Scan | undefined;
  const file = {
    path,
    text,
    get scan() {
      scanned ??= scan(text);
      return scanned;
    },
  };
  read.set(path, file);
  return file;
}

/** A test, or what only tests use: nothing of it runs in an installation. */
export function isTest(path: string): boolean {
  return /\.test\.ts$/.test(path) || path.includes('/fixtures/') || path.startsWith('test/');
}

const importForms = [
  /(?:^|[;}\n])\s*(?:import|export)\b(?<names>[^'"`;()]*?)\bfrom\s*'(?<specifier>[^'\n]+)'/g,
  /(?:^|[;}\n])\s*import\s*'(?<specifier>[^'\n]+)'/g,
  /\bimport\(\s*'(?<specifier>[^'\n]+)'\s*\)/g,
];

/** What a file imports, static, re-exported and dynamic. */
export function importsOf(file: SourceFile): readonly Import[] {
  const source = file.scan.uncommented;
  return importForms.flatMap((form) =>
    [...source.matchAll(form)].map((match) => {
      const { specifier = '', names = '' } = match.groups ?? {};
      const target = specifier.startsWith('.') ? join(dirname(file.path), specifier) : null;
      const line = lineAt(source, match.index + match[0].length);
      return { from: file, line, specifier, target, names, typeOnly: isTypeOnly(names) };
    }),
  );
}

/** Every place where the pattern occurs, with its line. The pattern needs the flag g. */
export function occurrences(
  text: string,
  pattern: RegExp,
): readonly { readonly line: number; readonly found: string }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    line: lineAt(text, match.index + match[0].search(/\S/)),
    found: match[0].trim().split('\n')[0] ?? '',
  }));
}

/** The words of a name, however they are joined: `findWork`, `find-work` and `FIND_WORK` alike. */
export function wordsOf(name: string): readonly string[] {
  const parted = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  return parted.split(/[^A-Za-z0-9]+/).map((word) => word.toLowerCase());
}

function isTypeOnly(names: string): boolean {
  const given = names.trim();
  if (given.startsWith('type ')) return true;
  const inner = /^\{([^}]*)\}$/.exec(given)?.[1]?.split(',') ?? [];
  const named = inner.map((each) => each.trim()).filter((each) => each !== '');
  return named.length > 0 && named.every((each) => each.startsWith('type '));
}

function gitFiles(): readonly string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listing = execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const paths = new Set(listing.split('\0').filter((path) => path !== ''));
  return [...paths]
    .filter((path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile())
    .sort();
}
