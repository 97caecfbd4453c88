// Shows a choice of the reading panel at once, and keeps it: on the device in the cookie that the
// server reads, and for members in the account, by sending the form.
import { formatReading, type ReadingPreferences } from '../../../shared/reading.ts';

const yearSeconds = 31_536_000;
/** Arrow keys run through the choices of a row; only where they rest is sent. */
const restMs = 600;

export function enhance(panel: HTMLElement): void {
  const form = panel.closest('form');
  if (form === null) return;
  let resting: ReturnType<typeof setTimeout> | undefined;
  // What is chosen is kept: there is nothing left for the button to do but on the page itself.
  if (form.closest('details') !== null) panel.querySelector('.submit')?.remove();
  form.addEventListener('change', () => {
    show(form);
    clearTimeout(resting);
    if (form.method === 'post') resting = setTimeout(() => send(form), restMs);
  });
}

function show(form: HTMLFormElement): void {
  const chosen = Object.fromEntries(new FormData(form)) as unknown as ReadingPreferences;
  const { theme, font, size, width, spacing, counts, skins } = chosen;
  const root = document.documentElement;
  Object.assign(root.dataset, { theme, font, size, width, spacing, counts });
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-skin]')) {
    link.media = skins === 'hidden' ? 'not all' : 'all';
  }
  const lasting = `; Path=/; SameSite=Lax; Max-Age=${yearSeconds}`;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: our readers' browsers have no Cookie Store yet.
  document.cookie = `inkstead_reading=${formatReading(chosen)}${lasting}${secure}`;
  const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.content = paper;
  }
}

function send(form: HTMLFormElement): void {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  // What cannot be sent is kept on this device all the same.
  fetch(form.action, { method: 'post', body, redirect: 'manual', keepalive: true }).catch(() => {});
}
