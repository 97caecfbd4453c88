// Which test files share a process: loading the program takes longer than most files' tests, so
// that files of src/ are loaded some at a time, one after the other, into one process.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** More would save little, and what a file leaves behind would meet too many others. */
const filesMax = 12;

// What acts on all tests of a process, or on the process itself, has one of its own; so does what
// runs for long, in a browser and otherwise: two of those run side by side.
const keepsToItself =
  /\b(before|beforeEach|afterEach|mock)\b.*from 'node:test'|process\.(exit|env)/;

/** The files in groups, those that take longest first, so that none is left alone at the end. */
export function groupFiles(
  files: readonly string[],
  textOf: (file: string) => string,
): readonly (readonly string[])[] {
  const isShared = (file: string) => file.startsWith('src/') && !isAlone(textOf(file));
  const shared = files.filter(isShared);
  const groups: string[][] = [];
  // Neighbours go to different groups: what is slow in one feature is slow in all its files.
  const count = Math.ceil(shared.length / filesMax);
  shared.forEach((file, at) => {
    groups[at % count] = [...(groups[at % count] ?? []), file];
  });
  const alone = files.filter((file) => !isShared(file)).map((file) => [file]);
  return [...alone.sort(([a = ''], [b = '']) => rank(a) - rank(b)), ...groups];
}

function isAlone(text: string): boolean {
  return text.includes('kit/browser.ts') || keepsToItself.test(text);
}

function rank(file: string): number {
  const longest = ['test/security/sight', 'test/browser/access', 'test/browser/valid-html'];
  const order = [...longest, 'test/journeys/', 'test/'];
  const at = order.findIndex((start) => file.startsWith(start));
  return at < 0 ? order.length : at;
}

/** Writes a file for each group that loads its files, and returns the paths in order. */
export function writeGroups(
  groups: readonly (readonly string[])[],
  { root, folder }: { readonly root: string; readonly folder: string },
): string[] {
  return groups.map((files, at) => {
    const name = files.length > 1 ? `${files.length} files` : files[0]?.replaceAll('/', ' ');
    const path = join(folder, `${String(at).padStart(3, '0')} ${name}.mjs`);
    const loads = files.map(
      (file) => `await import(${JSON.stringify(pathToFileURL(join(root, file)).href)});\n`,
    );
    writeFileSync(path, files.length > 1 ? loadingFirst(loads) : loads.join(''));
    return path;
  });
}

// Node runs what is to be done `after` the tests as soon as none waits: between two files, where
// the second has opened what it tests and has not said yet what that is. Behind a suite that ends
// when all are loaded, every test waits.
function loadingFirst(loads: readonly string[]): string {
  const load = `describe('${loads.length} files are loaded', async () => {\n${loads.join('')}});\n`;
  return `import { describe } from 'node:test';\n${load}`;
}
