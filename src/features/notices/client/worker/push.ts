// Shows what the archive tells this device, and leads to it.
import type { Duty } from '../../../../web/client/worker/scope.ts';

/** As the archive writes it (`push/pushing.ts`). */
type Told = { readonly title: string; readonly body: string; readonly path: string };

export const duty: Duty = (worker) => {
  worker.addEventListener('push', (event) => {
    const told = event.data?.json() as Told | undefined;
    if (told === undefined) return;
    const { title, body, path } = told;
    // One after the other takes the place of the one before.
    const wishes = { body, tag: 'notices', data: path };
    event.waitUntil(worker.registration.showNotification(title, wishes));
  });
  worker.addEventListener('notificationclick', (event) => {
    const { notification } = event;
    notification.close();
    const { href, origin } = new URL(String(notification.data), worker.location.href);
    if (origin === worker.location.origin) event.waitUntil(worker.clients.openWindow(href));
  });
};
