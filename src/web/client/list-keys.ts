// Keys for a list in which many things are decided: moving, ticking, opening, and whatever control
// names its key in `data-key`. They work only while something in the list has the focus, so that
// none is taken from a reader who talks to the page or types elsewhere.

export type KeyedList = {
  readonly entries: readonly HTMLElement[];
  /** One in each entry. */
  readonly boxes: readonly HTMLInputElement[];
};

/** What a list has besides, by `KeyboardEvent.key`. */
export type OwnKeys = Readonly<Record<string, () => void>>;

export function enhance(form: HTMLElement): void {
  listKeys(form, () => ({}));
}

/** Gives the list in the form its keys. Back from an act, at `#` and its id, it goes on. */
export function listKeys(form: HTMLElement, ownKeys: (list: KeyedList) => OwnKeys): void {
  const entries = [...form.querySelectorAll<HTMLElement>('.entry')];
  const boxes = entries.flatMap(
    (entry) => entry.querySelector<HTMLInputElement>('input[type="checkbox"]') ?? [],
  );
  const list = { entries, boxes };
  const keys = { ...keysOf(list), ...ownKeys(list) };
  form.querySelector('ol')?.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const does = keys[event.key] ?? controlOf(form, list, event.key);
    if (does === null) return;
    event.preventDefault();
    does();
  });
  if (location.hash === `#${form.id}`) goOn(list);
}

function keysOf(list: KeyedList): OwnKeys {
  const { entries, boxes } = list;
  return {
    j: () => go(list, current(list) + 1),
    k: () => go(list, current(list) - 1),
    x: () => boxes[current(list)]?.click(),
    a: () => {
      const all = boxes.every((box) => box.checked);
      for (const box of boxes) box.checked = !all;
    },
    o: () => entries[current(list)]?.querySelector<HTMLElement>('[data-open]')?.click(),
    z: () => document.querySelector<HTMLElement>('.last-act button')?.click(),
    '?': () => {
      const help = document.querySelector<HTMLDetailsElement>('#keys');
      if (help === null) return;
      help.open = true;
      help.querySelector('summary')?.focus();
    },
  };
}

/** The control of the entry in focus, or of the form, that has this key: pressed or gone to. */
function controlOf(form: HTMLElement, list: KeyedList, key: string): (() => void) | null {
  const named = `[data-key="${CSS.escape(key)}"]`;
  const own = list.entries[current(list)]?.querySelector<HTMLElement>(named);
  if (own) return () => own.click();
  const shared = form.querySelector<HTMLElement>(`:not(.entry *)${named}`);
  if (shared === null) return null;
  return () => {
    tickCurrent(list);
    if (shared instanceof HTMLButtonElement) shared.click();
    else shared.focus();
  };
}

/** The place of the entry in focus; -1: none. */
export function current({ entries }: KeyedList): number {
  return entries.findIndex((entry) => entry.contains(document.activeElement));
}

/** What is done is done to the ticked ones; with none ticked, to the one in focus. */
export function tickCurrent(list: KeyedList): void {
  const box = list.boxes[current(list)];
  if (box && !list.boxes.some((one) => one.checked)) box.checked = true;
}

function go({ boxes }: KeyedList, to: number): void {
  const box = boxes[Math.max(0, Math.min(boxes.length - 1, to))];
  box?.focus();
  box?.closest('.entry')?.scrollIntoView({ block: 'nearest' });
}

/** To the first, which is read out with what was done. */
function goOn(list: KeyedList): void {
  const flash = document.querySelector('.flash p');
  if (flash !== null) {
    flash.id = 'what-was-done';
    list.boxes[0]?.setAttribute('aria-describedby', flash.id);
  }
  go(list, 0);
}
