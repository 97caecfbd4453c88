// Checks the text, or reads it for suggestions, without leaving the page: the same form is sent,
// and of the page that answers the panel is shown above the form.
import { enhance as enhanceFindings } from './findings.ts';

const panels = 'section.desk-check, section.desk-suggestions';

export function enhance(control: HTMLElement): void {
  if (!(control instanceof HTMLButtonElement)) return;
  control.addEventListener('click', (event) => {
    const { form } = control;
    if (form === null) return;
    event.preventDefault();
    void ask(control, form);
  });
}

async function ask(button: HTMLButtonElement, form: HTMLFormElement): Promise<void> {
  button.setAttribute('aria-busy', 'true');
  const panel = await answered(button, form).catch(() => null);
  button.removeAttribute('aria-busy');
  if (panel === null) {
    // Logged out, refused, or away: as it goes without script.
    form.requestSubmit(button);
    return;
  }
  for (const old of document.querySelectorAll(panels)) old.remove();
  form.before(panel);
  for (const inside of panel.querySelectorAll<HTMLElement>('button[name="dismiss"]')) {
    enhance(inside);
  }
  const list = panel.querySelector<HTMLElement>('ol.findings');
  if (list !== null) enhanceFindings(list);
  const heading = panel.querySelector<HTMLElement>('h3');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

async function answered(button: HTMLButtonElement, form: HTMLFormElement): Promise<Element | null> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  body.append(button.name, button.value);
  const response = await fetch(button.formAction, { method: 'post', body, redirect: 'manual' });
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const panel = page.querySelector(panels);
  return panel === null ? null : document.importNode(panel, true);
}
