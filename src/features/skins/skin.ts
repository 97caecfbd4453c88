import type { SkinId, UserId } from '../../shared/ids.ts';

/** A style sheet for the text of works. */
export type Skin = {
  readonly id: SkinId;
  readonly owner: UserId;
  readonly title: string;
  /** As typed; what is shown is `css`, which `checkSkin` wrote of it. */
  readonly source: string;
  readonly css: string;
  /** Every writer of the archive may use it. */
  readonly offered: boolean;
  readonly editedAt: number;
};

/** What a list of skins shows of one. */
export type ListedSkin = Pick<Skin, 'id' | 'title' | 'offered'>;
