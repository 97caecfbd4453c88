// Works through the API: made, read, changed, deleted.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import type { PseudId, SkinId, WorkId } from '../../../shared/ids.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { plainText } from '../../../text/index.ts';
import type { Ask } from '../../../web/ask.ts';
import { findSkin, findSkinByTitle } from '../../skins/index.ts';
import {
  type CheckedRelated,
  type CompanyWishes,
  changeWork,
  checkRelated,
  createWork,
  deleteWork,
  findWork,
  listAsked,
  postWork,
  readChapterSource,
  readChapters,
  readRelated,
  readWorkSource,
  undeleteWork,
  type Work,
  type WorkInput,
} from '../../works/index.ts';
import {
  parseBody,
  readJson,
  requireConsent,
  requireReading,
  requireScope,
  revisionTag,
  tagged,
  wantedRevision,
} from '../call.ts';
import { createOnce } from '../idempotency.ts';
import { text } from '../messages.ts';
import { onPresentState } from '../present-state.ts';
import {
  asChapterInput,
  asCompanyWishes,
  asWorkInput,
  nameChapterField,
  patchedWork,
  plannedTime,
  relatedOf,
  textsSent,
  type WorkPatch,
  workBody,
  workPatch,
} from '../work-body.ts';
import { chapterNotes, type WorkBeside, workJson } from '../work-json.ts';

export async function createWorkCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const { value, hash } = await readJson(ask);
  const body = parseBody(workBody, value);
  const wrong = body.chapters.flatMap((chapter, at) =>
    textsSent(chapter) === 1 ? [] : [{ field: `chapters[${at}]`, detail: text.oneText() }],
  );
  if (wrong.length > 0) throw new Refused(422, { detail: text.bodyWrong(), errors: wrong });
  const as = pseudOf(member, body.as);
  const id = await createOnce<WorkId>(ask, parts, {
    route: 'works',
    bodyHash: hash,
    async make(alongside) {
      const post = body.post ?? true;
      const postAt = body.chapters.map((chapter) => plannedTime(chapter).postAt ?? null);
      const posts = post || postAt.some((time) => time !== null);
      if (posts) await requireConsent(ask, parts, member);
      const outcome = await createWork(parts, member, {
        work: { ...asWorkInput(body), ...(await wishedSkin(parts, member, body)) },
        chapters: body.chapters.map(asChapterInput),
        company: { ...asCompanyWishes(body), ...(await relatedWishes(parts, member, null, body)) },
        post,
        postAt,
        nameChapterField: (at) => nameChapterField(body.chapters[at] ?? {}, `chapters[${at}].`),
        ...(as === null ? {} : { as }),
        alongside,
      });
      if (outcome.ok) return outcome.value;
      throw new Refused(422, { detail: text.bodyWrong(), errors: outcome.errors });
    },
  });
  return answerWork(ask, parts, id, 201);
}

export async function showWorkCall(ask: Ask, parts: Parts): Promise<Response> {
  requireReading(ask);
  return answerWork(ask, parts, idOf(ask), 200);
}

export async function changeWorkCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const work = await ownWork(ask, parts);
  const { value } = await readJson(ask);
  if (typeof value === 'object' && value !== null && 'chapters' in value) {
    const errors = [{ field: 'chapters', detail: text.chaptersRefused() }];
    throw new Refused(422, { detail: text.chaptersRefused(), errors });
  }
  const patch = parseBody(workPatch, value);
  if (postsDraft(work, patch)) await requireConsent(ask, parts, member);
  const as = pseudOf(member, patch.as);
  const outcome = await onPresentState(ask, async () => {
    const present = await ownWork(ask, parts);
    const source = await readWorkSource(parts.database.read, present);
    const related = await relatedWishes(parts, member, present.id, patch);
    return changeWork(parts, member, present.id, {
      work: { ...patchedWork(present, source, patch), ...(await wishedSkin(parts, member, patch)) },
      company: { ...asCompanyWishes(patch), ...related },
      revision: present.revision,
      ...wantedRevision(ask, present.id),
      ...(as === null ? {} : { as }),
    });
  });
  if (!outcome.ok) throw new Refused(422, { detail: text.bodyWrong(), errors: outcome.errors });
  if (postsDraft(work, patch)) await postWork(parts, member, work.id);
  return answerWork(ask, parts, work.id, 200);
}

/** What the body says of related works, checked; a patch takes the place of those that are seen. */
async function relatedWishes(
  parts: Parts,
  member: Member,
  id: WorkId | null,
  body: WorkPatch,
): Promise<Pick<CompanyWishes, 'related'>> {
  const wished = relatedOf(body);
  if (wished === null) return {};
  const wrong: FieldError[] = [];
  const named: CheckedRelated[] = [];
  for (const [at, one] of wished.entries()) {
    const errors: FieldError[] = [];
    named.push(await checkRelated(parts, member, id, one, errors));
    wrong.push(...errors.map(({ detail }) => ({ field: `relatedWorks[${at}]`, detail })));
  }
  if (wrong.length > 0) throw new Refused(422, { detail: text.bodyWrong(), errors: wrong });
  const { parents } =
    id === null ? { parents: [] } : await readRelated(parts.database.read, member, id);
  return { related: { named, replacing: parents.map((parent) => parent.id) } };
}

function postsDraft(work: Work, patch: WorkPatch): boolean {
  return patch.post === true && !work.posted;
}

export async function deleteWorkCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const work = await ownWork(ask, parts);
  await deleteWork(parts, member, work.id, wantedRevision(ask, work.id).revision);
  return new Response(null, { status: 204 });
}

export async function undeleteWorkCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const id = idOf(ask);
  await undeleteWork(parts, member, id);
  return answerWork(ask, parts, id, 200);
}

/** The work of the address as this caller may see it, or the refusal that its standing asks for. */
export async function seenWork(ask: Ask, parts: Parts, id = idOf(ask)): Promise<Work> {
  const { standing, work } = await findWork(parts.database.read, ask.viewer, id);
  if (work !== null) return work;
  if (standing === 'members-only') {
    const headers = { 'www-authenticate': 'Bearer' };
    throw new Refused(401, { type: 'members-only', detail: text.membersOnly(), headers });
  }
  if (standing === 'gone') throw new Refused(410, { detail: text.workGone() });
  throw new Refused(404);
}

/** The same for those who want to change it: others' works are refused by the action. */
export async function ownWork(ask: Ask, parts: Parts): Promise<Work> {
  const work = await seenWork(ask, parts);
  if (!work.own) throw new Refused(403);
  return work;
}

async function answerWork(ask: Ask, parts: Parts, id: WorkId, status: number): Promise<Response> {
  const work = await seenWork(ask, parts, id);
  const form = formOf(ask);
  const texts = await readTexts(parts, work, form);
  const asked = work.own ? await listAsked(parts.database.read, work.id) : [];
  const { parents } = await readRelated(parts.database.read, ask.viewer, work.id);
  const skin = work.own ? await skinOf(parts, work) : null;
  const json = workJson(work, parts.settings.url, texts, { asked, parents, skin });
  // Counts, and names of creators, tags and series, change without the work; who asks matters too.
  const answer = tagged(ask, json, revisionTag(work.id, work.revision, json));
  if (status !== 201) return answer;
  const headers = new Headers(answer.headers);
  headers.set('location', `${parts.settings.url}/api/v1/works/${id}`);
  return new Response(answer.body, { status, headers });
}

/** For its creators alone: who else has it could be told by it. */
async function skinOf({ database }: Parts, { skin }: Work): Promise<WorkBeside['skin']> {
  const found = skin === null ? null : await findSkin(database.read, skin);
  return found === null ? null : { id: found.id, title: found.title };
}

/** The skin that a body names; nothing where it names none. */
async function wishedSkin(
  parts: Parts,
  member: Member,
  { skin }: WorkPatch,
): Promise<Pick<WorkInput, 'skin'>> {
  if (skin === undefined) return {};
  if (skin === null) return { skin: null };
  if (typeof skin !== 'string') {
    return { skin: (typeof skin === 'number' ? skin : skin.id) as SkinId };
  }
  const found = await findSkinByTitle(parts.database.read, member.userId, skin);
  if (found !== null) return { skin: found.id };
  const errors = [{ field: 'skin', detail: text.unknownSkin({ skin: skin.slice(0, 60) }) }];
  throw new Refused(422, { detail: text.bodyWrong(), errors });
}

type TextForm = '' | 'html' | 'text' | 'source';

function formOf(ask: Ask): TextForm {
  const asked = ask.query.get('chapters');
  return asked === 'html' || asked === 'text' || asked === 'source' ? asked : '';
}

/** What the asked form adds to each chapter. Sources are for the creators alone. */
async function readTexts(
  parts: Parts,
  work: Work,
  form: TextForm,
): Promise<ReadonlyMap<number, Record<string, unknown>>> {
  const texts = new Map<number, Record<string, unknown>>();
  if (form === '') return texts;
  const { read } = parts.database;
  if (form === 'source') {
    if (!work.own) throw new Refused(403);
    for (const { id } of work.chapters) {
      const source = await readChapterSource(read, work, id);
      if (source === null) continue;
      const { summary, notes, endNotes, format } = source;
      texts.set(id, { summary, notes, endNotes, [format]: source.source });
    }
    return texts;
  }
  const ids = work.chapters.map((chapter) => chapter.id);
  for (const chapter of await readChapters(read, work, ids)) {
    const value = form === 'html' ? chapter.html : plainText(chapter.html);
    texts.set(chapter.id, { ...chapterNotes(chapter), [form]: value });
  }
  return texts;
}

function idOf(ask: Ask): WorkId {
  const id = parseId<WorkId>(ask.params['id']);
  if (id === null) throw new Refused(404);
  return id;
}

/** The pseud a body names, by its name or id; null when it names none. */
function pseudOf(member: Member, as: string | number | undefined): PseudId | null {
  if (as === undefined) return null;
  const found = member.pseuds.find((pseud) => pseud.id === as || pseud.name === as);
  if (found !== undefined) return found.id;
  const detail = text.unknownPseud({ as: String(as).slice(0, 60) });
  throw new Refused(422, { detail: text.bodyWrong(), errors: [{ field: 'as', detail }] });
}
