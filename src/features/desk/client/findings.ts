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
  const mark = item.querySelector('mark');
  const before = plain(mark?.previousSibling?.textContent ?? '').replace(/^…/, '');
  const quote = plain(mark?.textContent ?? '');
  const after = plain(mark?.nextSibling?.textContent ?? '').replace(/…$/, '');
  for (const block of surface.querySelectorAll('p, blockquote, li, div')) {
    const at = plain(block.textContent ?? '').indexOf(before + quote + after);
    if (at < 0) continue;
    const from = pointAt(block, at + before.length);
    const to = pointAt(block, at + before.length + quote.length);
    if (from === null || to === null) continue;
    surface.focus();
    // An editor that gets the focus puts its own selection back first.
    setTimeout(() => {
      getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
      from.node.parentElement?.scrollIntoView({ block: 'center' });
    }, focusedMs);
    return true;
  }
  return false;
}

/** One sign for each: places stay the same. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}

function pointAt(block: Element, place: number): { node: Text; offset: number } | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = place;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  return null;
}
