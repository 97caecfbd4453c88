// Gives the text fields of a form the editor. `data-fields` names them and their kinds,
// `data-words` has the sentences. Whoever wants the markup itself switches the editor off.
import type { TextField } from '../../../text/editing.ts';
import { askWhetherToLose, turnText } from './editor/formats.ts';
import { showPicturesOf } from './editor/parsing.ts';
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
  const pictures = tools.dataset['pictures'];
  if (pictures !== undefined) showPicturesOf(pictures);
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
    else {
      rich?.leave();
      rich = null;
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
  const wishes = () => localStorage.getItem(plainKey) === null;
  if (format !== null) {
    let from = format.value;
    format.addEventListener('change', async () => {
      const to = format.value;
      rich?.flush();
      const done = await changeFormat(area, { from, to }, words);
      format.value = done ? to : from;
      from = format.value;
      show(wishes());
    });
  }
  // Each says which field it is for.
  const label = area.labels[0];
  if (label !== undefined) {
    label.id ||= `${area.id}-label`;
    toggle.setAttribute('aria-describedby', label.id);
  }
  area.before(toggle);
  show(wishes());
}

/** Says whether the text is in the new format now. */
async function changeFormat(
  area: HTMLTextAreaElement,
  change: { readonly from: string; readonly to: string },
  words: EditorWords,
): Promise<boolean> {
  const typed = area.value;
  if (typed.trim() === '' || area.form === null) return true;
  const turned = await turnText(area.form, words.formatAddress, typed, change);
  if (turned === null) {
    await askWhetherToLose(area, null, words);
    return false;
  }
  const { text, lost } = turned;
  if (lost.length > 0 && !(await askWhetherToLose(area, lost, words))) return false;
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
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
