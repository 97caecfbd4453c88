// Breaks are made and taken away in place, by pointer or by key, and kept in the form: nothing is
// sent until something else is asked for.
export function enhance(form: HTMLElement): void {
  const turned = form.querySelector<HTMLInputElement>('input[name="turned"]');
  if (turned === null) return;
  const keys = document.querySelector<HTMLElement>('.keys');
  if (keys !== null) keys.hidden = false;
  form.addEventListener('click', (event) => {
    const button = endOf(event.target);
    if (button === null) return;
    event.preventDefault();
    turn(turned, button);
  });
  form.addEventListener('keydown', (event) => {
    const button = endOf(event.target);
    if (button === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const does = keyed(form, turned, button)[event.key.toLowerCase()];
    if (does === undefined) return;
    event.preventDefault();
    does();
  });
}

// Per cent between which a break may as well not be one.
const doubtful = { least: 20, most: 65 };

function keyed(form: HTMLElement, turned: HTMLInputElement, button: HTMLButtonElement) {
  const ends = [...form.querySelectorAll<HTMLButtonElement>('button.end')];
  const at = ends.indexOf(button);
  const isDoubtful = (end: HTMLButtonElement) => {
    const percent = Number(end.dataset['percent']);
    return percent >= doubtful.least && percent <= doubtful.most;
  };
  const keys: Readonly<Record<string, () => void>> = {
    n: () => ends[at + 1]?.focus(),
    p: () => ends[at - 1]?.focus(),
    d: () =>
      ends
        .slice(at + 1)
        .find(isDoubtful)
        ?.focus(),
    x: () => turn(turned, button),
  };
  return keys;
}

function endOf(target: EventTarget | null): HTMLButtonElement | null {
  return target instanceof Element ? target.closest<HTMLButtonElement>('button.end') : null;
}

function turn(turned: HTMLInputElement, button: HTMLButtonElement): void {
  const broken = button.getAttribute('aria-pressed') === 'true';
  button.setAttribute('aria-pressed', String(!broken));
  const places = new Set(turned.value.split(' ').filter((place) => place !== ''));
  if (!places.delete(button.value)) places.add(button.value);
  turned.value = [...places].join(' ');
}
