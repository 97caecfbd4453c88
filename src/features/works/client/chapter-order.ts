// The order of chapters by dragging, with a finger too, or by buttons. The numbers are what is
// sent; they follow every move, and can still be typed.
export function enhance(list: HTMLElement): void {
  const rows = () => [...list.querySelectorAll<HTMLElement>(':scope > .field')];
  const status = document.createElement('p');
  status.className = 'landmark';
  status.role = 'status';
  list.append(status);
  const words = list.dataset;

  const renumber = () => {
    rows().forEach((row, at) => {
      const input = row.querySelector('input');
      if (input === null) return;
      input.value = String(at + 1);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  };
  const say = (row: HTMLElement) => {
    status.textContent = (words['moved'] ?? '')
      .replace('{title}', titleOf(row))
      .replace('{number}', String(rows().indexOf(row) + 1));
  };
  const step = (row: HTMLElement, by: -1 | 1, button: HTMLElement) => {
    const all = rows();
    const other = all[all.indexOf(row) + by];
    if (other === undefined) return;
    if (by < 0) other.before(row);
    else other.after(row);
    renumber();
    say(row);
    button.focus();
  };
  for (const row of rows()) {
    const up = button('↑', `${words['up']} ${titleOf(row)}`);
    const down = button('↓', `${words['down']} ${titleOf(row)}`);
    up.addEventListener('click', () => step(row, -1, up));
    down.addEventListener('click', () => step(row, 1, down));
    // For pointers alone: the buttons do the same for everybody.
    const grip = document.createElement('span');
    grip.className = 'grip';
    grip.ariaHidden = 'true';
    grip.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      drag(row, rows, () => {
        renumber();
        say(row);
      });
    });
    const tools = document.createElement('span');
    tools.className = 'moves';
    tools.append(grip, up, down);
    row.append(tools);
    row.classList.add('movable');
  }
}

/** The row follows the pointer among the others until it is let go. */
function drag(row: HTMLElement, rows: () => HTMLElement[], done: () => void): void {
  const over = new AbortController();
  const { signal } = over;
  row.classList.add('dragged');
  const move = ({ clientY }: PointerEvent) => {
    const others = rows().filter((other) => other !== row);
    const after = others.find((other) => clientY < middleOf(other));
    if (after !== undefined) after.before(row);
    else others.at(-1)?.after(row);
  };
  const end = () => {
    over.abort();
    row.classList.remove('dragged');
    done();
  };
  // Of the window: an element that moves in the page loses hold of the pointer.
  addEventListener('pointermove', move, { signal });
  addEventListener('pointerup', end, { signal });
  addEventListener('pointercancel', end, { signal });
}

function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

function titleOf(row: HTMLElement): string {
  return row.querySelector('label')?.innerText ?? '';
}

function button(face: string, label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.ariaLabel = label;
  made.dataset['face'] = face;
  made.className = 'tool';
  return made;
}
