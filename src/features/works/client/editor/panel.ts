// A row of fields and buttons below the toolbar: for an address, a reading, a search.
import { make } from './words.ts';

export type PanelField = { readonly name: string; readonly label: string; readonly value?: string };
export type PanelButton = {
  readonly label: string;
  /** Gets what stands in the fields; false leaves the panel open. */
  readonly act: (values: Readonly<Record<string, string>>) => boolean;
};
export type PanelWish = {
  readonly label: string;
  readonly fields: readonly PanelField[];
  /** Enter in a field is the first one. */
  readonly buttons: readonly PanelButton[];
  readonly closeLabel: string;
  readonly closed?: () => void;
};

/** One panel at a time: opening another closes it. */
export class PanelPlace {
  readonly element = make('div', { class: 'panel-place' });
  readonly #back: () => void;
  #closed: (() => void) | undefined;

  /** `back` gives the focus back to the text. */
  constructor(back: () => void) {
    this.#back = back;
  }

  show(wish: PanelWish): HTMLElement {
    this.close();
    this.#closed = wish.closed;
    const inputs = new Map(wish.fields.map((field) => [field.name, inputFor(field)]));
    const panel = make('div', { class: 'panel', role: 'group', 'aria-label': wish.label });
    const values = () =>
      Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()]));
    const press = (button: PanelButton) => {
      if (!button.act(values())) return;
      this.close();
      this.#back();
    };
    wish.fields.forEach((field) => {
      panel.append(make('label', {}, `${field.label} `, inputs.get(field.name)!));
    });
    const leave = { label: wish.closeLabel, act: () => true };
    for (const button of [...wish.buttons, leave]) {
      const made = make('button', { type: 'button' }, button.label);
      made.addEventListener('click', () => press(button));
      panel.append(made);
    }
    panel.addEventListener('keydown', (event) => {
      const inField = event.target instanceof HTMLInputElement;
      if (event.key === 'Escape') press(leave);
      else if (event.key === 'Enter' && inField) press(wish.buttons[0]!);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.element.replaceChildren(panel);
    panel.querySelector('input')?.select();
    return panel;
  }

  close(): void {
    this.element.replaceChildren();
    this.#closed?.();
    this.#closed = undefined;
  }
}

function inputFor({ value = '' }: PanelField): HTMLInputElement {
  const input = make('input', { type: 'text', autocomplete: 'off', dir: 'auto' });
  input.value = value;
  return input;
}
