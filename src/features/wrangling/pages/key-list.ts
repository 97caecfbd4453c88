import type { Html } from '../../../kit/html/index.ts';
import { keyList as listOfKeys } from '../../../web/controls.ts';
import { text } from '../messages.ts';

/** The keys of the queue. */
export function keyList(): Html {
  const own = [
    ['1 2 3', text.keySuggestion],
    ['c', text.keyCanonise],
    ['f', text.keyCanoniseIn],
    ['s', text.keySynonym],
    ['p', text.keyParent],
    ['m', text.keyMetatag],
    ['u', text.keyUnwrangleable],
  ] as const;
  return listOfKeys(own, { canUndo: true });
}
