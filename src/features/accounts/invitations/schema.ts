import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';

export interface InvitationsTable {
  id: number;
  code_hash: string;
  /** Where it was sent; null: whoever made it hands it on. */
  email: string | null;
  /** Null: the archive itself. */
  given_by: UserId | null;
  made_at: Milliseconds;
  expires_at: Milliseconds;
  used_at: Milliseconds | null;
  used_by: UserId | null;
}

export interface InvitationQueueTable {
  id: number;
  email: string;
  email_key: string;
  /** Of the link to one's place. */
  secret_hash: string;
  asked_at: Milliseconds;
}

export interface InvitationSharesTable {
  user_id: UserId;
  left_to_give: number;
}

export interface InvitationDaysTable {
  id: 1;
  daily: number;
  done_at: Milliseconds;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    invitations: InvitationsTable;
    invitation_queue: InvitationQueueTable;
    invitation_days: InvitationDaysTable;
    invitation_shares: InvitationSharesTable;
  }
}
