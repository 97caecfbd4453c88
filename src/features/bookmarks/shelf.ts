// A shelf: some of a person's bookmarks, in the order that they gave them.
import type { UserId } from '../../shared/ids.ts';

declare const brand: unique symbol;
export type ShelfId = number & { readonly [brand]: 'shelf' };

export type Shelf = {
  readonly id: ShelfId;
  readonly userId: UserId;
  readonly login: string;
  readonly name: string;
  /** Others may see it, and of its bookmarks those that they may see anyway. */
  readonly public: boolean;
};
