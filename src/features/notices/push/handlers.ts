// A member's browsers that are told of notices: the list, adding this one, removing one.
import { Refused } from '../../../kit/http/index.ts';
import { hashToken } from '../../../kit/ids/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { ownerOnly } from '../handlers.ts';
import { clientLettersMax, devicesMax } from '../limits.ts';
import { text } from '../messages.ts';
import { devicesPage } from '../pages/devices-page.ts';
import { noticeDevicesUrl } from '../urls.ts';
import { deleteDevice, listDevices, writeDevice } from './store.ts';

/** What a browser calls itself, made readable. */
export type DeviceName = (client: string) => string;

export function showDevices(nameOf: DeviceName) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    ownerOnly(ask);
    const { userId, login } = ask.viewer;
    const devices = await listDevices(parts.database.read, userId, parts.clock.now());
    const here = hashToken(ask.session.token ?? '');
    const page = devicesPage({
      login,
      token: ask.session.formToken(),
      publicKey: parts.push.publicKey,
      devices: devices.map((device) => ({
        id: device.id,
        name: nameOf(device.client) || text.deviceUnnamed(),
        titles: device.titles === 1,
        added: device.added_at,
        isHere: device.session_hash === here,
      })),
    });
    return answerPage(ask, page);
  };
}

export async function submitDevices(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const { userId: user, login } = ask.viewer;
  const removed = form.text('remove');
  if (removed !== '') {
    const id = parseId<number>(removed);
    const done =
      id !== null &&
      (await parts.database.write((transaction) => deleteDevice(transaction, user, id)));
    if (!done) throw new Refused(404);
    return answerDone(ask, noticeDevicesUrl(login), text.deviceRemoved());
  }
  const keys = { publicKey: form.text('key'), auth: form.text('auth') };
  const target = { endpoint: form.text('endpoint'), ...keys };
  const { token } = ask.session;
  if (parts.push.publicKey === null || token === null || !parts.push.accepts(target)) {
    throw new Refused(422, { detail: text.deviceRefused() });
  }
  const now = parts.clock.now();
  const added = await parts.database.write(async (transaction) => {
    const there = await listDevices(transaction, user, now);
    const isKnown = there.some(({ endpoint }) => endpoint === target.endpoint);
    if (there.length >= devicesMax && !isKnown) return false;
    await writeDevice(transaction, {
      id: parts.ids.next(),
      user_id: user,
      session_hash: hashToken(token),
      client: (ask.request.headers.get('user-agent') ?? '').slice(0, clientLettersMax),
      endpoint: target.endpoint,
      public_key: target.publicKey,
      auth: target.auth,
      titles: form.text('titles') === '1' ? 1 : 0,
      added_at: now,
      told_at: now,
      failures: 0,
    });
    return true;
  });
  if (!added) throw new Refused(422, { detail: text.devicesFull({ most: devicesMax }) });
  return answerDone(ask, noticeDevicesUrl(login), text.deviceAdded());
}
