// Keeps what is typed into a form on the device until the archive says that it has it (a flash
// with the form's key: see forget.ts). After a crash the form offers it back.
type Typed = Record<string, string | boolean>;

/** Left unanswered, so many offers stay: the newest ones. */
const offersMax = 3;

export function enhance(form: HTMLElement): void {
  const key = form.dataset['key'];
  if (!(form instanceof HTMLFormElement) || !key) return;
  const { typed, offered } = storagePlaces(key);
  const atFirst = JSON.stringify(read(form));
  const kept = stored(offered);
  const last = localStorage.getItem(typed);
  if (last !== null && !kept.includes(last)) kept.unshift(last);
  store(offered, kept.filter((copy) => copy !== atFirst).slice(0, offersMax));
  localStorage.removeItem(typed);
  for (const copy of stored(offered).reverse()) {
    offer(form, JSON.parse(copy) as Typed, () =>
      store(
        offered,
        stored(offered).filter((other) => other !== copy),
      ),
    );
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  // What the server has too need not be offered twice.
  let elsewhere: string | null = null;
  const save = () => {
    clearTimeout(waiting);
    const now = JSON.stringify(read(form));
    if (now !== atFirst && now !== elsewhere) localStorage.setItem(typed, now);
  };
  form.addEventListener('inkstead:kept', () => {
    elsewhere = JSON.stringify(read(form));
    localStorage.removeItem(typed);
  });
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 500);
  });
  form.addEventListener('submit', save);
  addEventListener('pagehide', save);
}

/** Where a form's text lies: as it is typed, and as it is offered back. */
export function storagePlaces(key: string): { readonly typed: string; readonly offered: string } {
  return { typed: `inkstead:form:${key}`, offered: `inkstead:kept:${key}` };
}

function stored(place: string): string[] {
  return JSON.parse(localStorage.getItem(place) ?? '[]') as string[];
}

function store(place: string, copies: readonly string[]): void {
  if (copies.length > 0) localStorage.setItem(place, JSON.stringify(copies));
  else localStorage.removeItem(place);
}

function offer(form: HTMLFormElement, kept: Typed, done: () => void): void {
  const notice = document.createElement('div');
  notice.className = 'kept';
  notice.role = 'status';
  const sentence = document.createElement('p');
  sentence.textContent = form.dataset['kept'] ?? '';
  const begin = document.createElement('q');
  begin.dir = 'auto';
  begin.textContent = beginningOf(kept, read(form));
  sentence.append(' ', begin);
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

/** The first words of the longest text that differs, by which the writer knows it. */
function beginningOf(kept: Typed, shown: Typed): string {
  const longest = Object.entries(kept)
    .map(([name, value]) => (typeof value === 'string' && value !== shown[name] ? value : ''))
    .reduce((long, text) => (text.length > long.length ? text : long));
  const plain = longest
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
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
