// “Kept on this device”: what is kept, what waits to be sent, and what could not be.
import { canHaveWorker } from '../../../web/client/worker/register.ts';
import { contact } from './device/contact.ts';
import { empty, fact, type KeptWork, listAll, remove } from './device/database.ts';
import { removeWork } from './device/keeping.ts';
import { settled } from './device/readers.ts';

export async function enhance(list: HTMLElement): Promise<void> {
  const status = list.querySelector('[role="status"]');
  const say = (words = '') => {
    if (status !== null) status.textContent = words;
  };
  // What the page says without script stays.
  if (!canHaveWorker()) return;
  say();
  const show = () =>
    showAll(list, async (id) => {
      await removeWork(id);
      await show();
      say(list.dataset['removed']);
    });
  const talk = async () => {
    say(list.dataset['refreshing']);
    const isDone = await contact(Date.now()).then(
      () => true,
      () => false,
    );
    // Said when it is to be seen.
    await show();
    say(list.dataset[isDone ? 'refreshed' : 'refreshFailed']);
  };
  const acts: Readonly<Record<string, () => Promise<void>>> = {
    refresh: talk,
    'remove-all': async () => {
      for (const { id } of await listAll('works')) await removeWork(id);
      await show();
      say(list.dataset['removed']);
    },
    forget: async () => {
      await empty(['told']);
      await show();
    },
  };
  for (const button of list.querySelectorAll<HTMLElement>('[data-act]')) {
    button.addEventListener('click', () => acts[button.dataset['act'] ?? '']?.());
  }
  await settled();
  await show();
  addEventListener('online', talk);
  const isAnything = (await listAll('works')).length + (await listAll('deeds')).length > 0;
  if (isAnything && navigator.onLine) await talk();
  if (await fact('lost')) say(list.dataset['lost']);
  await remove('facts', 'lost');
}

async function showAll(list: HTMLElement, drop: (id: number) => Promise<void>): Promise<void> {
  const works = (await listAll('works')).sort((one, other) => other.fetchedAt - one.fetchedAt);
  const shared = (await fact<number>('shared')) ?? 0;
  const size = sizeOf(works.reduce((sum, { bytes }) => sum + bytes, shared));
  const sum = list.querySelector<HTMLElement>('.sum');
  if (sum !== null) {
    sum.hidden = works.length === 0;
    const words = sum.querySelector('b');
    if (words !== null) words.textContent = fill(list, 'sum', { works: works.length, size });
  }
  list.querySelector('.actions')?.toggleAttribute('hidden', works.length === 0);
  const shelves = list.querySelector('.shelves');
  const shown = await shelvesOf(list, works, drop);
  shelves?.replaceChildren(...shown);
  if (works.length === 0) shelves?.append(element('p', list.dataset['empty'] ?? ''));
  await showDeeds(list, works);
}

/** A heading and a list for each series, shelf or list; what is in several is in the first. */
async function shelvesOf(
  list: HTMLElement,
  works: readonly KeptWork[],
  drop: (id: number) => Promise<void>,
): Promise<Node[]> {
  const lists = await listAll('lists');
  const known = new Set(lists.map(({ asked }) => asked));
  const byList = Map.groupBy(works, ({ asked }) => asked.find((one) => known.has(one)) ?? '');
  const rowsOf = (asked: string) => {
    const rows = element('ol');
    rows.append(...(byList.get(asked) ?? []).map((work) => row(list, work, drop)));
    return rows;
  };
  const parts = lists.flatMap(({ asked, title, address }) => {
    if (!byList.has(asked)) return [];
    const heading = element('h3');
    heading.className = 'heading';
    heading.append(linkTo(address, title));
    return [heading, rowsOf(asked)];
  });
  if (!byList.has('')) return parts;
  const heading = element('h3', list.dataset['single']);
  heading.className = 'heading';
  return [...parts, heading, rowsOf('')];
}

function row(list: HTMLElement, work: KeptWork, drop: (id: number) => Promise<void>): HTMLElement {
  const { id, title, creators, pages, open, bytes, fetchedAt, isOld } = work;
  const date = new Date(fetchedAt).toISOString().slice(0, 10);
  const said = { chapters: pages.length, size: sizeOf(bytes), date };
  const facts = fill(list, pages.length === 1 ? 'chapter' : 'chapters', said);
  const name = element('p');
  name.append(linkTo(open ?? pages[0] ?? '', title), ` ${fill(list, 'by', { creators })}`);
  const words = element('p', isOld ? `${facts}. ${list.dataset['newer']}` : facts);
  words.className = 'facts';
  const about = element('div');
  about.append(name, words);
  const button = element('button', list.dataset['remove']);
  button.setAttribute('type', 'button');
  button.ariaLabel = fill(list, 'removeNamed', { title });
  button.addEventListener('click', () => drop(id));
  const item = element('li');
  item.append(about, button);
  return item;
}

async function showDeeds(list: HTMLElement, works: readonly KeptWork[]): Promise<void> {
  const named = (slot: string) => {
    const [kind = '', id] = slot.split(' ');
    const title = works.find((work) => String(work.id) === id)?.title ?? `#${id}`;
    return fill(list, `deed${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, { title });
  };
  const waiting = (await listAll('deeds')).map(({ slot }) => named(slot));
  const told = (await listAll('told')).map(({ slot, sentence }) => `${named(slot)}: ${sentence}`);
  showLines(list.querySelector('.waiting'), waiting);
  showLines(list.querySelector('.told'), told);
}

function showLines(section: Element | null, lines: readonly string[]): void {
  section?.toggleAttribute('hidden', lines.length === 0);
  section?.querySelector('ul')?.replaceChildren(...lines.map((line) => element('li', line)));
}

function element(name: keyof HTMLElementTagNameMap, words = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = words;
  // Titles are in any language.
  if (words !== '') made.dir = 'auto';
  return made;
}

function linkTo(href: string, words: string): HTMLElement {
  const link = element('a', words);
  link.setAttribute('href', href);
  return link;
}

function fill(
  { dataset }: HTMLElement,
  sentence: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return (dataset[sentence] ?? '').replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** Rounded up to a tenth: what it takes, not what it is. */
function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} kB`;
  return `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;
}
