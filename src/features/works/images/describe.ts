// The words for a picture, changed: the texts that show it with the words of before follow, each as
// a change of its own with its revision.
import { nextTurn } from '../../../kit/time/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { changeChapter } from '../actions/chapters.ts';
import type { Outcome } from '../actions/outcome.ts';
import { changeWork } from '../actions/write-work.ts';
import { findWork } from '../store/reads.ts';
import { readChapterSource, readWorkSource } from '../store/sources.ts';
import { imageUrl } from '../urls.ts';
import {
  type ChapterVersion,
  inputOfChapterVersion,
  inputOfVersion,
  versionOfChapter,
  versionOfWork,
} from '../versions.ts';
import { checkWords, type ImageWords, requireImage } from './actions.ts';
import { filesIn } from './image.ts';
import { listPicturedTexts, updateImage } from './store.ts';
import { type ChangedWords, followWords } from './words-in-source.ts';

export type Described = {
  /** Texts that show the new words. */
  readonly texts: number;
};

/** Changes the words for a picture of one's own work. Throws Refused 404 where there is none. */
export async function describeImage(
  parts: Parts,
  member: Member,
  { work, file }: { readonly work: WorkId; readonly file: string },
  given: ImageWords,
): Promise<Outcome<Described>> {
  const words = checkWords(given);
  if (!words.ok) return words;
  const { alt, decorative } = words.value;
  const before = await parts.database.write(async (transaction) => {
    const image = await requireImage(transaction, member, work, file);
    await updateImage(transaction, work, file, { alt, decorative: decorative ? 1 : 0 });
    return image.alt;
  });
  if (before === alt) return { ok: true, value: { texts: 0 } };
  const address = imageUrl({ id: work }, file);
  const addresses = [address, `${parts.settings.url}${address}`];
  const following = { work, words: { addresses, before, after: alt } };
  let texts = 0;
  for (const { chapter, html } of await listPicturedTexts(parts.database.read, work)) {
    if (!filesIn(work, [html]).has(file)) continue;
    const follows =
      chapter === null
        ? await followInNotes(parts, member, following)
        : await followInChapter(parts, member, following, chapter.id);
    if (follows) texts += 1;
    await nextTurn();
  }
  return { ok: true, value: { texts } };
}

type Following = { readonly work: WorkId; readonly words: ChangedWords };

async function followInChapter(
  parts: Parts,
  member: Member,
  { work: id, words }: Following,
  chapter: ChapterId,
): Promise<boolean> {
  const { work } = await findWork(parts.database.read, member, id);
  const typed = work?.own ? await readChapterSource(parts.database.read, work, chapter) : null;
  if (typed === null) return false;
  const version = versionOfChapter(typed);
  const text = followWords(version.source, version.format, words);
  const notes = followWords(version.notes, 'html', words);
  const endNotes = followWords(version.endNotes, 'html', words);
  if (![text, notes, endNotes].some(({ follows }) => follows)) return false;
  const changed: ChapterVersion = {
    ...version,
    source: text.source,
    notes: notes.source,
    endNotes: endNotes.source,
  };
  const change = { chapter: inputOfChapterVersion(changed), revision: typed.revision };
  return (await changeChapter(parts, member, id, chapter, change)).ok;
}

async function followInNotes(
  parts: Parts,
  member: Member,
  { work: id, words }: Following,
): Promise<boolean> {
  const { work } = await findWork(parts.database.read, member, id);
  if (!work?.own) return false;
  const version = versionOfWork(work, await readWorkSource(parts.database.read, work));
  const notes = followWords(version.notes, 'html', words);
  const endNotes = followWords(version.endNotes, 'html', words);
  if (!notes.follows && !endNotes.follows) return false;
  const changed = { ...version, notes: notes.source, endNotes: endNotes.source };
  const change = { work: inputOfVersion(changed), revision: work.revision };
  return (await changeWork(parts, member, id, change)).ok;
}
