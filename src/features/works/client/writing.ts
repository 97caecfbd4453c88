// Gives the text fields of a form the editor. `data-fields` names them and their kinds,
// `data-words` has the sentences. Whoever wants the markup itself switches the editor off.
import type { TextField } from '../../../text/editing.ts';
import { asPlainText } from './editor/plain.ts';
import { RichText } from './editor/rich-text.ts';
import { type EditorWords, make } from './editor/words.ts';

/** Where a person's wish to see markup is kept on the device. */
const plainKey = 'inkstead:plain-markup';

export function enhance(tools: HTMLElement): void {
  const form = tools.closest('form');
  // Browsers before 2023 keep the plain field.
  if (form === null || !('isWellFormed' in String.prototype)) return;
  const words = JSON.parse(tools.dataset['words'] ?? '{}') as EditorWords;
  const fields = JSON.parse(tools.dataset['fields'] ?? '[]') as [string, TextField][];
  const format = form.querySelector<HTMLSelectElement>(`select[name="${tools.dataset['format']}"]`);
  for (const [name, field] of fields) {
    const area = form.elements.namedItem(name);
    if (!(area instanceof HTMLTextAreaElement)) continue;
    offerRichText(area, field, words, field === 'chapter' ? format : null);
  }
}

function offerRichText(
  area: HTMLTextAreaElement,
  field: TextField,
  words: EditorWords,
  format: HTMLSelectElement | null,
): void {
  let rich: RichText | null = null;
  const toggle = make('button', { type: 'button', class: 'rich-toggle' }, words.rich);
  const show = (wanted: boolean) => {
    const takes = format === null || format.value === 'html';
    toggle.hidden = !takes;
    if (wanted && takes) rich ??= opened(area, field, words);
    else if (rich !== null) {
      const plain = takes ? null : asPlainText(rich.doc, format?.value === 'text');
      rich.leave();
      rich = null;
      if (plain !== null) rewrite(area, plain);
    }
    toggle.setAttribute('aria-pressed', String(rich !== null));
  };
  toggle.addEventListener('click', () => {
    const wanted = rich === null;
    if (wanted) localStorage.removeItem(plainKey);
    else localStorage.setItem(plainKey, '1');
    show(wanted);
    if (rich === null) area.focus();
    else rich.focus();
  });
  format?.addEventListener('change', () => show(localStorage.getItem(plainKey) === null));
  // Each says which field it is for.
  const label = area.labels[0];
  if (label !== undefined) {
    label.id ||= `${area.id}-label`;
    toggle.setAttribute('aria-describedby', label.id);
  }
  area.before(toggle);
  show(localStorage.getItem(plainKey) === null);
}

function rewrite(area: HTMLTextAreaElement, text: string): void {
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Null where the text is too large or too deep for the sanitiser: the plain field says so. */
function opened(area: HTMLTextAreaElement, field: TextField, words: EditorWords): RichText | null {
  try {
    return new RichText(area, field, words);
  } catch (problem) {
    console.warn('writing:', problem);
    return null;
  }
}
