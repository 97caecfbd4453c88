// Changing what a text is written as: the server turns it into the other format, and the writer is
// asked before anything is lost.
import { type EditorWords, fill, make } from './words.ts';

export type Turned = { readonly text: string; readonly lost: readonly string[] };

/** Null where the server cannot be asked or cannot read the text. */
export async function turnText(
  form: HTMLFormElement,
  address: string,
  text: string,
  change: { readonly from: string; readonly to: string },
): Promise<Turned | null> {
  const token = String(new FormData(form).get('authenticity_token') ?? '');
  const body = new URLSearchParams({ authenticity_token: token, text, ...change });
  try {
    const answer = await fetch(address, { method: 'POST', body });
    return answer.ok ? ((await answer.json()) as Turned) : null;
  } catch {
    return null;
  }
}

/** Asks in a dialog; closing it means no. Null: nothing can be done, and that is said. */
export function askWhetherToLose(
  beside: Element,
  lost: readonly string[] | null,
  words: EditorWords,
): Promise<boolean> {
  const said = lost === null ? words.unchanged : fill(words.wouldLose, { lost: lost.join(', ') });
  const yes = make('button', { type: 'button' }, words.loseIt);
  const no = make('button', { type: 'button', class: 'main' }, words.keepIt);
  const dialog = make('dialog', { class: 'asked', 'aria-label': words.changeFormat });
  dialog.append(make('p', {}, said), no, ' ');
  if (lost !== null) dialog.append(yes);
  let answer = false;
  yes.addEventListener('click', () => {
    answer = true;
    dialog.close();
  });
  no.addEventListener('click', () => dialog.close());
  beside.after(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
  });
}
