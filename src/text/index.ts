// The door of the prose and markup library. It has never heard of the archive.
export {
  type AnalysedText,
  analyseQuestion,
  analyseText,
  type Phrase,
  phraseTermsMax,
  pieceEnd,
  type Token,
  tokensOf,
  type WantedWord,
} from './analysis/index.ts';
export { matchesIn, type SnippetPart, snippetAround } from './analysis/matches.ts';
export { markdownLine, markdownOf } from './as-markdown/index.ts';
export { countCharacters, normaliseLine, normaliseText } from './characters.ts';
export type { CheckedText, CheckRule, Finding } from './check/index.ts';
export {
  type CleanedText,
  cleanText,
  type FindPicture,
  picturesLike,
  sanitiserVersion,
  type TextField,
  type TextFormat,
} from './clean-text.ts';
export { type CleanElement, type CleanNode, cleanTree } from './clean-tree.ts';
export {
  type ParagraphDifference,
  type Piece,
  paragraphDifferences,
  wordChanges,
} from './differences.ts';
export { caseKey, lookKey } from './fold.ts';
export { type MarkupNode, markupOf, nodesBelow, readMarkup } from './markup-tree.ts';
export type { TextName, TextNames, WarningSign } from './names/index.ts';
export { languageCharactersMax, languageOfWords } from './names/language.ts';
export { excerpt, type PlainTextRules, plainText } from './plain-text.ts';
export { possibleBreaks } from './rescue/breaks.ts';
export {
  lineOf,
  type PieceKind,
  type Rescued,
  type RescueOptions,
  rescue,
  type SentenceEnd,
  type StoryPiece,
} from './rescue/rescue.ts';
export { wingdingsSign } from './sanitise/pasted.ts';
export { applySheets, readSheets, type SheetRules } from './sanitise/sheets.ts';
export {
  type CheckedSkin,
  checkSkin,
  type SkinProblem,
  type SkinReason,
  skinCharactersMax,
} from './skins/index.ts';
export { titleSortKey } from './title-sort.ts';
export { countWords, readingMinutes } from './word-count.ts';
export { serialiseXhtml, type XhtmlRules } from './xhtml.ts';
