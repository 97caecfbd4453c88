// Downloads: the same visibility as the page, as an attachment that nothing on the site trusts.
import { found, Refused } from '../../kit/http/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';

import type { Ask } from '../../web/ask.ts';
import { findWork, readChapters } from '../works/index.ts';
import { workUrl } from '../works/urls.ts';
import { makeBook } from './book.ts';
import { fileNames } from './file-name.ts';
import { formats, type Typeset, type Wishes } from './formats.ts';

/** `/downloads/:id/:name`, where the name ends in the format; the rest of it is ignored. */
export function download(typeset: Typeset) {
  return (ask: Ask, parts: Parts) => answerDownload(ask, parts, typeset);
}

async function answerDownload(ask: Ask, parts: Parts, typeset: Typeset): Promise<Response> {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(ask.params['name'] ?? '')?.[1]?.toLowerCase();
  const format = formats.find((one) => one.extension === extension);
  const id = parseId<WorkId>(ask.params['id']);
  if (format === undefined || id === null) throw new Refused(404);
  const { standing, work } = await findWork(parts.database.read, ask.viewer, id);
  // The page says what kind of no it is: log in, or wait until it is revealed.
  if (standing === 'members-only' || standing === 'unrevealed') return found(workUrl({ id }));
  if (standing === 'gone') throw new Refused(410);
  if (work === null) throw new Refused(404);
  const ids = work.chapters.filter((chapter) => chapter.posted || !work.posted);
  const chapters = await readChapters(
    parts.database.read,
    work,
    ids.map((chapter) => chapter.id),
  );
  const book = makeBook(work, chapters, parts.settings.url);
  const { ascii, unicode } = fileNames(book.title, format.extension);
  return new Response((await format.write(book, wishesOf(ask), typeset)) as BodyInit, {
    headers: {
      'content-type': format.type,
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${unicode}`,
      'content-security-policy': downloadPolicy,
      'x-robots-tag': 'noindex',
    },
  });
}

/** `?wrap=72`, from 20 to 200; anything else is not heard. */
function wishesOf({ query }: Ask): Wishes {
  const wrap = Number(/^\d{1,3}$/.exec(query.get('wrap') ?? '')?.[0] ?? 0);
  return { wrap: wrap >= 20 && wrap <= 200 ? wrap : 0 };
}

/** What a download may do when a browser shows it after all: nothing (contract 5). */
const downloadPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
