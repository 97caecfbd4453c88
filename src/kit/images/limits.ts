/** Pixels of a picture that is taken: what decoders need of memory goes with them. */
export const imagePixelsMax = 40_000_000;
/** The longer side of what is kept, in pixels: sharp on a page 800 wide at three dots a pixel. */
export const imageSideMax = 2_400;
