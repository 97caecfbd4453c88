// Suggestions for a field of names separated by commas, as an ARIA combobox. Asks
// ADDRESS?term=...&counts=1, which answers [{"id", "name", "works", "matched"}]; without an answer
// the field is what it is without script.
type Suggestion = {
  readonly name: string;
  readonly works?: number;
  /** The synonym that was typed. */
  readonly matched?: string | null;
};

const pauseMs = 120;

export function enhance(field: HTMLElement): void {
  const address = field.dataset['address'];
  if (!(field instanceof HTMLInputElement) || !address) return;
  const offers = new Offers(field, address);
  field.addEventListener('input', () => offers.askSoon());
  field.addEventListener('blur', () => offers.close());
  field.addEventListener('keydown', (event) => {
    if (!event.isComposing && offers.heeds(event)) event.preventDefault();
  });
}

class Offers {
  readonly #input: HTMLInputElement;
  readonly #address: string;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  #active = -1;
  #asking = new AbortController();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(input: HTMLInputElement, address: string) {
    this.#input = input;
    this.#address = address;
    const { list, status } = partsFor(input);
    this.#list = list;
    this.#status = status;
    // The field keeps the focus while a suggestion is clicked.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => {
      if (target instanceof Element) this.#take(target.closest('li'));
    });
  }

  askSoon(): void {
    this.#forget();
    this.#waiting = setTimeout(() => this.ask(), pauseMs);
  }

  /** A slow answer to an older question is not shown. */
  #forget(): void {
    clearTimeout(this.#waiting);
    this.#asking.abort();
  }

  async ask(): Promise<void> {
    const { text: term } = wordAt(this.#input);
    this.#forget();
    if (term === '') {
      this.close();
      return;
    }
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const query = new URLSearchParams({ term, counts: '1', ...fandomsChosen(this.#input) });
      const answer = await fetch(`${this.#address}?${query}`, { signal });
      const suggestions = answer.ok ? ((await answer.json()) as Suggestion[]) : [];
      if (!signal.aborted) this.#show(suggestions);
    } catch {
      // The server is away, or something else is typed by now.
      if (!signal.aborted) this.close();
    }
  }

  /** Whether the key was meant for the list. */
  heeds({ key, altKey }: KeyboardEvent): boolean {
    const list = this.#list;
    const { length } = list.children;
    if (list.hidden) {
      if (key !== 'ArrowDown' || altKey) return false;
      void this.ask();
    } else if (key === 'Escape' || (key === 'ArrowUp' && altKey)) this.close();
    else if (key === 'ArrowDown') this.#point((this.#active + 1) % length);
    else if (key === 'ArrowUp') this.#point(this.#active <= 0 ? length - 1 : this.#active - 1);
    else if (key === 'Enter' && this.#active >= 0) this.#take(list.children[this.#active]);
    else return false;
    return true;
  }

  close(): void {
    this.#forget();
    this.#status.textContent = '';
    this.#toggle(false);
  }

  #show(suggestions: readonly Suggestion[]): void {
    const list = this.#list;
    list.replaceChildren(...suggestions.map((each, at) => option(`${list.id}-${at}`, each)));
    this.#toggle(suggestions.length > 0 && document.activeElement === this.#input);
    this.#status.textContent = `${list.ariaLabel}: ${suggestions.length}`;
  }

  #point(at: number): void {
    // Who chooses from what is shown keeps it: an answer that is under way would take it away, and
    // Enter would send the form.
    this.#forget();
    this.#list.children[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = at;
    const chosen = this.#list.children[at];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', chosen?.id ?? '');
  }

  #take(chosen: Element | null | undefined): void {
    if (!(chosen instanceof HTMLElement)) return;
    replaceWord(this.#input, chosen.dataset['name'] ?? '');
    this.close();
  }

  #toggle(isOpen: boolean): void {
    this.#active = -1;
    this.#list.hidden = !isOpen;
    this.#input.ariaExpanded = String(isOpen);
    this.#input.removeAttribute('aria-activedescendant');
  }
}

/** Fandoms that the form names already: tags below them are likelier. */
function fandomsChosen(input: HTMLInputElement): Record<string, string> {
  const { form } = input;
  const ticked = form?.querySelectorAll<HTMLInputElement>(
    'input[name^="include"][name*="fandom_ids"]:checked',
  );
  const numbers = [...(ticked ?? [])].map(({ value }) => value);
  if (form?.dataset['fandoms']) numbers.push(form.dataset['fandoms']);
  const fields = form?.querySelectorAll<HTMLInputElement>('input[data-address$="/fandom"]');
  const names = [...(fields ?? [])].flatMap((field) => (field === input ? [] : field.value || []));
  return {
    ...(numbers.length > 0 ? { fandom: numbers.join() } : {}),
    ...(names.length > 0 ? { fandoms: names.join() } : {}),
  };
}

function replaceWord(input: HTMLInputElement, name: string): void {
  const { start, end } = wordAt(input);
  // After the last name, the comma for the next one.
  const after = end === input.value.length ? ', ' : '';
  input.setRangeText(`${start > 0 ? ' ' : ''}${name}${after}`, start, end, 'end');
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The name that the caret stands in, from comma to comma. */
export function wordAt(input: Pick<HTMLInputElement, 'value' | 'selectionStart'>): {
  readonly start: number;
  readonly end: number;
  readonly text: string;
} {
  const { value } = input;
  const caret = input.selectionStart ?? value.length;
  const start = caret === 0 ? 0 : value.lastIndexOf(',', caret - 1) + 1;
  const comma = value.indexOf(',', caret);
  const end = comma < 0 ? value.length : comma;
  return { start, end, text: value.slice(start, end).trim() };
}

function partsFor(input: HTMLInputElement): { list: HTMLElement; status: HTMLElement } {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = input.dataset['label'] ?? '';
  list.hidden = true;
  const status = document.createElement('div');
  status.className = 'landmark';
  status.role = 'status';
  const anchor = document.createElement('div');
  anchor.className = 'suggestions-anchor';
  const hasFocus = document.activeElement === input;
  input.before(anchor);
  anchor.append(input, list, status);
  // Whoever types already goes on: what moves in the page loses the focus.
  if (hasFocus) input.focus({ preventScroll: true });
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);
  return { list, status };
}

function option(id: string, { name, works, matched }: Suggestion): HTMLElement {
  const item = document.createElement('li');
  item.id = id;
  item.role = 'option';
  item.ariaSelected = 'false';
  item.dataset['name'] = name;
  item.append(piece('bdi', matched ? `${matched} → ${name}` : name));
  if (works) item.append(' ', piece('small', works.toLocaleString(document.documentElement.lang)));
  return item;
}

function piece(kind: 'bdi' | 'small', text: string): HTMLElement {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}
