// The tables of people, as migrations 0002 and 0012 leave them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { PseudId, UserId } from '../../shared/ids.ts';
import type { Role } from '../../shared/viewer.ts';

export interface UsersTable {
  id: UserId;
  login: string;
  /** `caseKey(login)`. */
  login_key: string;
  email: string | null;
  email_key: string | null;
  /** Null: nobody can log in with a password (demo accounts). */
  password_hash: string | null;
  /** pending: waits for the link in the mail. */
  state: 'pending' | 'open' | 'suspended';
  /** A moderator has hidden the person: profile and works are not shown. */
  hidden: Flag;
  created_at: Milliseconds;
  policy_accepted_at: Milliseconds | null;
  /** The version in force then; null of older accounts too. */
  policy_accepted_version: number | null;
  adult_consent: Flag;
  /** `formatReading`, or null while they have chosen nothing. */
  reading: string | null;
  profile_title: string;
  profile_source: string;
  profile_html: string;
  /** Not null: moderators have hidden profile and descriptions, not the person. */
  profile_hidden_at: Milliseconds | null;
  /** The sanitiser's version that made `profile_html`. */
  profile_sanitiser_version: number;
  /** IANA; null: UTC. */
  time_zone: string | null;
  /** The owner has asked that it be erased; logging in empties this. */
  leaving_at: Milliseconds | null;
  erased_at: Milliseconds | null;
}

export interface DiskSharesTable {
  user_id: UserId;
  bytes: number;
}

export interface UsedLoginsTable {
  login_key: string;
  /** `nameLook(login)`. */
  look_key: string;
  user_id: UserId;
  at: Milliseconds;
}

export interface UserRolesTable {
  user_id: UserId;
  role: Role;
  given_at: Milliseconds;
}

export interface PseudsTable {
  id: PseudId;
  user_id: UserId;
  name: string;
  name_key: string;
  /** `nameLook(name)`. */
  look_key: string;
  description: string;
  is_default: Flag;
  created_at: Milliseconds;
}

export interface SessionsTable {
  token_hash: string;
  user_id: UserId;
  created_at: Milliseconds;
  seen_at: Milliseconds;
  expires_at: Milliseconds;
  client: string;
}

export interface ApiTokensTable {
  id: number;
  user_id: UserId;
  token_hash: string;
  /** Words of `apiScopes`, comma between. */
  scopes: string;
  label: string;
  created_at: Milliseconds;
  revoked_at: Milliseconds | null;
  /** App passwords only: `hashToken` of the word's MD5 as hexadecimal digits. */
  md5_hash: string | null;
  /** Written at most once an hour. */
  used_at: Milliseconds | null;
}

export interface OneTimeLinksTable {
  token_hash: string;
  purpose: 'open-account' | 'new-password' | 'new-email' | 'first-admin';
  user_id: UserId | null;
  /** The address that the account has once an `open-account` or `new-email` link is used. */
  email: string | null;
  created_at: Milliseconds;
  expires_at: Milliseconds;
  used_at: Milliseconds | null;
}

export interface TriesTable {
  subject: string;
  window_start: Milliseconds;
  count: number;
}

/** What somebody with a role, or the operator, did to somebody or something. Made by 0001. */
export interface AuditTable {
  id: number;
  at: Milliseconds;
  /** Null: a command of the operator. */
  actor_id: UserId | null;
  act: string;
  subject_kind: string;
  subject_id: number;
  reason: string;
  /** JSON, `{}` when there is nothing more to say. */
  detail: string;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    users: UsersTable;
    used_logins: UsedLoginsTable;
    user_roles: UserRolesTable;
    pseuds: PseudsTable;
    sessions: SessionsTable;
    api_tokens: ApiTokensTable;
    one_time_links: OneTimeLinksTable;
    tries: TriesTable;
    audit: AuditTable;
    disk_shares: DiskSharesTable;
  }
}
