// The archive has what was typed: the copy on this device goes.
import { storageKey } from './unsaved.ts';

export function enhance(flash: HTMLElement): void {
  const place = storageKey(flash.dataset['key'] ?? '');
  localStorage.removeItem(place);
  localStorage.removeItem(`${place}:older`);
}
