// Keys for the queue. They work only while something in the list has the focus, so that none is
// taken from a reader who talks to the page or types elsewhere.
export function enhance(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  const entries = [...form.querySelectorAll<HTMLElement>('.entry')];
  const list = form.querySelector('ol.queue');
  const act = form.querySelector<HTMLSelectElement>('select[name="act"]');
  const target = form.querySelector<HTMLInputElement>('input[name="target"]');
  const main = form.querySelector<HTMLButtonElement>('button.main');
  if (list === null || act === null || target === null || main === null) return;

  const boxOf = (entry: Element | undefined) =>
    entry?.querySelector<HTMLInputElement>('input[type="checkbox"]') ?? null;
  const boxes = entries.flatMap((entry) => boxOf(entry) ?? []);
  const current = () => entries.findIndex((entry) => entry.contains(document.activeElement));
  const go = (to: number) => {
    const box = boxes[Math.max(0, Math.min(boxes.length - 1, to))];
    box?.focus();
    box?.closest('.entry')?.scrollIntoView({ block: 'nearest' });
  };
  /** What is done is done to the ticked ones; with none ticked, to the one in focus. */
  const tickCurrent = () => {
    if (boxes.some((box) => box.checked)) return;
    const box = boxes[current()];
    if (box) box.checked = true;
  };
  const now = (word: string) => {
    tickCurrent();
    act.value = word;
    form.requestSubmit(main);
  };
  const name = (word: string) => {
    tickCurrent();
    act.value = word;
    if (word !== 'canonise-in') target.value = '';
    target.focus();
    target.select();
  };
  const suggestion = (at: number) =>
    entries[current()]?.querySelectorAll<HTMLButtonElement>('.suggested button')[at]?.click();

  const keys: Readonly<Record<string, () => void>> = {
    j: () => go(current() + 1),
    k: () => go(current() - 1),
    x: () => boxes[current()]?.click(),
    a: () => {
      const all = boxes.every((box) => box.checked);
      for (const box of boxes) box.checked = !all;
    },
    1: () => suggestion(0),
    2: () => suggestion(1),
    3: () => suggestion(2),
    c: () => now('canonise'),
    u: () => now('unwrangleable'),
    f: () => name('canonise-in'),
    s: () => name('synonym'),
    p: () => name('add-parent'),
    m: () => name('add-metatag'),
    o: () => entries[current()]?.querySelector<HTMLElement>('[data-open]')?.click(),
    z: () => document.querySelector<HTMLElement>('.last-act button')?.click(),
    '?': () => {
      const help = document.querySelector<HTMLDetailsElement>('#keys');
      if (help === null) return;
      help.open = true;
      help.querySelector('summary')?.focus();
    },
  };
  list.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const does = keys[event.key];
    if (does === undefined || event.isComposing) return;
    event.preventDefault();
    does();
  });
  // Back from an act: on with the next.
  if (location.hash === '#queue') go(0);
}
