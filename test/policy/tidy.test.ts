// Sizes, names, marks: what keeps a file readable by whoever comes next.
import { basename } from 'node:path/posix';
import { test } from 'node:test';
import { functionsOf } from './functions.ts';
import { type Finding, hold } from './rule.ts';
import {
  importsOf,
  isTest,
  occurrences,
  type SourceFile,
  sourceFiles,
  wordsOf,
} from './source-tree.ts';

const columnsMax = 100;
const functionLinesMax = 70;
const sourceLinesMax = 400;
const testLinesMax = 600;

const everywhere = ['src', 'db', 'test', 'bench', 'bin', 'inkstead'];
const all = sourceFiles(everywhere, { tests: true });
const tests = all.filter(({ path }) => path.endsWith('.test.ts'));

test('lines have at most 100 columns', () => {
  hold(
    {
      name: 'line-length',
      rule: `Lines have at most ${columnsMax} columns.`,
      reason: 'Two files fit side by side, and a long line hides what it does at its end.',
      remedy: 'Break it, or name a part of it.',
    },
    all.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => {
        const columns = [...line].length;
        return columns <= columnsMax
          ? []
          : [{ file: path, line: at + 1, found: `${columns} columns` }];
      }),
    ),
  );
});

test('functions have at most 70 lines', () => {
  // A suite of tests is a list, not a function that is read as one.
  const isSuite = /^(?:describe|suite|eachDatabase)$/;
  hold(
    {
      name: 'function-length',
      rule: `Functions have at most ${functionLinesMax} lines.`,
      reason: 'What does not fit on a screen is understood in pieces, so it had better be pieces.',
      remedy: 'Take out the step that has a name.',
    },
    all.flatMap((file) =>
      functionsOf(file)
        .filter(({ lines }) => lines > functionLinesMax)
        .filter(({ line }) => !isSuite.test(callOn(file, line)))
        .map(({ line, lines }) => ({ file: file.path, line, found: `${lines} lines` })),
    ),
  );
});

test('files have at most 400 lines, tests 600', () => {
  hold(
    {
      name: 'file-length',
      rule: `A source file has at most ${sourceLinesMax} lines, a test file ${testLinesMax}.`,
      reason: 'A file answers for one thing; a long one has begun to answer for two.',
      remedy: 'Split it by noun, not by kind.',
    },
    all.flatMap(({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      const max = isTest(path) ? testLinesMax : sourceLinesMax;
      return lines <= max ? [] : [{ file: path, found: `${lines} lines` }];
    }),
  );
});

test('files, functions and types have names of the field', () => {
  const banned = /^(?:utils?|helpers?|common|misc|managers?|services?|base|impl|info)$/i;
  const declared = [
    /\b(?:function\*?|class|interface)\s+([\w$]+)/g,
    /\btype\s+([\w$]+)\s*(?:<[^=]*>)?\s*=/g,
    /\bconst\s+([\w$]+)\s*=\s*(?:async\s*)?(?:\([^()]*\)|\w+)\s*(?::[^=;]+)?=>/g,
  ];
  const isBanned = (name: string) => wordsOf(name).some((word) => banned.test(word));
  hold(
    {
      name: 'names',
      rule: 'No name contains util, helper, common, misc, manager, service, base, impl or info.',
      reason: 'They say where someone put a thing, not what it is.',
      remedy: 'Use the word of the field: work, chapter, pseud, canonical, posting, ...',
    },
    all.flatMap(({ path, scan }) => [
      ...path
        .split('/')
        .filter((segment) => isBanned(segment.replace(/\.\w+$/, '')))
        .map((segment) => ({ file: path, found: `is named ${segment}` })),
      ...declared
        .flatMap((form) => [...scan.code.matchAll(form)].map(([, name = '']) => name))
        .filter(isBanned)
        .map((name) => ({ file: path, found: `declares ${name}` })),
    ]),
  );
});

test('file names are in kebab-case', () => {
  hold(
    {
      name: 'file-names',
      rule: 'File names are in kebab-case.',
      reason: 'Some file systems tell A from a and some do not.',
      remedy: 'Rename it.',
    },
    all
      .filter(({ path }) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(basename(path)))
      .map(({ path }) => ({ file: path, found: 'is not in kebab-case' })),
  );
});

test('no reminder is left behind', () => {
  hold(
    {
      name: 'marks',
      rule: 'Comments hold no reminders.',
      reason: 'Nobody is reminded by them; what is to be done has an issue.',
      remedy: 'Do it, or open an issue and say what holds today.',
    },
    all.flatMap((file) => found(file, file.text, /\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/g)),
  );
});

test('exports have names', () => {
  hold(
    {
      name: 'named-exports',
      rule: 'There are no default exports.',
      reason: 'A thing has one name, wherever it is used.',
      remedy: 'Export it by its name.',
    },
    all.flatMap((file) => found(file, file.scan.code, /^export default\b/gm)),
  );
});

test('no test is skipped, alone or waiting', () => {
  const left = [
    /\b(?:test|it|describe|suite|t)\.(?:skip|only|todo)\b/g,
    /[{,]\s*(?:skip|only|todo)\s*:/g,
  ];
  hold(
    {
      name: 'skipped-tests',
      rule: 'No test is skipped, marked to run alone, or left to be written.',
      reason: 'A rule that is not held is not a rule.',
      remedy: 'Mend it, or take it out.',
    },
    tests.flatMap((file) => left.flatMap((pattern) => found(file, file.scan.code, pattern))),
  );
});

test('no test sleeps', () => {
  const sleeps = /(?<![\w$.])set(?:Timeout|Interval)\(|\bAtomics\.wait\(/g;
  const timers = /^(?:node:)?timers(?:\/promises)?$/;
  const waits = /\b(?:setTimeout|setInterval|scheduler)\b/;
  hold(
    {
      name: 'sleeping-tests',
      rule: 'No test waits for time to pass.',
      reason: 'It is slow on every machine and wrong on a slow one.',
      remedy: 'Move the test clock, or wait for the event itself.',
    },
    tests.flatMap((file) => [
      ...found(file, file.scan.code, sleeps),
      ...importsOf(file)
        .filter(({ specifier, names }) => timers.test(specifier) && waits.test(names))
        .map(({ line, specifier }) => ({ file: file.path, line, found: `imports ${specifier}` })),
    ]),
  );
});

// The call that the line opens with, as `describe` in `describe('a work', () => {`.
function callOn(file: SourceFile, line: number): string {
  const text = file.scan.code.split('\n')[line - 1] ?? '';
  return /^\s*([\w.]+)\s*\(/.exec(text)?.[1] ?? '';
}

function found(file: SourceFile, text: string, pattern: RegExp): readonly Finding[] {
  return occurrences(text, pattern).map((each) => ({ file: file.path, ...each }));
}
