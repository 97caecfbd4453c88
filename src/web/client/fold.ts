// A long list of tags, cut to a few lines by the style sheet: a button opens the rest.
export function enhance(list: HTMLElement): void {
  // A rounding of up to a pixel is no hidden line.
  if (list.scrollHeight <= list.clientHeight + 2) {
    open();
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fold';
  button.textContent = `${list.dataset['label']} (${list.children.length})`;
  button.addEventListener('click', () => {
    const next = [...list.querySelectorAll('a')].find(isHidden);
    open();
    next?.focus();
  });
  // Coming by keyboard to a link below the cut, to which the browser scrolls, opens the list.
  list.addEventListener('focusin', () => {
    if (list.scrollTop > 0) open();
  });
  list.after(button);

  function open(): void {
    list.dataset['folded'] = 'no';
    list.scrollTop = 0;
    list.parentElement?.querySelector('button.fold')?.remove();
  }
  function isHidden(link: HTMLElement): boolean {
    return link.getBoundingClientRect().top >= list.getBoundingClientRect().bottom;
  }
}
