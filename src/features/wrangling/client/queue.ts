// Keys for the queue. They work only while something in the list has the focus, so that none is
// taken from a reader who talks to the page or types elsewhere.
export function enhance(form: HTMLElement): void {
  const list = form.querySelector('ol.queue');
  const queue = form instanceof HTMLFormElement ? partsOf(form) : null;
  if (list === null || queue === null) return;
  const keys = keysOf(queue);
  list.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const does = keys[event.key];
    if (does === undefined || event.isComposing) return;
    event.preventDefault();
    does();
  });
  // Back from an act: on with the next.
  if (location.hash === '#queue') go(queue, 0);
}

type Queue = {
  readonly form: HTMLFormElement;
  readonly entries: readonly HTMLElement[];
  /** One in each entry. */
  readonly boxes: readonly HTMLInputElement[];
  readonly act: HTMLSelectElement;
  readonly target: HTMLInputElement;
  readonly main: HTMLButtonElement;
};

function partsOf(form: HTMLFormElement): Queue | null {
  const entries = [...form.querySelectorAll<HTMLElement>('.entry')];
  const boxes = entries.flatMap(
    (entry) => entry.querySelector<HTMLInputElement>('input[type="checkbox"]') ?? [],
  );
  const act = form.querySelector<HTMLSelectElement>('select[name="act"]');
  const target = form.querySelector<HTMLInputElement>('input[name="target"]');
  const main = form.querySelector<HTMLButtonElement>('button.main');
  if (act === null || target === null || main === null) return null;
  return { form, entries, boxes, act, target, main };
}

function keysOf(queue: Queue): Readonly<Record<string, () => void>> {
  const { entries, boxes } = queue;
  return {
    j: () => go(queue, current(queue) + 1),
    k: () => go(queue, current(queue) - 1),
    x: () => boxes[current(queue)]?.click(),
    a: () => {
      const all = boxes.every((box) => box.checked);
      for (const box of boxes) box.checked = !all;
    },
    1: () => suggestion(queue, 0),
    2: () => suggestion(queue, 1),
    3: () => suggestion(queue, 2),
    c: () => doNow(queue, 'canonise'),
    u: () => doNow(queue, 'unwrangleable'),
    f: () => nameTarget(queue, 'canonise-in'),
    s: () => nameTarget(queue, 'synonym'),
    p: () => nameTarget(queue, 'add-parent'),
    m: () => nameTarget(queue, 'add-metatag'),
    o: () => entries[current(queue)]?.querySelector<HTMLElement>('[data-open]')?.click(),
    z: () => document.querySelector<HTMLElement>('.last-act button')?.click(),
    '?': () => {
      const help = document.querySelector<HTMLDetailsElement>('#keys');
      if (help === null) return;
      help.open = true;
      help.querySelector('summary')?.focus();
    },
  };
}

function current({ entries }: Queue): number {
  return entries.findIndex((entry) => entry.contains(document.activeElement));
}

function go({ boxes }: Queue, to: number): void {
  const box = boxes[Math.max(0, Math.min(boxes.length - 1, to))];
  box?.focus();
  box?.closest('.entry')?.scrollIntoView({ block: 'nearest' });
}

/** What is done is done to the ticked ones; with none ticked, to the one in focus. */
function tickCurrent(queue: Queue): void {
  const box = queue.boxes[current(queue)];
  if (box && !queue.boxes.some((one) => one.checked)) box.checked = true;
}

function doNow(queue: Queue, word: string): void {
  tickCurrent(queue);
  queue.act.value = word;
  queue.form.requestSubmit(queue.main);
}

function nameTarget(queue: Queue, word: string): void {
  const { act, target } = queue;
  tickCurrent(queue);
  act.value = word;
  if (word !== 'canonise-in') target.value = '';
  target.focus();
  target.select();
}

function suggestion(queue: Queue, at: number): void {
  const entry = queue.entries[current(queue)];
  entry?.querySelectorAll<HTMLButtonElement>('.suggested button')[at]?.click();
}
