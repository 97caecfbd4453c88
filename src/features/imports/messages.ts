import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  // Why a file is not brought in. Whoever reports it names the file.
  fileEmpty: 'The file is empty.',
  fileTooLarge: 'It is more than {megabytes} MB, the most that a file of this kind may have.',
  kindUnknown:
    'It is none of the kinds of files that are read here: HTML, EPUB, DOCX, ODT, RTF, Markdown, ' +
    'plain text, or a zip of them.',
  isPdf: 'It is a PDF, in which paragraphs are lost. Bring the EPUB, HTML or DOCX instead.',
  isOldOffice:
    'It is an old document of Word (.doc) or one with a password. Save it as .docx without one.',
  isPicture: 'It is a picture, not a text.',
  isKindle: 'It is a Kindle book. Convert it to EPUB, or download the EPUB instead.',
  isOtherArchive: 'It is an archive of another kind. Pack the files as a zip.',
  notText: 'It is not a text: it holds bytes that no text has.',
  encodingUnknown:
    'Its characters are in an encoding that could not be told. Save the file as UTF-8.',
  encodingProven: 'It does not say which characters it has; its letters show that they are {name}.',
  revisionsBrought:
    '{kept, plural, =0 {No earlier version comes along} one {One earlier version comes along} ' +
    'other {# earlier versions come along}}' +
    '{left, plural, =0 {.} one {; one was left out.} other {; # were left out.}}',
  notUnderstood: 'Something in it was not understood ({said}).',
  noText: 'There is no text in it.',
  noChapters: 'No chapter was found in it.',
  tooManyChapters: 'It has more than {most, number} chapters.',
  chapterTooLong: 'Its chapter {number, number} has more than {most, number} characters.',
  paragraphTooLong: 'A paragraph of it has more than {most, number} characters.',
  tooDeep: 'Its parts stand too deep in each other to be a text.',
  tooManyElements: 'It has more elements than any text needs.',
  tooManyLines: 'It has more lines than any text needs.',
  xmlDamaged: 'It is damaged: its XML does not end as it begins.',
  ownEntities: 'It declares entities of its own, which no work needs and which can do harm.',
  documentMissing: 'It is damaged: the text of the document is missing.',
  documentLocked: 'It is locked with a password.',
  bookLocked: 'Its text is locked (DRM). Bring a copy without a lock.',
  packageMissing: 'It is damaged: the package of the book is missing.',
  spineLies: 'It names a part of the text that is not in it: {path}',
  rtfNot: 'It is not rich text, although it says so.',
  rtfCut: 'It is damaged: a group of it does not end as it begins.',
  takeoutNot:
    'This is not a work that was taken out of an Inkstead archive, or it is from a newer one.',
  bookIncomplete: 'It is a book or a document that lacks the list of its parts.',
  zipNot: 'It is not a zip archive, although its name says so.',
  zipEmpty: 'It is a zip that holds nothing.',
  zipNoWorks: 'Nothing in it is a file of a kind that is read here.',
  zipTruncated: 'It was cut short.',
  zipDamaged: 'It is damaged: what it says of its parts is not true. {entry}',
  zipEncrypted: 'It is locked with a password. {entry}',
  zipPackedOtherwise: 'It is packed in a way that is not read here. {entry}',
  zipTooMany: 'It holds more parts than any book or document needs.',
  zipEntryTooLarge: 'A part of it is too large: {entry}',
  zipTotalTooLarge: 'Its parts are too large together.',
  zipBomb: 'It unpacks to far more than a text does, which is how harm is done. {entry}',
  zipBadName: 'A part of it has a name that leads outside: {entry}',
  zipNameTwice: 'Two parts of it have one name: {entry}',
  zipNested: 'It is a zip in a zip in a zip. Unpack the outer ones.',
  fieldRefused: 'Its {field} cannot be kept: {reason}',
  chapterRefused: 'Its chapter {number, number} cannot be kept: {reason}',
  notFound: 'There is no such file or folder.',
  // What was decided while reading.
  cutAtHeadings:
    '{count, plural, one {One chapter: no headings part it.} ' +
    'other {# chapters, parted at headings.}}',
  chaptersFound:
    '{count, plural, one {One chapter.} other {# chapters, by the table of contents.}}',
  partLeftOut: 'Left out, as a cover or title page: {path}',
  partsTwice: '{count, plural, one {A part} other {# parts}} named twice came in once.',
  picturesLeftOut:
    '{count, plural, one {One picture was} other {# pictures were}} left out; the words for it ' +
    'stay. What lies in the file as JPEG, PNG, GIF or WebP comes along, within limits.',
  picturesOfRtf:
    '{count, plural, one {One picture was} other {# pictures were}} left out: none come in from ' +
    'RTF. Save it as DOCX or ODT to bring them along.',
  picturesCome:
    '{count, plural, one {One picture comes along} other {# pictures come along}}, with the ' +
    'words for it.',
  picturesUnshown:
    '{count, plural, one {One picture was} other {# pictures were}} left out: it cannot be drawn.',
  picturesOverShare:
    '{count, plural, one {One picture was} other {# pictures were}} left out: there is no room ' +
    'for it in the share of the disk.',
  picturesOfUploadOver:
    'Its pictures are left out after all: those of one upload may have {megabytes} MB together.',
  blanksAreBreaks:
    '{count, plural, one {One blank paragraph} other {# blank paragraphs}} became a break ' +
    'between scenes.',
  encoding: 'Its characters were read as {name}, as it says.',
  encodingSupposed: 'It does not say which characters it has; they were read as Windows-1252.',
  ratingMapped: 'Rating “{name}” became “{rating}”.',
  ratingSupposed: 'It names no rating: “{rating}”.',
  warningSupposed: 'It names no warning: “Creator Chose Not To Use Archive Warnings”.',
  becameFreeform: '“{name}” is not one of the choices here and became an additional tag.',
  tagLeftOut: '“{name}” could not be a tag. {problem}',
  tagMended: 'Tag “{name}” became “{mended}”.',
  giftsKept: 'It is a gift to {names}, and comes in as one.',
  skinKept: 'Its style “{title}” comes with it, as one of your skins.',
  skinLeftOut: 'Its style “{title}” has rules that are not allowed here and stays behind.',
  relatedKept: 'It names “{title}” as what it was made after, and goes on to do so.',
  languageSeen: 'It does not say its language; its words show that it is {language}.',
  languageSupposed: 'It does not say its language: English was taken.',
  languageUnknown: 'Its language is not one that is known here ({said}): English was taken.',
  holdTag: 'It has the tag “{name}”.',
  holdWord: 'It has the word “{word}”.',
  // The form.
  importTitle: 'Bring works in',
  importLead:
    'Files with works of yours are read here: downloads of archives, e-books, documents, texts. ' +
    'You see every decision first and can change it. What comes in is a draft until you post it.',
  filesLabel: 'Files',
  filesHint:
    'EPUB, HTML, DOCX, ODT, RTF, Markdown, plain text, or a zip of them. Together up to ' +
    '{megabytes} MB. A long zip takes a minute to read.',
  readButton: 'Read the files',
  filesMissing: 'Choose at least one file.',
  filesWithoutWorks: 'There is no file among them that could be a work.',
  filesRead: '{count, plural, one {One file was read.} other {# files were read.}}',
  waitingLink:
    '{count, plural, one {One work that was read waits} other {# works that were read wait}} ' +
    'for your yes.',
  readingBusy: 'Many files are being read just now. Please send yours again in a few minutes.',
  notReadInTime: 'It could not be read: it takes too long, or too much memory.',
  waitingFull:
    'You have as much waiting as there may be ({most} works). {kept} of these files were read; ' +
    'bring in or throw away what waits, then send the others.',
  waitingTitle: 'What was read',
  waitingLead:
    'Nothing of this is in the archive yet. What you choose comes in as a draft that only you see.',
  waitingNone: 'Nothing waits.',
  waitsNoMore: 'It does not wait any more.',
  moreFiles: 'Read more files',
  takenFor: '{kind}. {chapters, plural, one {One chapter} other {# chapters}}, {words} words.',
  namedBy: 'It names {names}.',
  from: 'It comes from',
  isRefused: 'Not read: {reason}',
  isHere: 'You have brought this work before.',
  isOthers:
    'Another member has brought a work from this address. If you bring it in too, it stands ' +
    'here twice.',
  lineOthersHave: 'Another member has brought a work from this address.',

  showIt: 'Show it',
  willWait: 'It will wait for a moderator before anybody else can see it:',
  toMend: 'It comes in whole, and this has to be mended before it can be posted:',
  atField: '{field}: {detail}',
  chapterNumber: 'Chapter {number, number}',
  decisions: '{count, plural, one {One decision} other {# decisions}}',
  changeLink: 'Change it',
  changeLabel: 'Change it: {title}',
  changeTitle: 'Change “{title}” before it comes in',
  mine: 'These works are mine to post here, and they keep to the site policy.',
  sayMine: 'Tick the box to say that the works are yours to post.',
  chooseWorks: 'Choose at least one work.',
  bringButton: 'Bring in the chosen',
  discardButton: 'Throw away the chosen',
  thrownAway: '{count, plural, one {One was} other {# were}} thrown away.',
  cameIn: '{count, plural, one {One work came in as a draft.} other {# works came in as drafts.}}',
  wereHere: '{count, plural, one {One was} other {# were}} here already: nothing is doubled.',
  notBrought: '“{title}” did not come in: {reason}',
  changed: 'Changed.',
  noChapterLeft: 'Keep at least one chapter.',
  saveButton: 'Save',
  kindOtwHtml: 'A download of an archive, as a page',
  kindOtwEpub: 'A download of an archive, as a book',
  kindFanFicFare: 'A book of FanFicFare',
  kindFicHub: 'A book of FicHub',
  kindEpub: 'A book',
  kindHtml: 'A page',
  kindMarkdown: 'Markdown',
  kindText: 'Plain text',
  kindDocx: 'A Word document',
  kindOdt: 'An ODT document',
  kindTakeout: 'A work that was taken out of an archive like this',
  kindRtf: 'Rich text',
  partWork: 'The work',
  partTags: 'Tags',
  partChapters: 'Chapters',
  fieldTitle: 'Title',
  fieldLanguage: 'Language',
  fieldSummary: 'Summary',
  fieldNotes: 'Notes at the beginning',
  fieldEndNotes: 'Notes at the end',
  fieldSeries: 'Put it into its series: {titles}',
  fieldRating: 'Rating',
  fieldWarnings: 'Warnings',
  fieldCategories: 'Categories',
  fieldFandoms: 'Fandoms',
  fieldRelationships: 'Relationships',
  fieldCharacters: 'Characters',
  fieldFreeforms: 'Additional tags',
  chapterTitle: 'Title of chapter {number, number}',
  chapterFate: 'What becomes of chapter {number, number}',
  fateOwn: 'A chapter of its own',
  fateJoin: 'Part of the chapter before',
  fateLeave: 'Left out',
  // Works of others.
  namesNobody: 'It does not say who wrote it. Bring it in as somebody’s.',
  optedOut: '{name} does not want works to be brought here.',
  hasClaimed: '{name} has claimed their works here and brings in others themselves.',
  nameImpossible: 'No work can stand under the name {name} here.',
  bringForOthersButton: 'Bring in the chosen for their authors',
  cameForOthers:
    '{count, plural, one {One work stands} other {# works stand}} under the names of their ' +
    'authors, for members only.',
  authorsLink: 'Authors and their claim links',
  authorsTitle: 'Authors whose works you brought in',
  authorsLead:
    'Their works stand under their old names, for members only. Send each their link: with it ' +
    'they can take the works over, or have them taken away. A new link ends the one before.',
  authorsNone: 'Nobody’s works wait to be claimed.',
  authorWorks: '{count, plural, one {One work} other {# works}} {host}',
  makeLink: 'Make a claim link',
  makeLinkFor: 'Make a claim link for {name}',
  freshLink: 'The claim link for {name}. It is shown this once:',
  claimTitle: 'Works by {name}',
  claimLead:
    'These works were brought here from another archive, by an archivist of this one. If you ' +
    'wrote them, you decide what becomes of them.',
  claimButton: 'They are mine: put them under my name',
  takeAwayButton: 'Take them away',
  takeAwayLead:
    'Taken away, nobody can read them here, and no work by this name is brought here from there ' +
    'again.',
  tookAway: 'They were taken away.',
  claimed: '{count, plural, one {One work is yours now.} other {# works are yours now.}}',
  logInToClaim: 'Log in to put them under your name',
  lineOthers: '{file}: “{title}” stands under its author’s name, {address}',
  lineClaim: '    Claim link of {name}: {link}',
  // The moderators' page.
  rulesTitle: 'What makes a work wait',
  rulesLead:
    'Works that are brought in wait when they have one of these, besides the tags that the ' +
    'default policy names. One a line.',
  rulesTags: 'Tags',
  rulesWords: 'Words and phrases in the text, the titles or the tags',
  rulesSave: 'Save',
  rulesSaved: 'Saved.',
  rulesTooMany: 'There may be up to {most} lines.',
  ruleTooLong: 'A line may have up to {most} characters.',
  // The command.
  commandAs:
    'There is not just one admin. Say whose the works are: --as USER; with --for-others, USER is ' +
    'the archivist.',
  commandNoArchivist: '{login} is no archivist: only archivists bring in for others.',
  commandNobody: 'There is no open account of the name {login}.',
  commandStopped:
    'Stopped after {done, plural, one {one work} other {# works}}. Nothing is half done; run it ' +
    'again to go on.',
  commandRefused: '{count, plural, one {One file was refused.} other {# files were refused.}}',
  commandOthersDone: '{refused} The others are done.',
  commandWouldRefuse:
    '{count, plural, one {One file would be refused.} other {# files would be refused.}} ' +
    'Nothing was written.',
  lineDraft: '{file}: “{title}” came in as a draft, {address}',
  linePosted: '{file}: “{title}” came in and is posted, {address}',
  lineWould:
    '{file}: “{title}” would come in, {chapters, plural, one {one chapter} other {# chapters}}',
  lineAlready: '{file}: here already, {address}',
  lineSameAs: '{file}: the same work as {other}',
  lineHeld: '{file}: “{title}” came in and waits for a moderator, {address}',
  lineRefused: '{file}: refused. {reason}',
  linePassedOver: '{file}: passed over, it is no text',
  lineDecision: '    {said}',
  lineMark: '    To be mended before it can be posted: {field}: {said}',
  lineHold: '    Waits for a moderator: {said}',
  commandSum:
    '{brought, number} brought in, {already, number} here already, {refused, number} refused',
  commandWould:
    '{brought, number} would come in, {already, number} here already, {refused, number} refused',
  progress: '{done, number} works',
  twiceEncoded:
    'Some letters look as if they had been saved wrongly once before: look for signs like “Ã©”.',
});
