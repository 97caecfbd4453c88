// What a notice is. Features that leave notices say in their own words what each means.

import type { Message } from '../../kit/messages/index.ts';
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { Member } from '../../shared/viewer.ts';

/** Ways to be told: on the page of notices alone, there and by mail, or not at all. */
export const noticeWays = ['here', 'at-once', 'daily', 'weekly', 'never'] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** The ways that send mail. */
export const mailWays = ['at-once', 'daily', 'weekly'] as const;
export type MailWay = (typeof mailWays)[number];

export type NoticeId = number;

/** Something that happened. It holds numbers only: names are looked up when it is shown. */
export type Notice = {
  readonly id: NoticeId;
  readonly kind: string;
  /** The id of what it is about, as its kind says. */
  readonly about: number;
  /** More of the kind's own; empty for none. */
  readonly detail: string;
  /** How often it happened since the person last looked. */
  readonly count: number;
  readonly at: Milliseconds;
  readonly readAt: Milliseconds | null;
};

/** What whoever leaves a notice knows of its kind. */
export type NoticeSort = {
  /** Kept in the database: `new-chapter`. */
  readonly name: string;
  /** What holds for people who have chosen nothing. */
  readonly standard: NoticeWay;
  /** Who is suspended or banned finds it on the page alone. */
  readonly quietWhenBarred?: true;
};

/** A notice as a sentence, plain text, and the path that it leads to. */
export type NoticeSaid = { readonly sentence: string; readonly href: string };

export type NoticeKind = NoticeSort & {
  /** “Comments on my works”, for the filter and the choices. */
  readonly label: Message;
  /**
   * What each says to its owner now, in the same order; null for what they may no longer see.
   * It is asked when the page is shown and when the mail is written, never kept.
   */
  say(member: Member, notices: readonly Notice[]): Promise<readonly (NoticeSaid | null)[]>;
};
