// The writing view: the editor alone on the screen. The rest of the page cannot be reached then.
import { type EditorWords, make } from './words.ts';

export function toggleWide(
  frame: HTMLElement,
  button: HTMLElement | undefined,
  words: EditorWords,
  back: () => void,
): void {
  if (leaveWide(frame)) return;
  const dialog = make('dialog', { class: 'writing-view', 'aria-label': words.wide });
  frame.before(dialog);
  dialog.append(frame);
  button?.setAttribute('aria-pressed', 'true');
  dialog.addEventListener('close', () => {
    dialog.replaceWith(frame);
    button?.setAttribute('aria-pressed', 'false');
    back();
  });
  dialog.showModal();
}

/** The text takes Escape for itself, so the dialog does not hear it. Says whether it was open. */
export function leaveWide(frame: HTMLElement): boolean {
  const around = frame.parentElement;
  if (!(around instanceof HTMLDialogElement)) return false;
  around.close();
  return true;
}
