/** Of a file that is sent, in bytes: what a camera writes. */
export const imageBytesMax = 10_000_000;
/** The form around it. */
export const imageFormBytesMax = imageBytesMax + 100_000;
/** Pictures of one work. */
export const imagesMax = 300;
/** What screen readers read in one go; longer descriptions belong into the text. */
export const altCharactersMax = 500;
