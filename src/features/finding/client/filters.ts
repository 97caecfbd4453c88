// The filters beside a list, while they are filled in: what they would show is counted in the
// background, and on a narrow screen they cover the page until they are closed.
type LiveCounts = {
  readonly label: string;
  readonly said: string;
  readonly counts: Readonly<Record<string, string>>;
};

const typingMs = 500;
const tickingMs = 150;

export function enhance(panel: HTMLElement): void {
  const form = panel.querySelector('form');
  const button = form?.querySelector<HTMLButtonElement>('.submit button');
  if (!(panel instanceof HTMLDetailsElement) || !form || !button) return;
  coverScreen(panel, form);
  const plainLabel = button.textContent;
  const heard = document.createElement('p');
  heard.className = 'landmark';
  heard.role = 'status';
  form.append(heard);
  button.textContent = button.dataset['label'] ?? plainLabel;

  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const countAfter = (ms: number) => {
    clearTimeout(waiting);
    // An answer under way is about what was there before.
    asking.abort();
    waiting = setTimeout(() => void count(), ms);
  };
  form.addEventListener('input', ({ target }) => {
    if (!isTick(target)) countAfter(typingMs);
  });
  form.addEventListener('change', ({ target }) => {
    if (isTick(target) && target.type === 'checkbox') settle(target, panel);
    countAfter(tickingMs);
  });
  // Coming back to a page, browsers put back what was ticked and typed.
  if (isChanged(form)) countAfter(0);

  async function count(): Promise<void> {
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(addressOf(form as HTMLFormElement), { signal });
      if (!answer.ok) throw new Error(String(answer.status));
      show((await answer.json()) as LiveCounts);
    } catch {
      // Without a number the button says what it does; the page that it leads to counts anew.
      if (!signal.aborted) (button as HTMLButtonElement).textContent = plainLabel;
    }
  }
  function show({ label, said, counts }: LiveCounts): void {
    (button as HTMLButtonElement).textContent = label;
    heard.textContent = said;
    for (const row of (form as HTMLFormElement).querySelectorAll<HTMLElement>('.tag-choices li')) {
      const shown = counts[row.querySelector('input')?.value ?? ''];
      const place = row.querySelector('.count');
      if (shown === undefined || place === null) continue;
      if (place.textContent !== shown) place.textContent = shown;
      row.toggleAttribute('data-none', shown === '0');
    }
  }
}

/** The list's own address as the form would ask for it, for the counts of the boxes it shows. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') query.append(name, value);
  }
  const boxes = form.querySelectorAll<HTMLInputElement>('.tag-choices label:first-child input');
  query.append('counts', [...boxes].map(({ value }) => value).join(','));
  return `${form.getAttribute('action')}?${query}`;
}

/** A tag is wanted or kept out, not both; its group says how many of its tags are in use. */
function settle(box: HTMLInputElement, panel: HTMLElement): void {
  const row = box.closest('li');
  if (box.checked) {
    for (const other of row?.querySelectorAll('input') ?? []) other.checked = other === box;
  }
  const group = box.closest('details');
  const summary = group?.querySelector('summary');
  if (!group || !summary || group === panel) return;
  const chosen = group.querySelectorAll(':checked').length;
  let badge = summary.querySelector<HTMLElement>('.in-use');
  if (badge === null) {
    badge = document.createElement('span');
    badge.className = 'in-use';
    summary.append(badge);
  }
  badge.textContent = String(chosen);
  badge.hidden = chosen === 0;
}

/** Covers a narrow screen while it is open: keys stay inside, Escape and the way back close it. */
function coverScreen(panel: HTMLDetailsElement, form: HTMLFormElement): void {
  const wide = matchMedia('(min-width: 60rem)');
  panel.dataset['sheet'] = '';
  // Where the style sheet cannot hold it open beside the list.
  if (wide.matches && !CSS.supports('selector(::details-content)')) panel.open = true;
  const guard = () => {
    const isSheet = panel.open && !wide.matches;
    for (const element of around(panel)) element.inert = isSheet;
  };
  panel.addEventListener('toggle', guard);
  wide.addEventListener('change', guard);
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || wide.matches || !panel.open) return;
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
  closeOnBack(panel, form, wide);
}

/** While it is open it is a step of its own in the browser's history. */
function closeOnBack(panel: HTMLDetailsElement, form: HTMLFormElement, wide: MediaQueryList): void {
  const isStep = () => history.state?.filters === true;
  panel.addEventListener('toggle', () => {
    if (panel.open && !wide.matches && !isStep()) history.pushState({ filters: true }, '');
    if (!panel.open && isStep()) history.back();
  });
  const follow = () => {
    if (!wide.matches) panel.open = isStep();
  };
  addEventListener('popstate', follow);
  // Somebody has come back to it from a page beyond.
  if (isStep()) follow();
  form.addEventListener('submit', (event) => {
    if (!isStep() || event.defaultPrevented) return;
    event.preventDefault();
    // The works shown take its place: the way back leads to the list before.
    const query = new URLSearchParams(
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    );
    location.replace(`${form.getAttribute('action')}?${query}`);
  });
}

/** Everything of the page that is not the panel or around it. */
function* around(panel: HTMLElement): Generator<HTMLElement> {
  for (let inside = panel; inside !== document.body; inside = inside.parentElement as HTMLElement) {
    for (const other of inside.parentElement?.children ?? []) {
      if (other !== inside && other instanceof HTMLElement) yield other;
    }
  }
}

function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((element) => {
    if (isTick(element)) return element.checked !== element.defaultChecked;
    if (element instanceof HTMLInputElement) return element.value !== element.defaultValue;
    return false;
  });
}

function isTick(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && /checkbox|radio/.test(target.type);
}
