// Every bound of accounts, each with its reason. Characters are code points after NFC.
import { passwordLimitBytes } from '../../kit/passwords/index.ts';
import { dayMs, hourMs, minuteMs } from '../../kit/time/index.ts';

/** Log-in names stand in addresses that tools write by hand: short, and never mistaken for ids. */
export const loginLeast = 3;
export const loginMost = 40;

/** A byline with three co-creators still fits one line of a phone in landscape. */
export const pseudMost = 40;
/** Scripts that stack marks on a letter use two at most; more is decoration that covers lines. */
export const marksInARowMost = 3;
/** Bounds the sidebar of a user's page and the select of the posting form. */
export const pseudsPerPersonMost = 100;

/** NIST 800-63B asks for at least 8; nothing slows a stolen table more than two more. */
export const passwordLeast = 10;
/** Shorter names are inside too many words to be taken out of a password. */
export const knownNameLeast = 4;
export const passwordMostBytes = passwordLimitBytes;

/** RFC 5321: a path of 256 bytes with its two angle brackets. */
export const emailMost = 254;

export const profileTitleMost = 255;
/** As the notes of a work. */
export const profileMost = 5000;
/** What is typed may be so many times as long as the HTML kept of it. */
export const profileSourceGrowth = 40;

/** A browser's name as the session list keeps it. */
export const clientMost = 200;
export const tokenLabelMost = 100;

export const sessionMs = 14 * dayMs;
export const rememberedSessionMs = 92 * dayMs;
/** Seen-at is for people, who do not need it finer: one write an hour and session at most. */
export const seenEveryMs = hourMs;

/** A link in a mail, and the first-run link. */
export const linkMs = dayMs;

export type TryLimit = { readonly most: number; readonly windowMs: number };

/** A person who guesses among their own passwords needs fewer. */
export const logInTriesOfPair: TryLimit = { most: 10, windowMs: 15 * minuteMs };
/** A school or a library behind one address: what succeeds is not counted. */
export const logInTriesOfAddress: TryLimit = { most: 50, windowMs: 15 * minuteMs };
/** Each costs a hash and a mail. */
export const registrationsOfAddress: TryLimit = { most: 60, windowMs: hourMs };
export const resetsOfAddress: TryLimit = { most: 30, windowMs: hourMs };
/** Mails that a stranger can cause to be sent to one mailbox. */
export const mailsToMailbox: TryLimit = { most: 3, windowMs: hourMs };
