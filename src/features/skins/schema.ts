// The table of skins, as migration 0048 leaves it.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { SkinId, UserId } from '../../shared/ids.ts';

export interface SkinsTable {
  id: SkinId;
  user_id: UserId;
  title: string;
  /** `caseKey(title)`: once for each person. */
  title_key: string;
  source: string;
  css: string;
  offered: Flag;
  created_at: Milliseconds;
  edited_at: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    skins: SkinsTable;
  }
}
