// That what others call says what it promises.
import { test } from 'node:test';
import { type Finding, hold } from './rule.ts';
import { importsOf, listFiles, type SourceFile, sourceFile, sourceFiles } from './source-tree.ts';

type Export = { readonly name: string; readonly line: number; readonly documented: boolean };

const kinds = 'function\\*?|class|interface|type|const|let';
const declaration = new RegExp(
  `^(?<exported>export )?(?:declare |abstract |async )*(?<kind>${kinds}) (?<name>[\\w$]+)`,
);
const libraries = sourceFiles(['src/kit', 'src/text', 'src/engine']);
const doors = sourceFiles(['src/features']).filter(({ path }) =>
  /^src\/features\/[^/]+\/index\.ts$/.test(path),
);

test('every export of kit, text, engine and of a door says what it promises', () => {
  hold(
    {
      name: 'doc-comments',
      rule: 'Every export of kit/, text/, engine/ and of a door has a doc comment.',
      reason: 'Its callers should not have to read it: what it promises, refuses, and its units.',
      remedy: "Write /** ... */ above the declaration; a re-export takes its definition's.",
    },
    [
      // What a library's index.ts passes on is held in the file that defines it.
      ...libraries.flatMap((file) => undocumented(file, ownExports(file))),
      ...doors.flatMap((file) => undocumented(file, [...ownExports(file), ...reExports(file)])),
    ],
  );
});

test('a door names what it shows', () => {
  hold(
    {
      name: 'door-names',
      rule: 'A door exports by name, not with a star.',
      reason: 'What a feature offers is then read in one place.',
      remedy: 'List the names.',
    },
    doors
      .flatMap(importsOf)
      .filter(({ names }) => /^\s*\*/.test(names))
      .filter(({ from, line }) => /export/.test(from.text.split('\n')[line - 1] ?? ''))
      .map(({ from, line, specifier }) => ({
        file: from.path,
        line,
        found: `exports all of ${specifier}`,
      })),
  );
});

function undocumented(file: SourceFile, exports: readonly Export[]): readonly Finding[] {
  return exports
    .filter(({ documented }) => !documented)
    .map(({ name, line }) => ({ file: file.path, line, found: `${name} has none` }));
}

function ownExports(file: SourceFile): readonly Export[] {
  const lines = file.text.split('\n');
  const seen = new Set<string>();
  return lines.flatMap((line, at) => {
    const { exported, name } = declaration.exec(line)?.groups ?? {};
    // Of overloads, the first one speaks for all.
    if (exported === undefined || name === undefined || seen.has(name)) return [];
    seen.add(name);
    return [{ name, line: at + 1, documented: isDocumented(lines, at) }];
  });
}

function reExports(file: SourceFile): readonly Export[] {
  const form = /(?:^|\n)export (?:type )?\{(?<names>[^}]*)\} from '(?<specifier>\.[^']+)'/g;
  const targets = new Map(importsOf(file).map(({ specifier, target }) => [specifier, target]));
  return [...file.scan.uncommented.matchAll(form)].flatMap(({ groups, index }) => {
    const target = targets.get(groups?.['specifier'] ?? '');
    if (!target || !listFiles().includes(target)) return [];
    const line = file.text.slice(0, index + 1).split('\n').length;
    return namesIn(groups?.['names'] ?? '').map((name) => ({
      name,
      line,
      documented: isDocumentedIn(sourceFile(target), name),
    }));
  });
}

function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map(
      (each) =>
        each
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0]
          ?.trim() ?? '',
    )
    .filter((name) => name !== '');
}

function isDocumentedIn(file: SourceFile, name: string): boolean {
  const lines = file.text.split('\n');
  const at = lines.findIndex((line) => declaration.exec(line)?.groups?.['name'] === name);
  if (at !== -1) return isDocumented(lines, at);
  // It may come from further on, and is then held where it is defined.
  return reExports(file).some((each) => each.name === name && each.documented);
}

function isDocumented(lines: readonly string[], at: number): boolean {
  if (/\*\/\s*$/.test(lines[at - 1] ?? '')) {
    const opening = lines.slice(0, at).findLast((line) => line.includes('/*'));
    return opening?.includes('/**') ?? false;
  }
  return declaration.exec(lines[at] ?? '')?.groups?.['kind'] === 'type' && saysItself(lines, at);
}

// A type may be told by its members' comments, and a set of words tells itself.
function saysItself(lines: readonly string[], at: number): boolean {
  const end = lines.findIndex((line, index) => index >= at && /(?:^\}|;\s*$)/.test(line));
  const body = lines.slice(at, end === -1 ? undefined : end + 1).join('\n');
  const whole = body.includes('{') ? lines.slice(at, closing(lines, at) + 1).join('\n') : body;
  return whole.includes('/**') || /=\s*(?:\|?\s*'[^']*'\s*)+;\s*$/.test(body);
}

function closing(lines: readonly string[], at: number): number {
  const end = lines.findIndex((line, index) => index >= at && /^\}|\};?\s*$/.test(line));
  return end === -1 ? lines.length - 1 : end;
}
