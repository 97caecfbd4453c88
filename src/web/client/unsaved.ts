// Keeps what is typed into a form on the device until the archive says that it has it (a flash
// with the form's key: see forget.ts). After a crash the form offers it back.
type Typed = Record<string, string | boolean>;

export function enhance(form: HTMLElement): void {
  const key = form.dataset['key'];
  if (!(form instanceof HTMLFormElement) || !key) return;
  const place = storageKey(key);
  const atFirst = JSON.stringify(read(form));
  const kept = localStorage.getItem(place) ?? localStorage.getItem(`${place}:older`);
  if (kept !== null && kept !== atFirst) {
    // Beside what is typed from now on, so that neither is written over the other.
    localStorage.setItem(`${place}:older`, kept);
    localStorage.removeItem(place);
    offer(form, JSON.parse(kept) as Typed, () => localStorage.removeItem(`${place}:older`));
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(waiting);
    const typed = JSON.stringify(read(form));
    if (typed !== atFirst) localStorage.setItem(place, typed);
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 500);
  });
  form.addEventListener('submit', save);
  addEventListener('pagehide', save);
}

export function storageKey(key: string): string {
  return `inkstead:form:${key}`;
}

function offer(form: HTMLFormElement, kept: Typed, done: () => void): void {
  const notice = document.createElement('div');
  notice.className = 'kept';
  notice.role = 'status';
  const sentence = document.createElement('p');
  sentence.textContent = form.dataset['kept'] ?? '';
  notice.append(
    sentence,
    button(form.dataset['restore'], () => write(form, kept)),
    button(form.dataset['discard'], () => undefined),
  );
  form.prepend(notice);

  function button(label: string | undefined, act: () => void): HTMLButtonElement {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label ?? '';
    made.addEventListener('click', () => {
      act();
      done();
      notice.remove();
    });
    return made;
  }
}

function read(form: HTMLFormElement): Typed {
  const typed: Typed = {};
  for (const [name, control] of controls(form)) {
    typed[name] = isTick(control) ? control.checked : control.value;
  }
  return typed;
}

function write(form: HTMLFormElement, kept: Typed): void {
  for (const [name, control] of controls(form)) {
    const value = kept[name];
    if (isTick(control) && typeof value === 'boolean') control.checked = value;
    else if (typeof value === 'string') control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a person types or chooses: no hidden fields, passwords, files, buttons. */
function* controls(form: HTMLFormElement): Generator<[string, Control]> {
  for (const element of form.elements) {
    const isField =
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement ||
      (element instanceof HTMLInputElement && !/hidden|password|file|submit/.test(element.type));
    if (!isField || element.name === '') continue;
    yield [isTick(element) ? `${element.name}=${element.value}` : element.name, element];
  }
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}
