// That the documents speak of what there is.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';
import { hold } from './rule.ts';
import { lineAt } from './scanner.ts';
import { listFiles, root, sourceFile, sourceFiles } from './source-tree.ts';

const wanted = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'LICENSE'];
const architectureLinesMax = 250;
const files = new Set(listFiles());
const documents = listFiles()
  .filter((path) => path.endsWith('.md') && !path.includes('/fixtures/'))
  .filter((path) => !path.startsWith('src/'))
  .map(sourceFile);

test('the documents that a stranger looks for exist', () => {
  hold(
    {
      name: 'documents',
      rule: `The checkout has ${wanted.join(', ')}.`,
      reason: 'They are where a stranger starts to read.',
      remedy: 'Write it.',
    },
    wanted
      .filter((path) => !files.has(path))
      .map((path) => ({ file: path, found: 'does not exist' })),
  );
});

test('ARCHITECTURE.md can be read at one sitting', () => {
  const lines = textOf('ARCHITECTURE.md').trimEnd().split('\n').length;
  hold(
    {
      name: 'architecture-length',
      rule: `ARCHITECTURE.md has at most ${architectureLinesMax} lines.`,
      reason: 'It is the map: what is longer is not read before the work begins.',
      remedy: 'Move detail to docs/ and link it.',
    },
    lines <= architectureLinesMax ? [] : [{ file: 'ARCHITECTURE.md', found: `${lines} lines` }],
  );
});

test('links between documents lead somewhere', () => {
  const link = /\[[^\]]*\]\((?!https?:|mailto:|#)<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;
  hold(
    {
      name: 'links',
      rule: 'A relative link in a document leads to a file of the checkout.',
      reason: 'A reader who is sent nowhere stops reading.',
      remedy: 'Correct the link, or write what it promises.',
    },
    documents.flatMap(({ path, text }) =>
      [...text.matchAll(link)]
        .map(({ 1: target = '', index }) => ({ target, line: lineAt(text, index) }))
        .filter(({ target }) => !isThere(join(dirname(path), withoutFragment(target))))
        .map(({ target, line }) => ({ file: path, line, found: `links ${target}` })),
    ),
  );
});

test('files that the documents name exist', () => {
  // In backticks, with a folder we have; `<feature>`, `*`, `NNNN` and `...` stand for many.
  const named = /`((?:src|db|test|bench|bin|docs)\/[^`\s]+)`/g;
  const pattern = /[<>*{}]|NNNN|\.\.\.|…/;
  hold(
    {
      name: 'named-files',
      rule: 'A path in README.md, ARCHITECTURE.md or docs/ is the path of a file or folder.',
      reason: 'A map that shows what is not there is worse than none.',
      remedy: 'Name the file as it is called now.',
    },
    documents
      .filter(({ path }) => path !== 'CHANGELOG.md' && !path.startsWith('docs/decisions/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(named)]
          .map(({ 1: target = '', index }) => ({ target, line: lineAt(text, index) }))
          .filter(({ target }) => !pattern.test(target) && !isThere(target.replace(/:\d+$/, '')))
          .map(({ target, line }) => ({ file: path, line, found: `names ${target}` })),
      ),
  );
});

test('every setting is documented, and every documented setting exists', () => {
  const form = /\bINKSTEAD_(?!TEST_)[A-Z][A-Z_]*[A-Z]\b/g;
  const config = sourceFiles(['src/kit/config']);
  const fromNames = config.flatMap(({ scan }) =>
    [...scan.uncommented.matchAll(/\bname:\s*'([a-z_]+)'/g)].map(
      ([, name = '']) => `INKSTEAD_${name.toUpperCase()}`,
    ),
  );
  const written = config.flatMap(({ text }) => [...text.matchAll(form)].map(([name]) => name));
  const settings = new Set([...fromNames, ...written]);
  const mentions = documents.flatMap(({ path, text }) =>
    [...text.matchAll(form)].map(({ 0: name, index }) => ({
      name,
      file: path,
      line: lineAt(text, index),
    })),
  );
  const documented = new Set(mentions.map(({ name }) => name));
  hold(
    {
      name: 'settings',
      rule: 'The settings of kit/config and those of the documents are the same.',
      reason: 'A host knows only the settings that the documents name, and trusts them to work.',
      remedy: 'Document the setting in docs/operating/, or take it out of the text.',
    },
    [
      ...[...settings]
        .filter((name) => !documented.has(name))
        .map((name) => ({ file: 'src/kit/config', found: `${name} is in no document` })),
      ...mentions
        .filter(({ name }) => config.length > 0 && !settings.has(name))
        .map(({ name, file, line }) => ({ file, line, found: `${name} is no setting` })),
    ],
  );
});

function textOf(path: string): string {
  return files.has(path) ? sourceFile(path).text : '';
}

function isThere(path: string): boolean {
  return path.startsWith('data/') || existsSync(join(root, path));
}

function withoutFragment(target: string): string {
  return decodeURIComponent(target.split('#')[0] ?? '');
}
