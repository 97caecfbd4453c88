// Moves the kept place on as the reader reads, and goes to it where an address ends in #my-place.

/** Pixels below the top of the window where the eye is taken to be. */
const lineAt = 96;
/** How long a page is open before it says anything, and between two times that it does. */
const restMs = 10_000;

type Found = { readonly article: HTMLElement; readonly paragraphs: readonly Element[] };

export function enhance(part: HTMLElement): void {
  const form = part.closest('form');
  const status = part.querySelector('[role="status"]');
  if (form === null || status === null) return;
  const opened = performance.now();
  let resting: ReturnType<typeof setTimeout> | undefined;
  let hasMoved = false;
  const tell = () => {
    clearTimeout(resting);
    resting = undefined;
    status.textContent = '';
    if (!hasMoved || part.dataset['reading'] !== 'yes') return;
    if (performance.now() - opened < restMs || !fill(form)) return;
    hasMoved = false;
    // What cannot be sent now is sent from the next place.
    send(form, 'quiet').catch(() => {});
  };
  addEventListener(
    'scroll',
    () => {
      hasMoved = true;
      resting ??= setTimeout(tell, restMs);
    },
    { passive: true },
  );
  addEventListener('pagehide', tell);
  document.addEventListener('visibilitychange', () => document.hidden && tell());
  form.addEventListener('submit', async (event) => {
    fill(form);
    event.preventDefault();
    const isKept = await send(form, 'stay').catch(() => false);
    if (isKept) part.dataset['reading'] = 'yes';
    status.textContent = (isKept ? part.dataset['done'] : part.dataset['failed']) ?? '';
  });
  const goThere = () => location.hash === '#my-place' && goTo(part);
  addEventListener('hashchange', goThere);
  // Letters that come later would move the paragraph away again.
  document.fonts.ready.then(goThere);
}

/** Says in the form where the reader is; false where the page has no text. */
function fill(form: HTMLFormElement): boolean {
  const found = articles();
  const at = found.findLast(({ article }) => above(article)) ?? found[0];
  if (at === undefined) return false;
  const { article, paragraphs } = at;
  const paragraph = Math.max(0, paragraphs.findLastIndex(above));
  const there = paragraphs[paragraph] ?? article;
  const place = {
    chapter: article.dataset['chapter'],
    paragraph,
    mark: markOf(there),
    within: passed(there),
    share: passed(article),
  };
  for (const [name, value] of Object.entries(place)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = String(value);
  }
  return true;
}

async function send(form: HTMLFormElement, how: 'quiet' | 'stay'): Promise<boolean> {
  const body = new URLSearchParams({ [how]: 'yes' });
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  const { action } = form;
  return (await fetch(action, { method: 'post', body, redirect: 'manual', keepalive: true })).ok;
}

/** The kept paragraph, the nearest of the same text, or as far down the chapter as it was. */
function goTo({ dataset }: HTMLElement): void {
  const kept = (name: string) => Number(dataset[name]);
  const found = articles().find(
    ({ article }) => article.dataset['chapter'] === dataset['chapterKept'],
  );
  if (found === undefined) return;
  const far = (at: number) => Math.abs(at - kept('paragraph'));
  const [nearest] = [...found.paragraphs.entries()]
    .filter(([, paragraph]) => markOf(paragraph) === kept('mark'))
    .sort(([one], [other]) => far(one) - far(other));
  const [there, share] = nearest ? [nearest[1], 'within'] : [found.article, 'share'];
  const { top, height } = there.getBoundingClientRect();
  // A hair below it: positions are in parts of a pixel.
  const down = top + (height * kept(share)) / 1_000 - lineAt + 1;
  scrollBy({ top: down, behavior: 'instant' });
}

function articles(): Found[] {
  const all = document.querySelectorAll<HTMLElement>('#chapters [data-chapter]');
  return [...all].map((article) => {
    const paragraphs = article.querySelectorAll('p,li,pre,td,:is(h2,h3,h4,h5,h6):not(.landmark)');
    return { article, paragraphs: [...paragraphs] };
  });
}

function above(element: Element): boolean {
  return element.getBoundingClientRect().top <= lineAt;
}

/** How much of it is above the line, in thousandths. */
function passed(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return Math.round(1_000 * Math.min(1, Math.max(0, (lineAt - top) / (height || 1))));
}

/** FNV-1a of the words: white space may change. */
function markOf(element: Element): number {
  let mark = 0x811c_9dc5;
  for (const letter of (element.textContent ?? '').split(/\s+/).join(' ')) {
    mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x0100_0193) >>> 0;
  }
  return mark;
}
