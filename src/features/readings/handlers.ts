// Readings: marking a work, and keeping a place in it.
import { type Form, Refused } from '../../kit/http/index.ts';
import { type ChapterId, parseId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone } from '../../web/answer.ts';
import type { Ask, MemberAsk } from '../../web/ask.ts';
import { returnPath } from '../accounts/index.ts';
import { findWork, type Work } from '../works/index.ts';
import { chapterUrl, workUrl } from '../works/urls.ts';
import { markWork, movePlace } from './actions.ts';
import { paragraphsMax } from './limits.ts';
import { text } from './messages.ts';
import { type Place, type Reading, type ReadingState, readState } from './reading.ts';
import { findReading } from './store.ts';
import { myPlace } from './urls.ts';

/** `state`: what the address itself says; null: the form does. */
export function submitMark(state: ReadingState | null) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const work = await seenWork(ask, parts);
    const form = await ask.form();
    const said = state ?? readState(form.text('state'));
    if (said === null && form.text('state') !== 'none') throw new Refused(422);
    const before = await findReading(parts.database.read, ask.viewer, work.id);
    const asked = form.has('chapter') ? parseId<ChapterId>(form.text('chapter')) : before?.chapter;
    const chapter = asked ?? null;
    const place = chapter === before?.chapter ? before.place : null;
    if (!isOvertaken(form, before)) {
      await markWork(parts, ask.viewer, work, said, { chapter, place });
    }
    const sentence =
      said === null ? text.forgotten() : text.saved({ state: text[`state-${said}`]() });
    return answerDone(ask, returnPath(form.text('back')) ?? workUrl(work), sentence);
  };
}

/** `quiet`: script says how far the reader is; without it a person has pressed the button. */
export async function submitPlace(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await seenWork(ask, parts);
  const form = await ask.form();
  const asked = parseId<ChapterId>(form.text('chapter'));
  const chapter = work.chapters.find(({ id }) => id === asked);
  if (chapter === undefined) throw new Refused(422);
  const place = readPlace(form);
  const before = await findReading(parts.database.read, ask.viewer, work.id);
  if (isOvertaken(form, before)) return new Response(null, { status: 204 });
  if (form.text('quiet') === 'yes') {
    if (place === null) throw new Refused(422);
    await movePlace(parts, ask.viewer, work, chapter, place);
    return new Response(null, { status: 204 });
  }
  await markWork(parts, ask.viewer, work, 'reading', { chapter: chapter.id, place });
  if (form.text('stay') === 'yes') return new Response(null, { status: 204 });
  const back = returnPath(form.text('back')) ?? chapterUrl(work, chapter);
  return answerDone(ask, `${back}#${myPlace}`, text.placeKept());
}

/**
 * A device has kept it until it could be sent (`made_at`, in milliseconds since 1970), and since
 * then something else was said, there or elsewhere.
 */
function isOvertaken(form: Form, before: Reading | null): boolean {
  const made = form.text('made_at');
  return /^\d{1,15}$/.test(made) && before !== null && before.at > Number(made);
}

/** Null where no script has filled it in, and for anything that it does not send. */
function readPlace(form: Form): Place | null {
  const number = (name: string, most: number) => {
    const word = form.text(name);
    return /^\d{1,10}$/.test(word) && Number(word) <= most ? Number(word) : null;
  };
  const paragraph = number('paragraph', paragraphsMax);
  const mark = number('mark', 0xffff_ffff);
  const [within, share] = [number('within', 1_000), number('share', 1_000)];
  if (paragraph === null || mark === null || within === null || share === null) return null;
  return { paragraph, mark, within, share };
}

async function seenWork(ask: Ask, { database }: Parts): Promise<Work> {
  const id = parseId<WorkId>(ask.params['id']);
  const found = id === null ? null : (await findWork(database.read, ask.viewer, id)).work;
  if (found === null || !found.posted) throw new Refused(404);
  return found;
}

/** What the page of a work shows; null for guests and where nothing is marked. */
export async function readReading(ask: Ask, parts: Parts, work: WorkId): Promise<Reading | null> {
  if (ask.viewer.kind === 'guest') return null;
  return findReading(parts.database.read, ask.viewer, work);
}
