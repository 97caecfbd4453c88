// The words for a picture, changed: the texts that show it with the words of before follow, each as
// a change of its own with its revision, and all of them or none.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import type { FindPicture } from '../../../text/index.ts';
import { writeChapterChange } from '../actions/chapters.ts';
import { keepUnlessErrors, type Outcome } from '../actions/outcome.ts';
import { writeChange } from '../actions/write-work.ts';
import { checkChapter, checkWork } from '../input.ts';
import { text } from '../messages.ts';
import { readLanguages } from '../store/languages.ts';
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
import type { Work } from '../work.ts';
import { checkWords, type ImageWords, requireImage } from './actions.ts';
import { filesIn, picturesOf } from './image.ts';
import { listImages, listPicturedTexts, updateImage } from './store.ts';
import { type ChangedWords, followWords } from './words-in-source.ts';

export type Described = {
  /** Texts that show the new words. */
  readonly texts: number;
};

/**
 * Changes the words for a picture of one's own work, and the texts that show them. Throws Refused
 * 404 where there is none, 412 when one of these was changed meanwhile; nothing is changed then.
 */
export async function describeImage(
  parts: Parts,
  member: Member,
  { work, file }: { readonly work: WorkId; readonly file: string },
  given: ImageWords,
): Promise<Outcome<Described>> {
  const words = checkWords(given);
  if (!words.ok) return words;
  const { alt, decorative } = words.value;
  const images = await listImages(parts.database.read, work);
  const before = images.find((image) => image.file === file)?.alt;
  const described = images.map((image) => (image.file === file ? { ...image, alt } : image));
  const address = imageUrl({ id: work }, file);
  const follows =
    before === undefined || before === alt
      ? []
      : await textsThatFollow(parts, member, {
          work,
          file,
          words: { addresses: [address, `${parts.settings.url}${address}`], before, after: alt },
          pictures: picturesOf(work, described, parts.settings.url),
        });
  return keepUnlessErrors(parts, async (transaction) => {
    const now = await requireImage(transaction, member, work, file);
    if (now.alt !== before) throw new Refused(412, { detail: text.changedMeanwhile() });
    await updateImage(transaction, work, file, { alt, decorative: decorative ? 1 : 0 });
    const errors: FieldError[] = [];
    for (const follow of follows) errors.push(...(await follow(transaction)));
    return { value: { texts: follows.length }, errors };
  });
}

type Following = {
  readonly work: WorkId;
  readonly file: string;
  readonly words: ChangedWords;
  /** With the new words. */
  readonly pictures: FindPicture;
};

/** Writes one text that follows; what is wrong with that. */
type Follow = (transaction: Transaction) => Promise<readonly FieldError[]>;

/** Each text that follows, cleaned. What can be no text any more, as one over a limit, stays. */
async function textsThatFollow(
  parts: Parts,
  member: Member,
  following: Following,
): Promise<Follow[]> {
  const { read } = parts.database;
  const { work } = await findWork(read, member, following.work);
  if (!work?.own) return [];
  const found: Follow[] = [];
  for (const { chapter, html } of await listPicturedTexts(read, work.id)) {
    if (!filesIn(work.id, [html]).has(following.file)) continue;
    const follow =
      chapter === null
        ? await inNotes(parts, member, work, following)
        : await inChapter(parts, member, { work, chapter: chapter.id }, following);
    if (follow !== null) found.push(follow);
    await nextTurn();
  }
  return found;
}

async function inChapter(
  parts: Parts,
  member: Member,
  { work, chapter: id }: { readonly work: Work; readonly chapter: ChapterId },
  { words, pictures }: Following,
): Promise<Follow | null> {
  const typed = await readChapterSource(parts.database.read, work, id);
  if (typed === null) return null;
  const version = versionOfChapter(typed);
  const body = followWords(version.source, version.format, words);
  const notes = followWords(version.notes, 'html', words);
  const endNotes = followWords(version.endNotes, 'html', words);
  if (![body, notes, endNotes].some(({ follows }) => follows)) return null;
  const changed: ChapterVersion = {
    ...version,
    source: body.source,
    notes: notes.source,
    endNotes: endNotes.source,
  };
  const { chapter } = checkChapter(inputOfChapterVersion(changed), undefined, pictures);
  if (chapter === null) return null;
  const thing = { work: work.id, chapter: id };
  const change = { revision: typed.revision };
  const at = parts.clock.now();
  return (transaction) =>
    writeChapterChange(transaction, parts, member, { thing, chapter, change, at });
}

async function inNotes(
  parts: Parts,
  member: Member,
  work: Work,
  { words, pictures }: Following,
): Promise<Follow | null> {
  const { read } = parts.database;
  const version = versionOfWork(work, await readWorkSource(read, work));
  const notes = followWords(version.notes, 'html', words);
  const endNotes = followWords(version.endNotes, 'html', words);
  if (!notes.follows && !endNotes.follows) return null;
  const changed = { ...version, notes: notes.source, endNotes: endNotes.source };
  const languages = await readLanguages(read);
  const { work: checked } = checkWork(inputOfVersion(changed), languages, pictures);
  if (checked === null) return null;
  const change = { revision: work.revision };
  const at = parts.clock.now();
  return (transaction) =>
    writeChange(transaction, parts, member, { id: work.id, work: checked, change, at });
}
