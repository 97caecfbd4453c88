// Suggestions for a field of names separated by commas, as an ARIA combobox. Asks
// ADDRESS?term=..., which answers [{"id": "...", "name": "..."}].
type Suggestion = { readonly id: string; readonly name: string };

export function enhance(input: HTMLElement): void {
  const address = input.dataset['address'];
  if (!(input instanceof HTMLInputElement) || !address) return;
  const list = listFor(input);
  let active = -1;
  let asked = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const count = list.children.length;
    if (event.key === 'ArrowDown') point((active + 1) % count);
    else if (event.key === 'ArrowUp') point(active <= 0 ? count - 1 : active - 1);
    else if (event.key === 'Enter' && active >= 0) take(list.children[active]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  // The field keeps the focus while a suggestion is clicked.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element) take(target.closest('li'));
  });

  async function ask(): Promise<void> {
    asked = wordAt(input as HTMLInputElement).text;
    const term = asked;
    if (term === '') {
      close();
      return;
    }
    const answer = await fetch(`${address}?term=${encodeURIComponent(term)}`);
    // A slow answer to an older question is not shown.
    if (answer.ok && term === asked) show((await answer.json()) as Suggestion[]);
  }
  function show(suggestions: readonly Suggestion[]): void {
    active = -1;
    list.replaceChildren(...suggestions.map(({ name }, at) => option(list.id, name, at)));
    toggle(suggestions.length > 0 && document.activeElement === input);
  }
  function point(at: number): void {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = at;
    const chosen = list.children[active];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', chosen?.id ?? '');
  }
  function take(chosen: Element | null | undefined): void {
    if (!chosen || !(input instanceof HTMLInputElement)) return;
    replaceWord(input, chosen.textContent);
    close();
  }
  function close(): void {
    asked = '';
    toggle(false);
  }
  function toggle(isOpen: boolean): void {
    list.hidden = !isOpen;
    input.ariaExpanded = String(isOpen);
    input.removeAttribute('aria-activedescendant');
  }
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
  const start = value.lastIndexOf(',', caret - 1) + 1;
  const comma = value.indexOf(',', caret);
  const end = comma < 0 ? value.length : comma;
  return { start, end, text: value.slice(start, end).trim() };
}

function listFor(input: HTMLInputElement): HTMLElement {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = input.dataset['label'] ?? '';
  list.hidden = true;
  const anchor = document.createElement('div');
  anchor.className = 'suggestions-anchor';
  input.before(anchor);
  anchor.append(input, list);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);
  return list;
}

function option(listId: string, name: string, at: number): HTMLElement {
  const item = document.createElement('li');
  item.id = `${listId}-${at}`;
  item.role = 'option';
  item.ariaSelected = 'false';
  item.textContent = name;
  return item;
}
