// The table of works' pictures, as migration 0022 leaves it.
import type { Flag, Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';

export interface ImagesTable {
  work_id: WorkId;
  file: string;
  width: number;
  height: number;
  bytes: number;
  alt: string;
  decorative: Flag;
  shown: Flag;
  cover: Flag;
  added_by: UserId;
  added_at: Milliseconds;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    images: ImagesTable;
  }
}
