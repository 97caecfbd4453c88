// Pictures over the web: the page on which creators keep them, and the pictures themselves.
import { jsonResponse, problemResponse, Refused } from '../../../kit/http/index.ts';
import { parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Guest } from '../../../shared/viewer.ts';
import { answerDone, answerPage, orNotFound } from '../../../web/answer.ts';
import type { Ask, MemberAsk } from '../../../web/ask.ts';
import { ownWork } from '../handlers/work.ts';
import { findWork } from '../store/reads.ts';
import type { OwnWork } from '../store/sources.ts';
import { imagesUrl, imageUrl } from '../urls.ts';
import { notRated, standingOf } from '../visibility.ts';
import type { Work } from '../work.ts';
import { addImage, chooseCover, removeImage } from './actions.ts';
import { describeImage } from './describe.ts';
import { filesIn, imageFile, imagesFolder, typeOfFile } from './image.ts';
import { text } from './messages.ts';
import { type ImagesForm, imagesPage } from './pages/images-page.ts';
import { findImage, listImages, listPicturedTexts } from './store.ts';

/**
 * The picture itself, for whoever may see the work, once a posted text shows it. A file name never
 * means another picture; that the work was hidden reaches a guest's browser within the hour.
 */
export async function showImage(ask: Ask, parts: Parts): Promise<Response> {
  const id = orNotFound(parseId<WorkId>(ask.params['id']));
  const file = ask.params['file'] ?? '';
  if (!imageFile.test(file)) throw new Refused(404);
  const { work } = await findWork(parts.database.read, ask.viewer, id);
  const image = work === null ? null : await findImage(parts.database.read, id, file);
  if (work === null || image === null || !(image.shown || work.own)) throw new Refused(404);
  const headers = {
    'content-type': typeOfFile(file),
    'content-security-policy': "sandbox; default-src 'none'",
    etag: `"${file}"`,
    ...(image.shown && isFor(ask.guest, work) ? { 'cache-control': 'public, max-age=3600' } : {}),
  };
  if (ask.request.headers.get('if-none-match') === headers.etag) {
    return new Response(null, { status: 304, headers });
  }
  const bytes = orNotFound(await parts.files.get(`${imagesFolder(id)}${file}`));
  return new Response(bytes as BodyInit, { headers });
}

/** Whether the picture or style of a work is for everybody of that kind. */
export function isFor(
  guest: Guest,
  { posted, restricted, hidden, unrevealed, tags }: Work,
): boolean {
  const rating = tags.rating[0]?.id ?? notRated;
  const state = { posted, deleted: false, restricted, hidden, unrevealed, rating };
  return standingOf(guest, state, false) === 'seen';
}

export async function showImages(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  return answerImages(ask, parts, work, { errors: [], typed: '' });
}

/** From the form, and from the editor, which asks for JSON and is told the picture's address. */
export async function submitImage(ask: MemberAsk, parts: Parts): Promise<Response> {
  const forScript = (ask.request.headers.get('accept') ?? '').includes('application/json');
  try {
    const work = await ownWork(ask, parts);
    const sent = await ask.form();
    const bytes = sent.files('picture')[0]?.bytes ?? new Uint8Array();
    const words = { alt: sent.text('alt'), decorative: sent.ticked('decorative') };
    const outcome = await addImage(parts, ask.viewer, work.id, { bytes, ...words });
    if (!outcome.ok) {
      const { errors } = outcome;
      if (forScript) throw new Refused(422, { detail: errors[0]?.detail ?? '', errors });
      return await answerImages(ask, parts, work, { errors, typed: words.alt }, 422);
    }
    if (!forScript) return answerDone(ask, imagesUrl(work), text.added());
    const { file, width, height, alt } = outcome.value;
    return jsonResponse({ address: imageUrl(work, file), width, height, alt }, 201);
  } catch (error) {
    if (forScript && error instanceof Refused) return problemResponse(error);
    throw error;
  }
}

export async function submitImageChange(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const file = ask.params['file'] ?? '';
  const sent = await ask.form();
  const wish = sent.text('do');
  const done = (sentence: string) => answerDone(ask, imagesUrl(work), sentence);
  if (wish === 'remove') {
    await removeImage(parts, ask.viewer, work.id, file);
    return done(text.removed());
  }
  if (wish === 'cover' || wish === 'no-cover') {
    await chooseCover(parts, ask.viewer, work.id, wish === 'cover' ? file : null);
    return done(wish === 'cover' ? text.coverChosen() : text.coverTaken());
  }
  const words = { alt: sent.text('alt'), decorative: sent.ticked('decorative') };
  const outcome = await describeImage(parts, ask.viewer, { work: work.id, file }, words);
  if (outcome.ok) return done(text.wordsSaved({ count: outcome.value.texts }));
  return answerImages(ask, parts, work, { errors: outcome.errors, typed: '' }, 422);
}

async function answerImages(
  ask: MemberAsk,
  parts: Parts,
  work: OwnWork,
  form: Pick<ImagesForm, 'errors' | 'typed'>,
  status = 200,
): Promise<Response> {
  const { read } = parts.database;
  const texts = await listPicturedTexts(read, work.id);
  const shownIn = texts.map(({ html }) => filesIn(work.id, [html]));
  const images = (await listImages(read, work.id)).map((image) => {
    return { ...image, texts: shownIn.filter((files) => files.has(image.file)).length };
  });
  return answerPage(ask, imagesPage(ask.frame(), { work, images, ...form }), status);
}
