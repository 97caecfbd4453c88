// Asks the browser to take messages for this device, and sends where it takes them with the form.
// Where it cannot, the page's sentence about that stays.
import { canHaveWorker, haveWorker } from '../../../web/client/worker/register.ts';

export function enhance(part: HTMLElement): void {
  const { key = '', denied = '', failed = '' } = part.dataset;
  const form = part.querySelector('form');
  const status = part.querySelector('[role="status"]');
  const can = part.querySelector<HTMLElement>('.can');
  const cannot = part.querySelector<HTMLElement>('.cannot');
  if (form === null || status === null || can === null || cannot === null) return;
  if (!canHaveWorker() || !('PushManager' in window) || !('Notification' in window)) return;
  can.hidden = false;
  cannot.hidden = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    status.textContent = '';
    try {
      if ((await Notification.requestPermission()) !== 'granted') {
        status.textContent = denied;
        return;
      }
      for (const [name, value] of Object.entries(await subscribe(key))) fill(form, name, value);
      // Not asked again: this sends the form past the listener.
      form.submit();
    } catch {
      status.textContent = failed;
    }
  });
}

async function subscribe(key: string): Promise<Readonly<Record<string, string>>> {
  const { pushManager } = await haveWorker();
  // One that was made with another key takes nothing from us.
  await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint, keys } = made.toJSON();
  return { endpoint: endpoint ?? '', key: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' };
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
