// What a form brings along for the editor: which of its fields hold text, and every sentence that
// the editor says.
import { type Html, html } from '../../../kit/html/index.ts';
import type { TextField } from '../../../text/index.ts';
import { text as pictures } from '../images/messages.ts';
import { text } from '../messages.ts';
import { autosaveUrl, imagesUrl, otherFormatUrl } from '../urls.ts';

const editorWords = () => ({
  rich: text.editorRich(),
  toolbar: text.editorToolbar(),
  block: text.editorBlock(),
  p: text.editorParagraph(),
  h4: text.editorHeading({ rank: 1 }),
  h5: text.editorHeading({ rank: 2 }),
  h6: text.editorHeading({ rank: 3 }),
  pre: text.editorPre(),
  align: text.editorAlign(),
  alignNone: text.editorAlignNone(),
  alignLeft: text.editorAlignLeft(),
  alignCentre: text.editorAlignCentre(),
  alignRight: text.editorAlignRight(),
  alignJustify: text.editorAlignJustify(),
  undo: text.editorUndo(),
  redo: text.editorRedo(),
  bold: text.editorBold(),
  italic: text.editorItalic(),
  underline: text.editorUnderline(),
  strike: text.editorStrike(),
  raised: text.editorRaised(),
  lowered: text.editorLowered(),
  code: text.editorCode(),
  clear: text.editorClear(),
  link: text.editorLink(),
  linkAddress: text.editorLinkAddress(),
  linkSet: text.editorLinkSet(),
  linkRemove: text.editorLinkRemove(),
  linkRefused: text.editorLinkRefused(),
  ruby: text.editorRuby(),
  rubyBase: text.editorRubyBase(),
  rubyReading: text.editorRubyReading(),
  rubySet: text.editorRubySet(),
  picture: text.editorPicture(),
  pictureFile: pictures.file(),
  pictureAlt: pictures.alt(),
  pictureAdd: pictures.addButton(),
  pictureSending: text.editorPictureSending(),
  pictureUnsent: text.editorPictureUnsent(),
  pictureWithoutWords: text.editorPictureWithoutWords(),
  pictureSaveFirst: pictures.draftFirst(),
  quote: text.editorQuote(),
  bullets: text.editorBullets(),
  numbers: text.editorNumbers(),
  rule: text.editorRule(),
  centre: text.editorAlignCentre(),
  find: text.editorFind(),
  findWords: text.editorFindWords(),
  findNext: text.editorFindNext(),
  replaceBy: text.editorReplaceBy(),
  replace: text.editorReplace(),
  replaceAll: text.editorReplaceAll(),
  // The script fills these holes.
  replacedAll: text.editorReplacedAll({ count: '{count}' }),
  foundAt: text.editorFoundAt({ at: '{at}', of: '{of}' }),
  foundNone: text.editorFoundNone(),
  wide: text.editorWide(),
  help: text.editorHelp(),
  close: text.editorClose(),
  counts: text.editorCounts({ words: '{words}', characters: '{characters}' }),
  keyToolbar: text.editorKeyToolbar(),
  keyBreak: text.editorKeyBreak(),
  keyDeeper: text.editorKeyDeeper(),
  keyShallower: text.editorKeyShallower(),
  keyHeading: text.editorKeyHeading(),
  keyParagraph: text.editorKeyParagraph(),
  formatAddress: otherFormatUrl,
  changeFormat: text.format(),
  wouldLose: text.formatWouldLose({ lost: '{lost}' }),
  loseIt: text.formatLoseIt(),
  keepIt: text.formatKeepIt(),
  unchanged: text.formatUnread(),
  picturesLeftOut: text.editorPicturesLeftOut(),
});

export type EditorWords = Readonly<ReturnType<typeof editorWords>>;

/**
 * Stands anywhere in a form and shows nothing by itself. `format` is the field that says how the
 * chapter's text is written: only HTML is edited as rich text. `work`: whose pictures the texts may
 * show; absent, it is not saved yet.
 */
export function writingTools(
  fields: readonly (readonly [name: string, kind: TextField])[],
  { format, work }: { readonly format?: string; readonly work?: { readonly id: number } },
): Html {
  const autosave = {
    saved: text.autosaved({ time: '{time}' }),
    offline: text.autosaveOffline(),
    loggedOut: text.autosaveLoggedOut(),
    refused: text.autosaveRefused({ reason: '{reason}' }),
    conflict: text.autosaveConflict(),
    compare: text.keptCompare(),
  };
  return html`<div hidden data-enhance="writing autosave" data-autosave="${autosaveUrl}"
 data-autosave-words="${JSON.stringify(autosave)}" data-fields="${JSON.stringify(fields)}"${
   format && html` data-format="${format}"`
 }${
   work && html` data-pictures="${imagesUrl(work)}"`
 } data-words="${JSON.stringify(editorWords())}"></div>`;
}
