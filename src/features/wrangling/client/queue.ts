// The keys of the queue besides those of every such list: suggestions and acts.
import {
  current,
  type KeyedList,
  listKeys,
  type OwnKeys,
  tickCurrent,
} from '../../../web/client/list-keys.ts';

export function enhance(form: HTMLElement): void {
  const queue = form instanceof HTMLFormElement ? partsOf(form) : null;
  if (queue !== null) listKeys(form, (list) => keysOf({ ...queue, list }));
}

type Parts = {
  readonly form: HTMLFormElement;
  readonly act: HTMLSelectElement;
  readonly target: HTMLInputElement;
  readonly main: HTMLButtonElement;
};

type Queue = Parts & { readonly list: KeyedList };

function partsOf(form: HTMLFormElement): Parts | null {
  const act = form.querySelector<HTMLSelectElement>('select[name="act"]');
  const target = form.querySelector<HTMLInputElement>('input[name="target"]');
  const main = form.querySelector<HTMLButtonElement>('button.main');
  if (act === null || target === null || main === null) return null;
  return { form, act, target, main };
}

function keysOf(queue: Queue): OwnKeys {
  return {
    1: () => suggestion(queue, 0),
    2: () => suggestion(queue, 1),
    3: () => suggestion(queue, 2),
    c: () => doNow(queue, 'canonise'),
    u: () => doNow(queue, 'unwrangleable'),
    f: () => nameTarget(queue, 'canonise-in'),
    s: () => nameTarget(queue, 'synonym'),
    p: () => nameTarget(queue, 'add-parent'),
    m: () => nameTarget(queue, 'add-metatag'),
  };
}

function doNow({ form, list, act, main }: Queue, word: string): void {
  tickCurrent(list);
  act.value = word;
  form.requestSubmit(main);
}

function nameTarget({ list, act, target }: Queue, word: string): void {
  tickCurrent(list);
  act.value = word;
  if (word !== 'canonise-in') target.value = '';
  target.focus();
  target.select();
}

function suggestion({ list }: Queue, at: number): void {
  const entry = list.entries[current(list)];
  entry?.querySelectorAll<HTMLButtonElement>('.suggested button')[at]?.click();
}
