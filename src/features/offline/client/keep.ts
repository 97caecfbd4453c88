// The button that keeps what a page shows on this device. Nothing of the rest is loaded, and no
// worker runs, until somebody presses it.
import { canHaveWorker, haveWorker } from '../../../web/client/worker/register.ts';

export async function enhance(offer: HTMLElement): Promise<void> {
  if (!canHaveWorker()) return;
  const { asked = '', keep = '', again = '', kept = '', failed = '' } = offer.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  const link = document.createElement('a');
  link.href = '/kept';
  link.textContent = kept;
  const status = document.createElement('span');
  status.role = 'status';
  offer.append(button, ' ', link, ' ', status);
  const show = (isHere: boolean) => {
    button.textContent = isHere ? again : keep;
    link.hidden = !isHere;
  };
  // The word of a cache that holds nothing is not asked for: to ask would make the store.
  const { isKept } = (await caches.has('inkstead-kept'))
    ? await import('./device/held.ts')
    : { isKept: () => false };
  show(await isKept(asked));
  offer.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await haveWorker();
      const { keepAsked } = await import('./device/asked.ts');
      await keepAsked(asked, (words) => {
        status.textContent = words;
      });
      show(true);
    } catch {
      status.textContent = failed;
    }
    button.disabled = false;
  });
}
