// Pictures of documents that are zips: what lies in the file comes along, and nothing that it only
// points to.
import type { BroughtPicture } from '../../works/index.ts';
import { takePictures } from '../brought-pictures.ts';
import { resolvePath } from './epub-package.ts';
import type { Package } from './packages.ts';

export type PictureSaid = { readonly alt: string; readonly decorative: boolean };

export type DocumentPictures = {
  readonly taken: readonly BroughtPicture[];
  /** The name of the picture at an address in the document's own words; null: it is left out. */
  readonly name: (address: string | undefined, said: PictureSaid) => string | null;
};

/** `folder`: where addresses in the document begin, as `word/`. */
export function documentPictures(file: Package, folder = ''): DocumentPictures {
  const { pictures, take } = takePictures();
  const byPath = new Map<string, string | null>();
  return {
    taken: pictures,
    name(address, { alt, decorative }) {
      if (address === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return null;
      const path = address.startsWith('/')
        ? resolvePath('', address)
        : resolvePath(folder, address);
      const said = { alt, decorative: decorative && alt === '', cover: false };
      const known = byPath.get(path);
      if (known !== undefined) return known;
      const name = take(file.size(path), () => file.bytesOrNone(path), said);
      byPath.set(path, name);
      return name;
    },
  };
}
