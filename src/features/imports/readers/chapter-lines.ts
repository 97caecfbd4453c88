// Chapter headings in texts without markup.
import type { BroughtChapter } from '../brought-work.ts';

const words = 'chapter|part|book|kapitel|teil|chapitre|partie|cap[ií]tulo|capitolo|hoofdstuk|глава';
const ofChapter = new RegExp(
  `^(?:${words}|chap|episode|kapittel|розділ|rozdział|kapitola|luku|fejezet|bab|chương|bölüm)` +
    '\\s+(\\d+)(?:\\s*[:.\\u2013\\u2014-]\\s*(.*))?$',
  'iu',
);
const counted = [
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen',
  'sixteen|seventeen|eighteen|nineteen|first|last|(?:twenty|thirty|forty|fifty)[- ]?\\p{L}*',
].join('|');
const numbered = new RegExp(
  `^(?:${words})\\s+(?:\\d{1,4}|[ivxlc]{1,8}|${counted})(?![\\p{L}\\p{N}]).{0,80}$`,
  'iu',
);
const named = /^(?:prologue|epilogue|interlude|prolog|epilog|prólogo|epílogo)(?!\p{L}).{0,60}$/iu;
const east = /^第[\d一二三四五六七八九十百]{1,6}[章話话回].{0,40}$/u;

/** Whether a line is the heading of a chapter. */
export function isChapterLine(line: string): boolean {
  const said = line.trim();
  if (said.length > 100) return false;
  return numbered.test(said) || named.test(said) || east.test(said);
}

const byline = /^(?:(?:written|an? (?:story|fic|fanfic)) )?(?:by|von|par|por):? ([^.!?]{1,80})$/iu;

/** Whom a line names as those who wrote it; empty where it is no such line. */
export function creatorsOfLine(line: string): readonly string[] {
  const said = byline.exec(line.replace(/\s+/g, ' ').trim())?.[1] ?? '';
  const names = said.split(/\s*(?:,|&|\band\b)\s*/).filter((name) => name !== '');
  // "By the light of the moon" is a line of the text.
  return names.some((name) => /^\p{Ll}\S* /u.test(name)) ? [] : names;
}

/** Whether a line may be a title: short, and no sentence. */
export function isTitleLine(line: string): boolean {
  return line.length <= 100 && !/[.!?:;,\u2026\u201d"]$/.test(line);
}

/** A heading without what the archive says itself: the word for a chapter, and its number. */
export function tidyChapterTitle(heading: string, position: number): string {
  const said = heading.replace(/\s+/g, ' ').trim();
  const found = ofChapter.exec(said);
  if (found !== null && Number(found[1]) === position) return found[2] ?? '';
  const eastern = /^第\s?(\d+)\s?[章話话回]\s*(?:[:：.、-]\s*)?(.*)$/u.exec(said);
  if (eastern !== null && Number(eastern[1]) === position) return eastern[2] ?? '';
  const leading = /^(\d+)\s*[:.)]\s*(.*)$/.exec(said);
  if (leading !== null && Number(leading[1]) === position) return leading[2] ?? '';
  return said;
}

/**
 * What stands behind the number, where an archive has written `Chapter 3: The Lamp` in any
 * language. What a writer called a chapter ("Day 3") is not to be asked for it.
 */
export function titleOfNumbered(heading: string, position: number): string {
  const found = /^\p{L}+\s+(\d+)(?:\s*[:.]\s*(.*))?$/u.exec(heading);
  if (found === null) return tidyChapterTitle(heading, position);
  return Number(found[1]) === position ? (found[2] ?? '') : heading;
}

/** Chapters with the titles that their headings leave them. */
export function withTidyTitles(chapters: readonly BroughtChapter[]): readonly BroughtChapter[] {
  return chapters.map((chapter, at) => ({
    ...chapter,
    title: tidyChapterTitle(chapter.title, at + 1),
  }));
}
