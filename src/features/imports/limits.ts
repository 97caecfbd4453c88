// Bounds of what is brought in, each with its reason.
import type { ZipLimits } from '../../kit/archive/index.ts';

/** One file. A novel with pictures is some 10 MB; a reader holds the file and its texts. */
export const fileBytesMax = 50_000_000;
/** All files of one form together: they are in memory until they are read. */
export const uploadBytesMax = 64_000_000;
/** A file of words alone: two million words of HTML are some 12 MB. */
export const textBytesMax = 20_000_000;
/** A file that is read where pages are served: a tenth of a second at most. */
export const readHereBytesMax = 100_000;
/** The same of a zip, which unpacks to ten times as much. */
export const readHereZipBytesMax = 20_000;
/** A work that is judged where pages are served: a tenth of a second at most. */
export const judgeHereCharactersMax = 500_000;
/** Works that wait for one person; a page shows the decisions of each. */
export const waitingWorksMax = 500;
/** What one person may have waiting, deflated: three uploads of prose. */
export const waitingBytesMax = 100_000_000;
/** What waits for a yes is thrown away after so many days. */
export const waitingDays = 14;
/** A zip of works, of one person's whole writing. */
export const archiveLimits: ZipLimits = {
  entriesMax: 20_000,
  entryBytesMax: fileBytesMax,
  // One after the other, each let go before the next.
  totalBytesMax: 4_000_000_000,
};
/** One book or document that is a zip. Pictures are not inflated before they are wanted. */
export const bookLimits: ZipLimits = {
  entriesMax: 5_000,
  entryBytesMax: textBytesMax,
  totalBytesMax: 60_000_000,
};
/** Of one picture: what a camera writes. */
export const pictureBroughtBytesMax = 10_000_000;
/** Of one work: each is drawn anew while somebody waits. */
export const picturesBroughtMax = 100;
/** All of one work: they are in memory several times while they go between processes. */
export const picturesBroughtBytesMax = 20_000_000;
/** All of one upload, out of the process that reads it. */
export const picturesOfUploadBytesMax = 60_000_000;
/** A zip in a zip is opened, one in that is not: works are never deeper. */
export const zipDepthMax = 1;
/** Ten times what a chapter may have: more is no chapter, and cleaning it takes memory. */
export const chapterBroughtCharactersMax = 5_000_000;
/** From so many bytes on, reading a file leaves so much behind that it is worth tidying up. */
export const largeFileBytes = 2_000_000;
/** Far beyond any work; each is a row and a text. */
export const chaptersBroughtMax = 2_000;
/** Earlier versions of one work in a takeout: each is compared while the database is locked. */
export const revisionsBroughtMax = 1_000;
/** All of them together: beside the work they are in memory while it is brought in. */
export const revisionsBroughtCharactersMax = 10_000_000;
/** More than anyone keeps in order by hand; each word is looked for in every text. */
export const holdRulesMax = 500;
export const holdRuleCharactersMax = 150;
/** Of an author's name as a file has it. */
export const authorNameCharactersMax = 100;
