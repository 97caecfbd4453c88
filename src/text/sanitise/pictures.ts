/** A picture that a text may show. */
export type Picture = {
  /** As it is written into the text. */
  readonly address: string;
  /** In pixels of the page; null: not known here, and what the text says of it stays. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /**
   * The words for those who do not see it, where the text gives none; empty: decoration. Null: not
   * known here, and nothing is written.
   */
  readonly alt: string | null;
};

/** Finds the picture at an address as typed and checked; null: it is not one to show. */
export type FindPicture = (address: string) => Picture | null;

/**
 * Takes every picture of the archive itself whose path is like that, for those who pass a text on
 * and leave it to others which there are. `siteUrl`: the archive's own, which may stand before it.
 */
export function picturesLike(path: RegExp, siteUrl: string): FindPicture {
  return (given) => {
    const address = given.startsWith(`${siteUrl}/`) ? given.slice(siteUrl.length) : given;
    return path.test(address) ? { address, size: null, alt: null } : null;
  };
}
