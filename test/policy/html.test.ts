// Where markup may stand, what makes it trusted, and what the Content-Security-Policy would refuse.
import { test } from 'node:test';
import { hold } from './rule.ts';
import { type Literal, lineAt } from './scanner.ts';
import { importsOf, sourceFiles } from './source-tree.ts';
import { trustedCalls } from './trusted-html.ts';

const source = sourceFiles(['src']);
const templates = source.flatMap((file) =>
  file.scan.literals
    .filter(({ tag }) => tag === 'html')
    .map((literal) => ({ file, literal, line: lineAt(file.text, literal.at) })),
);

test('markup is built only by pages, web/ and mails', () => {
  const builders = /(?:^|[{,\s])(?:html|trustedHtml)\b/;
  const markup = /<\/?(?:a|p|div|span|ul|ol|li|h[1-6]|form|input|button|table|em|strong)(?:\s|>)/;
  const elsewhere = source.filter(({ path }) => !mayHoldMarkup(path));
  hold(
    {
      name: 'markup-containment',
      rule: 'Markup stands only in pages/, web/, kit/html, mails and the books of exports/.',
      reason: 'What readers see is then in one place, and escaped by one template.',
      remedy: 'Move it into a page of the feature that takes a typed value and returns Html.',
    },
    elsewhere.flatMap((file) => [
      ...importsOf(file)
        .filter(({ target }) => target === 'src/kit/html/index.ts')
        .filter(({ typeOnly, names }) => !typeOnly && builders.test(withoutTypes(names)))
        .map(({ line }) => ({ file: file.path, line, found: 'imports the html template' })),
      ...file.scan.literals
        .filter(({ text }) => markup.test(text))
        .map(({ at, text }) => ({
          file: file.path,
          line: lineAt(file.text, at),
          found: text.trim().slice(0, 60),
        })),
    ]),
  );
});

test('trusted HTML is made in counted places', () => {
  const counted = source
    .filter(({ path }) => path !== 'src/kit/html/index.ts')
    .map(({ path, scan }) => ({
      file: path,
      times: [...scan.code.matchAll(/(?<![\w$.])(?:trustedHtml|raw)\(/g)].length,
    }));
  const listed = new Map(trustedCalls.map(({ file, times }) => [file, times]));
  const files = new Set(source.map(({ path }) => path));
  hold(
    {
      name: 'trusted-html',
      rule: 'Each call of trustedHtml is counted, with its reason, in test/policy/trusted-html.ts.',
      reason: 'It sends a string as it is: if a stranger wrote the string, so does the stranger.',
      remedy:
        'Use the html template; or hand it sanitised text only, and count it with its reason.',
    },
    [
      ...counted
        .filter(({ file, times }) => times !== (listed.get(file) ?? 0))
        .map(({ file, times }) => ({
          file,
          found: `calls it ${times} times, ${listed.get(file) ?? 0} are counted`,
        })),
      ...trustedCalls
        .filter(({ file }) => !files.has(file))
        .map(({ file }) => ({ file, found: 'is counted and does not exist' })),
    ],
  );
});

test('a hole in an attribute stands between double quotes', () => {
  hold(
    {
      name: 'attribute-quotes',
      rule: 'Attributes in html templates are double-quoted, with any hole inside the quotes.',
      reason: 'The template escapes for text and for double quotes; elsewhere a value breaks out.',
      remedy: 'Put the quotes around the hole.',
    },
    templates
      .filter(({ literal }) => hasBareAttribute(literal))
      .map(({ file, line }) => ({ file: file.path, line, found: 'an attribute without quotes' })),
  );
});

test('templates hold no inline script, style or handler', () => {
  const refused = /\son[a-z]+\s*=|\sstyle\s*=|<style\b|<script(?![^>]*\ssrc=)[^>]*>|javascript:/i;
  hold(
    {
      name: 'inline-script',
      rule: 'Pages have no inline script, no inline style and no handlers in attributes.',
      reason: "The Content-Security-Policy refuses them, so that a stranger's cannot run either.",
      remedy: 'Put behaviour into client/ and attach it by data-enhance; put style into the sheet.',
    },
    templates
      .filter(
        ({ file, literal }) =>
          !isMail(file.path) && !isBook(file.path) && refused.test(literal.text),
      )
      .map(({ file, line, literal }) => ({
        file: file.path,
        line,
        found: refused.exec(literal.text)?.[0].trim() ?? '',
      })),
  );
});

function mayHoldMarkup(path: string): boolean {
  return (
    path.includes('/pages/') ||
    /^src\/(?:web|kit\/html|text)\//.test(path) ||
    isMail(path) ||
    isBook(path) ||
    path.includes('/client/')
  );
}

function isMail(path: string): boolean {
  return /\/mails?(?:-[a-z-]+)?\.ts$|\/mails\//.test(path);
}

// What exports/ makes is markup from end to end, and carries its style inside.
function isBook(path: string): boolean {
  return /^src\/features\/(?:exports\/|takeout\/index-file\.ts$)/.test(path);
}

function withoutTypes(names: string): string {
  return names.replace(/\btype\s+\w+/g, '');
}

// Follows the template from tag to tag; a hole or a single quote right after `=` is bare.
function hasBareAttribute({ text }: Literal): boolean {
  let inTag = false;
  let inQuotes = false;
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at] ?? '';
    if (here === '"' && inTag) inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (here === '<' && /[a-z]/i.test(text[at + 1] ?? '')) inTag = true;
    else if (here === '>') inTag = false;
    else if (inTag && text[at - 1] === '=' && here !== '"') return true;
  }
  return false;
}
