// Pictures of works through the API: for their creators alone.
import { jsonResponse, Refused, readForm } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import {
  addImage,
  chooseCover,
  describeImage,
  findImage,
  type Image,
  imageFormBytesMax,
  listImages,
  removeImage,
  type Work,
} from '../../works/index.ts';
import { imageUrl } from '../../works/urls.ts';
import { parseBody, readJson, requireScope, tagged } from '../call.ts';
import { text } from '../messages.ts';
import { imagePatch } from '../writing-body.ts';
import { ownWork } from './works.ts';

export async function listImagesCall(ask: Ask, parts: Parts): Promise<Response> {
  requireScope(ask, 'read');
  const work = await ownWork(ask, parts);
  const images = await listImages(parts.database.read, work.id);
  return tagged(ask, { items: images.map((image) => imageJson(parts, work, image)) });
}

export async function addImageCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const work = await ownWork(ask, parts);
  const form = await readForm(ask.request, imageFormBytesMax);
  const bytes = form.files('picture')[0]?.bytes ?? new Uint8Array();
  const words = { alt: form.text('alt'), decorative: form.ticked('decorative') };
  const outcome = await addImage(parts, member, work.id, { bytes, ...words });
  if (!outcome.ok) throw new Refused(422, { detail: text.bodyWrong(), errors: outcome.errors });
  const json = imageJson(parts, work, outcome.value);
  const location = `${parts.settings.url}/api/v1${imageUrl(work, outcome.value.file)}`;
  return jsonResponse(json, 201, { location });
}

export async function changeImageCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const work = await ownWork(ask, parts);
  const before = await imageOf(ask, parts, work);
  const { file } = before;
  const { alt, decorative, cover } = parseBody(imagePatch, (await readJson(ask)).value);
  if (alt !== undefined || decorative !== undefined) {
    const words = { alt: alt ?? before.alt, decorative: decorative ?? before.decorative };
    const outcome = await describeImage(parts, member, { work: work.id, file }, words);
    if (!outcome.ok) throw new Refused(422, { detail: text.bodyWrong(), errors: outcome.errors });
  }
  if (cover !== undefined && cover !== before.cover) {
    await chooseCover(parts, member, work.id, cover ? file : null);
  }
  return tagged(ask, imageJson(parts, work, await imageOf(ask, parts, work)));
}

export async function removeImageCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const work = await ownWork(ask, parts);
  await removeImage(parts, member, work.id, ask.params['file'] ?? '');
  return new Response(null, { status: 204 });
}

async function imageOf(ask: Ask, { database }: Parts, { id }: Work): Promise<Image> {
  const image = await findImage(database.read, id, ask.params['file'] ?? '');
  if (image === null) throw new Refused(404);
  return image;
}

function imageJson({ settings }: Parts, work: Work, image: Image) {
  const { file, width, height, bytes, alt, decorative, shown, cover } = image;
  const url = `${settings.url}${imageUrl(work, file)}`;
  return { file, url, width, height, bytes, alt, decorative, shown, cover };
}
