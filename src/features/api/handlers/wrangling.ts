// Wrangling through the API: the same acts as at the desk, each call one transaction.
import type { z } from 'zod';
import { jsonResponse, Refused } from '../../../kit/http/index.ts';
import { parseId, type TagId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { hasRole, type Member } from '../../../shared/viewer.ts';
import type { Ask } from '../../../web/ask.ts';
import { type Finding, mayWrangle } from '../../finding/index.ts';
import {
  type Act,
  ActRefused,
  allowedParents,
  type Done,
  findAct,
  findTagsByIds,
  findTagsByName,
  performActs,
  type Tag,
  type TagMover,
  type TagType,
  undoActs,
} from '../../tags/index.ts';
import { type CallHandler, parseBody, readJson, requireScope } from '../call.ts';
import { text } from '../messages.ts';
import type { tagReference } from '../work-body.ts';
import { tagJson } from '../work-json.ts';
import { canonicalBody, synonymBody, tiesBody, undoBody } from '../wrangling-body.ts';

/** What wrangling works on. */
export type Ground = { readonly finding: Finding; readonly movers: readonly TagMover[] };

export function synonymCall(ground: Ground): CallHandler {
  return async (ask, parts) => {
    const { member, tag } = await wranglerAnd(ask, parts, ground);
    const { of } = parseBody(synonymBody, (await readJson(ask)).value);
    if (of === null) return perform(parts, ground, member, tag, [{ kind: 'free', tag: tag.id }]);
    const target = await referred(parts, ground, member, of, [tag.type], 'of');
    return perform(parts, ground, member, tag, [
      { kind: 'synonym', tag: tag.id, target: target.id },
    ]);
  };
}

export function tiesCall(ground: Ground, fact: 'parent' | 'metatag'): CallHandler {
  return async (ask, parts) => {
    const { member, tag } = await wranglerAnd(ask, parts, ground);
    const body = parseBody(tiesBody, (await readJson(ask)).value);
    const types = fact === 'parent' ? (allowedParents[tag.type] ?? []) : [tag.type];
    const acts: Act[] = [];
    // First what is taken away: a tag may change its parent in one call.
    for (const way of ['remove', 'add'] as const) {
      const sent = body[way] ?? [];
      for (const reference of Array.isArray(sent) ? sent : [sent]) {
        const above = await referred(parts, ground, member, reference, types, way);
        acts.push({ kind: `${way}-${fact}`, tag: tag.id, target: above.id });
      }
    }
    if (acts.length === 0) throw new Refused(422, { detail: text.nothingToDo() });
    return perform(parts, ground, member, tag, acts);
  };
}

export function canonicalCall(ground: Ground): CallHandler {
  return async (ask, parts) => {
    const { member, tag } = await wranglerAnd(ask, parts, ground);
    const { canonical } = parseBody(canonicalBody, (await readJson(ask)).value);
    const kind = canonical ? 'canonise' : 'decanonise';
    return perform(parts, ground, member, tag, [{ kind, tag: tag.id }]);
  };
}

export function undoCall(ground: Ground): CallHandler {
  return async (ask, parts) => {
    const { member, tag } = await wranglerAnd(ask, parts, ground);
    const { act } = parseBody(undoBody, (await readJson(ask)).value);
    const known = await findAct(parts.database.read, act);
    if (known?.tag !== tag.id) throw new Refused(404, { detail: text.noSuchAct() });
    const done = await doing(() =>
      parts.database.write((transaction) =>
        undoActs(transaction, [act], doingOf(parts, ground, member)),
      ),
    );
    return answer(parts, tag, done);
  };
}

async function wranglerAnd(
  ask: Ask,
  parts: Parts,
  ground: Ground,
): Promise<{ member: Member; tag: Tag }> {
  const member = requireScope(ask, 'wrangle');
  if (!hasRole(member, 'wrangler')) throw new Refused(403);
  const id = parseId<TagId>(ask.params['id']);
  const tag = id === null ? null : await wrangled(parts, ground, member, id);
  if (tag === null) throw new Refused(404);
  return { member, tag };
}

async function wrangled(
  { database }: Parts,
  { finding }: Ground,
  member: Member,
  id: TagId,
): Promise<Tag | null> {
  const tag = (await findTagsByIds(database.read, [id])).get(id);
  if (tag === undefined || !(await mayWrangle(database.read, finding, member, tag))) return null;
  return tag;
}

/** The tag that is meant by a name of one of the types, or by a number. */
async function referred(
  parts: Parts,
  ground: Ground,
  member: Member,
  reference: z.infer<typeof tagReference>,
  types: readonly TagType[],
  field: string,
): Promise<Tag> {
  const id = typeof reference === 'object' ? reference.id : reference;
  const name = typeof reference === 'object' ? (reference.name ?? '') : String(reference);
  const named =
    typeof id === 'number'
      ? [{ id: id as TagId }]
      : (await findTagsByName(parts.database.read, name, types)).sort(
          (a, b) => Number(b.status === 'canonical') - Number(a.status === 'canonical'),
        );
  const [first] = named;
  const tag = first === undefined ? null : await wrangled(parts, ground, member, first.id);
  if (tag !== null) return tag;
  const errors = [{ field, detail: text.noSuchTag({ name: typeof id === 'number' ? id : name }) }];
  throw new Refused(422, { detail: text.bodyWrong(), errors });
}

async function perform(
  parts: Parts,
  ground: Ground,
  member: Member,
  tag: Tag,
  acts: readonly Act[],
): Promise<Response> {
  const done = await doing(() =>
    parts.database.write((transaction) =>
      performActs(transaction, acts, doingOf(parts, ground, member)),
    ),
  );
  return answer(parts, tag, done);
}

function doingOf({ ids, clock }: Parts, { movers }: Ground, { userId }: Member) {
  return { ids, at: clock.now(), by: userId, movers };
}

/** A refusal names the later acts that stand in the way. */
async function doing(work: () => Promise<Done[]>): Promise<Done[]> {
  return work().catch((refusal: unknown) => {
    if (!(refusal instanceof ActRefused) || refusal.standing.length === 0) throw refusal;
    const errors = refusal.standing.map(({ id }) => ({
      field: 'act',
      detail: text.standingAct({ act: String(id) }),
    }));
    throw new Refused(refusal.status, { detail: refusal.message, errors });
  });
}

async function answer(parts: Parts, { id }: Tag, done: readonly Done[]): Promise<Response> {
  const tag = (await findTagsByIds(parts.database.read, [id])).get(id);
  if (tag === undefined) throw new Refused(404);
  const acts = done.map(({ act }) => act.id);
  return jsonResponse({ ...tagJson(tag), type: tag.type, acts }, 200);
}
