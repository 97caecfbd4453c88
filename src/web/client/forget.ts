// The archive has what was typed: the copies on this device go.
import { storagePlaces } from './unsaved.ts';

export function enhance(flash: HTMLElement): void {
  for (const place of Object.values(storagePlaces(flash.dataset['key'] ?? ''))) {
    localStorage.removeItem(place);
  }
}
