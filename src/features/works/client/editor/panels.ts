// The panels: a link's address, the reading above characters, find and replace, the keys.
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { escapeText } from '../../../../text/editing.ts';
import { markHere, setLink } from './commands.ts';
import { lookFor, replaceAll, replaceHere, selectNext } from './finding.ts';
import { type Tool, toolKeys } from './keys.ts';
import type { PanelPlace } from './panel.ts';
import { cleanMarkup } from './parsing.ts';
import { openPictures } from './pictures.ts';
import { leafWords } from './schema.ts';
import { shownKey } from './toolbar.ts';
import { type EditorWords, fill, make, shownNumber } from './words.ts';

export type PanelScene = {
  readonly view: EditorView;
  readonly panels: PanelPlace;
  readonly words: EditorWords;
};

export function openPanel(tool: Tool, scene: PanelScene): void {
  if (tool === 'link') openLink(scene);
  else if (tool === 'ruby') openRuby(scene);
  else if (tool === 'picture') openPictures(scene);
  else if (tool === 'find') openFind(scene);
  else openHelp(scene);
}

function openLink({ view, panels, words }: PanelScene): void {
  const at = (markHere(view.state, 'a')?.attrs['at'] ?? []) as readonly (readonly string[])[];
  const address = at.find(([name]) => name === 'href')?.[1] ?? 'https://';
  const status = make('span', { role: 'status', class: 'problem' });
  const panel = panels.show({
    label: words.link,
    fields: [{ name: 'address', label: words.linkAddress, value: address }],
    closeLabel: words.close,
    buttons: [
      {
        label: words.linkSet,
        act: ({ address: typed = '' }) => {
          const href = allowedAddress(typed);
          if (href === null) status.textContent = words.linkRefused;
          return href !== null && setLink(href)(view.state, view.dispatch);
        },
      },
      { label: words.linkRemove, act: () => setLink(null)(view.state, view.dispatch) || true },
    ],
  });
  panel.append(status);
}

/** The address as the sanitiser would keep it, or null where it would not. */
function allowedAddress(typed: string): string | null {
  const link = make('a', {}, 'a');
  // What looks like a host means that host.
  link.setAttribute('href', /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed);
  return /href="([^"]*)"/.exec(cleanMarkup(link.outerHTML, 'chapter'))?.[1] ?? null;
}

function openRuby({ view, panels, words }: PanelScene): void {
  const { selection, doc, schema } = view.state;
  const chosen =
    selection instanceof NodeSelection && selection.node.type.name === 'keptWords'
      ? selection.node
      : null;
  const html = (chosen?.attrs['html'] as string | undefined) ?? '';
  const base = chosen ? leafWords(chosen) : doc.textBetween(selection.from, selection.to, ' ');
  panels.show({
    label: words.ruby,
    fields: [
      { name: 'base', label: words.rubyBase, value: base },
      { name: 'reading', label: words.rubyReading, value: /<rt>(.*?)<\/rt>/.exec(html)?.[1] ?? '' },
    ],
    closeLabel: words.close,
    buttons: [
      {
        label: words.rubySet,
        act: ({ base: under = '', reading = '' }) => {
          if (under === '') return false;
          const above = `<rp>(</rp><rt>${escapeText(reading)}</rt><rp>)</rp>`;
          const made = `<ruby>${escapeText(under)}${above}</ruby>`;
          const node =
            reading === '' ? schema.text(under) : schema.node('keptWords', { html: made });
          view.dispatch(view.state.tr.replaceSelectionWith(node));
          return true;
        },
      },
    ],
  });
}

function openFind({ view, panels, words }: PanelScene): void {
  const { selection, doc } = view.state;
  const status = make('span', { role: 'status' });
  const next = (sought: string) => {
    lookFor(view, sought);
    const { at, of } = selectNext(view, sought);
    status.textContent =
      of === 0 ? words.foundNone : fill(words.foundAt, { at: String(at), of: shownNumber(of) });
    return false;
  };
  const panel = panels.show({
    label: words.find,
    fields: [
      {
        name: 'sought',
        label: words.findWords,
        value: doc.textBetween(selection.from, selection.to),
      },
      { name: 'by', label: words.replaceBy },
    ],
    closeLabel: words.close,
    closed: () => lookFor(view, ''),
    buttons: [
      { label: words.findNext, act: ({ sought = '' }) => next(sought) },
      {
        label: words.replace,
        act: ({ sought = '', by = '' }) => {
          replaceHere(view, sought, by);
          return next(sought);
        },
      },
      {
        label: words.replaceAll,
        act: ({ sought = '', by = '' }) => {
          const count = shownNumber(replaceAll(view, sought, by));
          status.textContent = fill(words.replacedAll, { count });
          return false;
        },
      },
    ],
  });
  panel.append(status);
}

function openHelp({ panels, words }: PanelScene): void {
  const rows = Object.entries(toolKeys).map(([tool, key]) =>
    make(
      'div',
      {},
      make('dt', {}, make('kbd', {}, shownKey(key))),
      make('dd', {}, words[tool as Tool]),
    ),
  );
  const more: [string, string][] = [
    ['Alt-F10', words.keyToolbar],
    ['Shift-Enter', words.keyBreak],
    ['Mod-]', words.keyDeeper],
    ['Mod-[', words.keyShallower],
    ['Mod-Alt-1', words.keyHeading],
    ['Mod-Alt-0', words.keyParagraph],
  ];
  for (const [key, meaning] of more) {
    rows.push(
      make('div', {}, make('dt', {}, make('kbd', {}, shownKey(key))), make('dd', {}, meaning)),
    );
  }
  const panel = panels.show({
    label: words.help,
    fields: [],
    buttons: [],
    closeLabel: words.close,
  });
  panel.prepend(make('dl', { class: 'keys' }, ...rows));
  panel.querySelector('button')?.focus();
}
