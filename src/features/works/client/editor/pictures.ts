// Pictures: a file is sent to the work's pictures, with the words for those who do not see it, and
// stands in the text as the server answers.
import { escapeAttribute } from '../../../../text/editing.ts';
import type { PanelScene } from './panels.ts';
import { picturesAddress } from './parsing.ts';
import { make } from './words.ts';

/** The picture among what was pasted or dropped; null: none, or a text that has pictures. */
export function pastedPicture(data: DataTransfer | null): File | null {
  if (data === null || data.types.includes('text/html')) return null;
  return [...data.files].find(({ type }) => type.startsWith('image/')) ?? null;
}

/** Asks for a picture, unless it is there already, and what it shows. */
export function openPictures(scene: PanelScene, given: File | null = null): void {
  const { panels, words, view } = scene;
  const status = make('span', { role: 'status' });
  const address = picturesAddress();
  if (address === null) {
    panels.show({ label: words.picture, fields: [], buttons: [], closeLabel: words.close });
    panels.element.querySelector('.panel')?.prepend(make('p', {}, words.pictureSaveFirst));
    panels.element.querySelector('button')?.focus();
    return;
  }
  const chooser = make('input', { type: 'file', accept: 'image/*' });
  let isSending = false;
  const send = async (alt: string) => {
    const file = given ?? chooser.files?.[0];
    if (file === undefined || isSending) return;
    isSending = true;
    status.textContent = words.pictureSending;
    const sent = await sendPicture(address, formOf(view.dom), file, alt);
    isSending = false;
    status.textContent = typeof sent === 'string' ? sent || words.pictureUnsent : '';
    if (typeof sent === 'string') return;
    const html = `<img src="${sent.address}" alt="${escapeAttribute(alt)}" width="${
      sent.width
    }" height="${sent.height}" loading="lazy">`;
    const node = view.state.schema.node('keptWords', { html });
    view.dispatch(view.state.tr.replaceSelectionWith(node));
    panels.close();
    view.focus();
  };
  const panel = panels.show({
    label: words.picture,
    fields: [{ name: 'alt', label: words.pictureAlt }],
    closeLabel: words.close,
    buttons: [
      {
        label: words.pictureAdd,
        act: ({ alt = '' }) => {
          // Once more without words: then it is decoration.
          if (alt === '' && status.textContent !== words.pictureWithoutWords) {
            status.textContent = words.pictureWithoutWords;
          } else void send(alt);
          return false;
        },
      },
    ],
  });
  if (given === null) panel.prepend(make('label', {}, `${words.pictureFile} `, chooser));
  panel.append(status);
  if (given === null) chooser.focus();
}

function formOf(element: Element): HTMLFormElement | null {
  return element.closest('form');
}

type SentPicture = {
  readonly address: string;
  readonly width: number;
  readonly height: number;
};

/** The picture as it is kept, or why it is not; empty: the server could not be asked. */
async function sendPicture(
  address: string,
  form: HTMLFormElement | null,
  file: File,
  alt: string,
): Promise<SentPicture | string> {
  const body = new FormData();
  const token = form?.elements.namedItem('authenticity_token');
  body.append('authenticity_token', token instanceof HTMLInputElement ? token.value : '');
  body.append('alt', alt);
  if (alt === '') body.append('decorative', '1');
  body.append('picture', file);
  try {
    const headers = { accept: 'application/json' };
    const answer = await fetch(address, { method: 'POST', body, headers });
    const said = (await answer.json()) as SentPicture & { readonly detail?: string };
    return answer.ok ? said : (said.detail ?? '');
  } catch {
    return '';
  }
}
