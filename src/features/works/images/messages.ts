import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  // What is wrong with what was sent.
  pictureMissing: 'Choose a picture to add.',
  pictureTooHeavy: 'The file is larger than {megabytes} MB. Save it smaller and send it again.',
  notAnImage: 'This file is no picture that can be read. JPEG, PNG, WebP, GIF and AVIF are taken.',
  isDrawing:
    'SVG drawings are not taken, because they can hold script. Export it as a PNG and send that.',
  otherFormat: 'Pictures of this kind are not taken. Save it as JPEG, PNG, WebP, GIF or AVIF.',
  tooManyPixels:
    'The picture is too large: at most {million} million pixels, and fewer in AVIF and in kinds ' +
    'of files that are not read line by line. Save it smaller and send it again.',
  isBroken: 'The picture cannot be read whole: its file is damaged or was cut short.',
  altTooLong: 'The words for a picture have at most {most} characters.',
  tooManyPictures: 'A work has at most {most} pictures.',
  busy: 'Many pictures are being read at this moment. Nothing was changed; send it again soon.',
  stillShown:
    'A text of this work shows the picture. Take it out there first, then it can be removed.',

  // The page of a work’s pictures.
  pictures: 'Pictures',
  picturesLink: 'Pictures for this work’s texts: add them, describe them, copy their lines',
  picturesOf: 'Pictures of {title}',
  lead:
    'Pictures are drawn anew: where and by whom they were taken is not kept. One that moves ' +
    'becomes its first image. Readers see a picture once a posted text shows it.',
  none: 'This work has no pictures yet.',
  add: 'Add a picture',
  file: 'Picture',
  fileHint: 'JPEG, PNG, WebP, GIF or AVIF, at most {megabytes} MB.',
  alt: 'What it shows, for readers who cannot see it',
  altHint: 'One or two sentences, as you would tell a friend on the telephone.',
  decorative: 'It is decoration: there is nothing to tell',
  addButton: 'Add the picture',
  added: 'The picture is here. Copy its line into your text.',
  wordsSaved:
    'The words are saved{count, plural, =0 {} one {, and follow in one text that shows the ' +
    'picture} other {, and follow in # texts that show the picture}}. Words that were written ' +
    'for one place alone stay as they are.',
  saveWords: 'Save the words',
  remove: 'Remove picture {number}',
  removed: 'The picture is removed.',
  useAsCover: 'Use picture {number} as the cover',
  coverChosen: 'The picture is the cover of the work’s books.',
  noCover: 'Use the drawn cover',
  coverTaken: 'The work’s books have the drawn cover again.',
  isCover: 'It is the cover of the work’s books.',
  number: 'Picture {number}',
  size: '{width} × {height} pixels, {kilobytes, number} kB',
  withoutWords:
    'Without words: readers who cannot see it do not learn that it is there. Write what it ' +
    'shows, or say that it is decoration.',
  lineHtml: 'In HTML and in rich text',
  lineMarkdown: 'In Markdown',
  shownIn: 'Shown in {count, plural, =0 {no text yet} one {# text} other {# texts}} of this work.',
  draftFirst: 'Pictures come in once the work is saved: as a draft, if you like.',
});
