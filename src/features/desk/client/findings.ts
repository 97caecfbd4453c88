// Makes “Go to the text” select the words in the field. Whatever shows the text instead of the
// plain field may take the event `desk-jump` and say so by `preventDefault()`.
export function enhance(list: HTMLElement): void {
  const field = document.getElementById(list.dataset['field'] ?? '');
  if (!(field instanceof HTMLTextAreaElement)) return;
  list.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a.jump');
    const item = link?.closest<HTMLElement>('li[data-start]');
    if (!item) return;
    event.preventDefault();
    const detail = { start: Number(item.dataset['start']), end: Number(item.dataset['end']) };
    const jump = new CustomEvent('desk-jump', { detail, bubbles: true, cancelable: true });
    if (field.dispatchEvent(jump)) select(field, detail.start, detail.end);
  });
}

/** Selects, and scrolls there: browsers do so for what is typed, not for what is selected. */
function select(field: HTMLTextAreaElement, start: number, end: number): void {
  const measured = field.cloneNode() as HTMLTextAreaElement;
  measured.removeAttribute('id');
  measured.removeAttribute('name');
  const width = `${field.offsetWidth}px`;
  measured.style.cssText = 'position: absolute; visibility: hidden; height: 0';
  measured.style.width = width;
  measured.value = field.value.slice(0, end);
  field.after(measured);
  const height = measured.scrollHeight;
  measured.remove();
  field.focus();
  field.setSelectionRange(start, end);
  field.scrollTop = Math.max(0, height - field.clientHeight / 2);
  field.scrollIntoView({ block: 'center' });
}
