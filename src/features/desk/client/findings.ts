// Makes “Go to the text” select the words, in the plain field or in the editor that is over it.
export function enhance(list: HTMLElement): void {
  list.addEventListener('click', (event) => {
    const item = (event.target as Element)
      .closest('a.jump')
      ?.closest<HTMLElement>('li[data-start]');
    const place = document.getElementById(list.dataset['field'] ?? '');
    if (!item || place === null) return;
    const isSelected =
      place instanceof HTMLTextAreaElement ? selectInField(place, item) : selectIn(place, item);
    if (isSelected) event.preventDefault();
  });
}

/** Selects, and scrolls there: browsers do so for what is typed, not for what is selected. */
function selectInField(field: HTMLTextAreaElement, item: HTMLElement): boolean {
  const [start, end] = [Number(item.dataset['start']), Number(item.dataset['end'])];
  const measured = field.cloneNode() as HTMLTextAreaElement;
  measured.removeAttribute('id');
  measured.removeAttribute('name');
  measured.style.cssText = 'position: absolute; visibility: hidden; height: 0';
  measured.style.width = `${field.offsetWidth}px`;
  measured.value = field.value.slice(0, end);
  field.after(measured);
  const height = measured.scrollHeight;
  measured.remove();
  field.focus();
  field.setSelectionRange(start, end);
  field.scrollTop = Math.max(0, height - field.clientHeight / 2);
  field.scrollIntoView({ block: 'center' });
  return true;
}

const focusedMs = 60;

/** The editor has no places of the source: the words are sought with those around them. */
function selectIn(surface: HTMLElement, item: HTMLElement): boolean {
  const sought = wordsOf(item);
  const whole = sought.before + sought.quote + sought.after;
  // The same words may stand in the text again, and are listed again in their order.
  const items = [...(item.parentElement?.children ?? [])];
  const isSame = (other: Element) => textOf(wordsOf(other)) === textOf(sought);
  let earlier = items.slice(0, items.indexOf(item)).filter(isSame).length;
  for (const block of surface.querySelectorAll('p, blockquote, li, div')) {
    if (block.querySelector('p, blockquote, li, div') !== null) continue;
    const text = plain(block.textContent ?? '');
    for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
      earlier -= 1;
      if (earlier >= 0) continue;
      const place = at + sought.before.length;
      const from = pointAt(block, place);
      const to = pointAt(block, place + sought.quote.length);
      if (from === null || to === null) return false;
      selectWords(surface, from, to);
      return true;
    }
  }
  return false;
}

type Sought = { readonly before: string; readonly quote: string; readonly after: string };
type Point = { readonly node: Text; readonly offset: number };

function wordsOf(item: Element): Sought {
  const mark = item.querySelector('mark');
  return {
    before: plain(mark?.previousSibling?.textContent ?? '').replace(/^…/, ''),
    quote: plain(mark?.textContent ?? ''),
    after: plain(mark?.nextSibling?.textContent ?? '').replace(/…$/, ''),
  };
}

function textOf({ before, quote, after }: Sought): string {
  return `${before}|${quote}|${after}`;
}

function selectWords(surface: HTMLElement, from: Point, to: Point): void {
  surface.focus();
  // An editor that gets the focus puts its own selection back first.
  setTimeout(() => {
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    from.node.parentElement?.scrollIntoView({ block: 'center' });
  }, focusedMs);
}

/** One sign for each: places stay the same. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}

function pointAt(block: Element, place: number): Point | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = place;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  return null;
}
