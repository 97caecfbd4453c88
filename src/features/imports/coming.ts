// A work that is about to come in: its texts are made once it is known which of its pictures came.
import {
  type BroughtPicture,
  type DrawnPictures,
  namePictures,
  showPictures,
} from '../works/index.ts';
import { withTexts } from './brought-pictures.ts';
import type { BroughtWork } from './brought-work.ts';
import type { JudgedWork } from './plan.ts';

export type ComingWork = Pick<BroughtWork, 'creators' | 'sourceAddress'> & {
  /** As they lay in its file. */
  readonly pictures: () => Promise<readonly BroughtPicture[]>;
  /** What becomes of it, with texts that show those. Throws `FileRefused`. */
  readonly judged: (shown: DrawnPictures) => Promise<JudgedWork>;
};

/** A work that was judged here. */
export function comingOf(plan: JudgedWork, siteUrl: string): ComingWork {
  const { creators, sourceAddress, pictures = [] } = plan.brought;
  return {
    creators,
    sourceAddress,
    pictures: async () => pictures,
    judged: async (shown) => withShown(plan, siteUrl, shown),
  };
}

/** The work with its texts as they show the pictures that came. */
export function withShown(plan: JudgedWork, siteUrl: string, shown: DrawnPictures): JudgedWork {
  if (shown.drawn.length === 0) return plan;
  const brought = withTexts(plan.brought, namePictures(shown));
  return { ...plan, brought, ...showPictures(shown, siteUrl, plan) };
}
