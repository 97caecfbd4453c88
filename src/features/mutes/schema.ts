// The table of mutes, as migration 0010 leaves it.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { TagId, UserId, WorkId } from '../../shared/ids.ts';
import type { MuteId } from './mute.ts';

export interface MutesTable {
  id: MuteId;
  user_id: UserId;
  kind: 'tag' | 'person' | 'work' | 'phrase' | 'language' | 'words';
  /** `subjectKey` of what is muted: once for each person. */
  subject: string;
  tag_id: TagId | null;
  within_id: TagId | null;
  person_id: UserId | null;
  work_id: WorkId | null;
  phrase: string | null;
  language: string | null;
  words_min: number | null;
  words_max: number | null;
  created_at: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    mutes: MutesTable;
  }
}
