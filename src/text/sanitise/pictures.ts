/** A picture that a text may show. */
export type Picture = {
  /** As it is written into the text. */
  readonly address: string;
  /** In pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** The words for those who do not see it, where the text gives none; empty: decoration. */
  readonly alt: string;
};

/** Finds the picture at an address as typed and checked; null: it is not one to show. */
export type FindPicture = (address: string) => Picture | null;
