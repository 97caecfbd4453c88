// Every pair of colours that meets on a page, in every theme, against WCAG 2.2 AA.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { defaultReading, readingChoices } from '../../shared/reading.ts';
import { guest } from '../../shared/viewer.ts';
import { unbuiltAssets } from '../assets.ts';
import { renderDocument } from '../document.ts';
import { errorPage } from '../error-page.ts';

const sheet = readFileSync(join(import.meta.dirname, 'themes.css'), 'utf8');

const surfaces = ['paper', 'raised', 'sunken'];
const texts = ['ink', 'soft', 'link', 'visited', 'danger', 'done'];
/** Text on a ground of its own. */
const pairs = [
  ['on-accent', 'accent'],
  ['paper', 'ink'],
  ['danger', 'danger-tint'],
  ['ink', 'danger-tint'],
  ['done', 'done-tint'],
  ['ink', 'done-tint'],
];

for (const theme of readingChoices.theme) {
  test(`text in the theme ${theme} has a contrast of at least 4.5`, () => {
    const colours = coloursOf(theme);
    const meeting = [...surfaces.flatMap((on) => texts.map((of) => [of, on])), ...pairs];
    const weak = meeting.filter(([of, on]) => contrast(colours.get(of!)!, colours.get(on!)!) < 4.5);
    assert.deepEqual(weak, []);
  });

  test(`edges of controls and the focus in the theme ${theme} have at least 3`, () => {
    const colours = coloursOf(theme);
    const meeting = surfaces.flatMap((on) => ['edge', 'focus', 'accent'].map((of) => [of, on]));
    const weak = meeting.filter(([of, on]) => contrast(colours.get(of!)!, colours.get(on!)!) < 3);
    assert.deepEqual(weak, []);
  });
}

test('dark by the wish of the system is the same dark as by choice', () => {
  assert.deepEqual(coloursOf('dark'), coloursOf('auto'));
});

test('the colour of the browser around a page is the paper of its theme', () => {
  for (const theme of readingChoices.theme) {
    const reading = { ...defaultReading, font: 'sans', theme } as const;
    const frame = {
      viewer: guest,
      formToken: '',
      path: '/',
      reading,
      siteName: 'Inkstead',
      notice: null,
      flash: [],
      assets: unbuiltAssets,
      signUpOpen: true,
    } as const;
    const markup = String(renderDocument(frame, errorPage(404)));
    assert.match(
      markup,
      new RegExp(`theme-color"[^>]* content="${coloursOf(theme).get('paper')}"`),
    );
  }
});

/** The colours of a theme by name; `auto` stands for the dark one that the system asks for. */
function coloursOf(theme: string): Map<string, string> {
  const colours = declarations(':root {');
  if (theme === 'light') return colours;
  return new Map([...colours, ...declarations(`:root[data-theme="${theme}"] {`)]);
}

function declarations(selector: string): Map<string, string> {
  const start = sheet.indexOf(selector);
  assert.notEqual(start, -1, selector);
  const rule = sheet.slice(start, sheet.indexOf('}', start));
  return new Map(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
