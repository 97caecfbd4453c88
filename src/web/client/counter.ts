// Shows beside a field how much of its limit is used, counted as the server counts: code points
// after NFC, a line break as one.
export function enhance(field: HTMLElement): void {
  const control = field.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  const limit = Number(field.dataset['limit']);
  if (!control || !limit) return;
  const seen = document.createElement('p');
  seen.className = 'counter';
  seen.ariaHidden = 'true';
  const heard = document.createElement('p');
  heard.className = 'landmark';
  heard.role = 'status';
  field.append(seen, heard);

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const count = lengthOf(control.value);
    const shown = `${count.toLocaleString('en-US')} / ${limit.toLocaleString('en-US')}`;
    seen.textContent = shown;
    seen.classList.toggle('over', count > limit);
    // Spoken only near the limit, and only when the typing pauses.
    heard.textContent = count > limit * 0.95 ? shown : '';
  };
  control.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 250);
  });
  show();
}

export function lengthOf(value: string): number {
  const text = value.replace(/\r\n?/g, '\n').normalize('NFC');
  // Each pair of surrogates is one code point.
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
