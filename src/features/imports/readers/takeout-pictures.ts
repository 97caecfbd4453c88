// Pictures in a takeout, each a file beside its work, and the words for them.
import { z } from 'zod';
import { takePictures, withTexts } from '../brought-pictures.ts';
import type { BroughtWork } from '../brought-work.ts';
import { text } from '../messages.ts';
import type { Beside } from './takeout-revisions.ts';

const said = z.array(
  z.object({
    file: z.string().regex(/^[0-9a-f]{32}\.(?:jpg|png)$/),
    alt: z.string(),
    decorative: z.boolean(),
    cover: z.boolean(),
  }),
);

export const isTakeoutPicture = (path: string): boolean =>
  /(?:^|\/)(?:pictures\.json|pictures\/[0-9a-f]{32}\.(?:jpg|png))$/.test(path);

/** Where texts show pictures of the archive that they were in. */
const shownAt =
  /(?:https?:\/\/[^/\s"'<>()]{1,260})?\/works\/\d{1,16}\/images\/([0-9a-f]{32}\.(?:jpg|png))/g;

/** The work with the pictures that stand in its folder, as many as may be. */
export function withPictures(
  work: BroughtWork,
  { folder, open, bytes, size }: Beside,
): BroughtWork {
  const list = said.safeParse(parsed(open(`${folder}pictures.json`)));
  if (!list.success || list.data.length === 0) return work;
  const { pictures, take } = takePictures();
  const names = new Map<string, string>();
  for (const { file, ...words } of list.data) {
    const path = `${folder}pictures/${file}`;
    const name = take(size(path), () => bytes(path), words);
    if (name !== null) names.set(file, name);
  }
  const named = withTexts(work, (typed) =>
    typed.replace(shownAt, (all, file: string) => {
      const name = names.get(file);
      return name === undefined ? all : `picture:${name}`;
    }),
  );
  const told = text.picturesCome({ count: pictures.length });
  const left = list.data.length - names.size;
  const decisions = [
    ...work.decisions,
    told,
    ...(left > 0 ? [text.picturesLeftOut({ count: left })] : []),
  ];
  return { ...named, pictures, decisions };
}

function parsed(source: string | null): unknown {
  try {
    return JSON.parse(source ?? '');
  } catch {
    return null;
  }
}
