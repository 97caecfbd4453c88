// Bringing works in through the API: what was read is reported and waits, as that of the form does.
import { sourceOfBytes } from '../../../kit/archive/index.ts';
import { Refused, readForm } from '../../../kit/http/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { hasRole, type Member } from '../../../shared/viewer.ts';
import type { Ask } from '../../../web/ask.ts';
import {
  bringWaitingIn,
  type FileReading,
  keepUpload,
  listWaitingWorks,
  sayLeft,
  throwAway,
  uploadBytesMax,
  type WaitingWork,
} from '../../imports/index.ts';
import { workUrl } from '../../works/urls.ts';
import {
  type CallHandler,
  parseBody,
  readJson,
  requireConsent,
  requireScope,
  tagged,
} from '../call.ts';
import { text } from '../messages.ts';
import { importYes } from '../writing-body.ts';

export function sendImportsCall(reading: FileReading): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'write');
    const form = await readForm(ask.request, uploadBytesMax);
    const brings = form.ticked('bring');
    if (brings && !form.ticked('mine')) throw fieldWrong('mine', text.sayMine());
    const files = form.files('files');
    const given = files.map(({ name, bytes }) => ({ name, source: sourceOfBytes(bytes) }));
    const kept = await keepUpload(parts, member, given, reading.readUpload);
    if (kept.length === 0) throw fieldWrong('files', text.noWorks());
    const waiting = await listWaitingWorks(parts, member);
    const read = waiting.filter(({ id }) => kept.includes(id));
    if (!brings) return tagged(ask, { dryRun: true, items: read.map(importJson) });
    const items = [];
    for (const one of read) {
      items.push(one.facts === null ? importJson(one) : await bring(parts, member, one, reading));
      await nextTurn();
    }
    return tagged(ask, { dryRun: false, items });
  };
}

export async function listImportsCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'read');
  const waiting = await listWaitingWorks(parts, member);
  return tagged(ask, { dryRun: true, items: waiting.map(importJson) });
}

export function bringImportCall(reading: FileReading): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'write');
    const waiting = await waitingOf(ask, parts, member);
    const { mine, others = false } = parseBody(importYes, (await readJson(ask)).value);
    if (others && !hasRole(member, 'archivist')) throw new Refused(403);
    if (mine !== true && !others) throw fieldWrong('mine', text.sayMine());
    // What comes in under its author's name is posted.
    if (others) await requireConsent(ask, parts, member);
    const brought = await bring(parts, member, waiting, reading, others);
    if ('problem' in brought) throw new Refused(422, { detail: brought.problem });
    return tagged(ask, brought);
  };
}

export async function dropImportCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const { id } = await waitingOf(ask, parts, member);
  await throwAway(parts, member, [id]);
  return new Response(null, { status: 204 });
}

async function waitingOf(ask: Ask, parts: Parts, member: Member): Promise<WaitingWork> {
  const id = parseId<number>(ask.params['id']);
  const found = (await listWaitingWorks(parts, member)).find((one) => one.id === id);
  if (found === undefined) throw new Refused(404);
  return found;
}

async function bring(
  parts: Parts,
  member: Member,
  waiting: WaitingWork,
  { openComing }: FileReading,
  forOthers = false,
) {
  const said = importJson(waiting);
  const done = await bringWaitingIn(parts, member, waiting.id, openComing, forOthers);
  if (!done.ok) return { ...said, problem: done.reason };
  const { id, already, left } = done;
  const decisions = [...(waiting.facts?.decisions ?? []), ...sayLeft(left)];
  const work = { id, url: `${parts.settings.url}${workUrl({ id })}`, already };
  return { ...said, decisions, work };
}

function importJson({ id, fileName: file, refusal, facts }: WaitingWork) {
  if (facts === null) return { id, file, refusal };
  const { title, kind, creators, sourceAddress, chapters, words } = facts;
  const { decisions, marks, holds, duplicateOf } = facts;
  const known = { title, kind, creators, sourceAddress, chapters, words };
  return { id, file, refusal, ...known, decisions, marks, holds, duplicateOf };
}

function fieldWrong(field: string, detail: string): Refused {
  return new Refused(422, { detail: text.bodyWrong(), errors: [{ field, detail }] });
}
