// The tables of notices, as migrations 0023 and 0053 make them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { MailWay, NoticeId, NoticeWay } from './notice.ts';

export interface NoticesTable {
  id: NoticeId;
  user_id: UserId;
  kind: string;
  about_id: number;
  detail: string;
  count: number;
  at: Milliseconds;
  read_at: Milliseconds | null;
  /** The mail that it waits for. */
  mail: MailWay | null;
}

export interface NoticeChoicesTable {
  user_id: UserId;
  /** A kind's name, or `*`: what holds of kinds that are not chosen for. */
  kind: string;
  way: NoticeWay;
}

export interface NoticeMailsTable {
  user_id: UserId;
  way: MailWay;
  mailed_at: Milliseconds;
}

/** A browser that is told of notices. */
export interface PushDevicesTable {
  id: number;
  user_id: UserId;
  session_hash: string;
  client: string;
  endpoint: string;
  public_key: string;
  auth: string;
  titles: Flag;
  added_at: Milliseconds;
  told_at: Milliseconds;
  failures: number;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    notices: NoticesTable;
    notice_choices: NoticeChoicesTable;
    notice_mails: NoticeMailsTable;
    push_devices: PushDevicesTable;
  }
}
