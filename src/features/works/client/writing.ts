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
    let asked = 0;
    format.addEventListener('change', async () => {
      const to = format.value;
      // Until the text is turned, the form says what the text is: it may be sent meanwhile.
      format.value = from;
      asked += 1;
      const asking = asked;
      const read = () => {
        rich?.flush();
        return asking === asked ? area.value : null;
      };
      const text = await turned(area, { from, to, read }, words);
      if (asking !== asked) return;
      if (text !== null) {
        from = to;
        format.value = to;
        area.value = text;
        area.dispatchEvent(new Event('input', { bubbles: true }));
      }
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

type Turning = {
  readonly from: string;
  readonly to: string;
  /** The text as it stands; null: something else is asked for by now. */
  readonly read: () => string | null;
};

/** The text in the other format; null where it stays as it is. */
async function turned(
  area: HTMLTextAreaElement,
  { from, to, read }: Turning,
  words: EditorWords,
): Promise<string | null> {
  const typed = read();
  if (typed === null || typed.trim() === '' || area.form === null) return typed;
  const answer = await turnText(area.form, words.formatAddress, typed, { from, to });
  const now = read();
  if (now === null) return null;
  if (answer === null) {
    await askWhetherToLose(area, null, words);
    return null;
  }
  // What was typed while the server was asked is turned too.
  if (now !== typed) return turned(area, { from, to, read }, words);
  const { text, lost } = answer;
  return lost.length === 0 || (await askWhetherToLose(area, lost, words)) ? text : null;
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
