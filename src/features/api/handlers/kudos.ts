// Kudos through the API.

import { Refused } from '../../../kit/http/index.ts';
import { parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import { kudosRefusal, leaveKudos, readKudos, takeKudosBack } from '../../kudos/index.ts';
import { requireReading, requireScope, tagged } from '../call.ts';
import { seenWork } from './works.ts';

export async function showKudosCall(ask: Ask, parts: Parts): Promise<Response> {
  requireReading(ask);
  return answerKudos(ask, parts);
}

async function answerKudos(ask: Ask, parts: Parts): Promise<Response> {
  const work = await seenWork(ask, parts);
  if (!work.posted) throw new Refused(404);
  const { names, more, guests, mine } = await readKudos(ask, parts, work);
  return tagged(ask, { names, more, guests, mine });
}

export async function leaveKudosCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const { id } = await seenWork(ask, parts);
  const giver = { user: member.userId };
  const by = { viewer: ask.viewer, giver, address: ask.clientAddress };
  const left = await leaveKudos(parts, by, id);
  if (left.kind !== 'left' && left.kind !== 'there') throw kudosRefusal(left);
  return answerKudos(ask, parts);
}

/** Also from a work that can no longer be seen. */
export async function takeKudosBackCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const id = parseId<WorkId>(ask.params['id']);
  const taken = id !== null && (await takeKudosBack(parts, { user: member.userId }, id));
  // Who had left none learns nothing of a work they do not see.
  if (!taken) await seenWork(ask, parts);
  return new Response(null, { status: 204 });
}
