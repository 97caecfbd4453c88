// Bounds of passkeys.
import { minuteMs } from '../../../kit/time/index.ts';

/** As many devices as anybody owns. */
export const passkeysMost = 20;
export const passkeyNameMost = 60;
/** A log-in page lies open for a while before somebody uses it. */
export const challengeMs = 60 * minuteMs;

/** The standard's bound of a credential's id, in bytes. */
export const credentialIdBytesMost = 1023;
/** What browsers send is some hundred bytes; keys of 4,096 bits and their signatures are 600. */
export const clientDataBytesMost = 4096;
export const authenticatorDataBytesMost = 4096;
export const publicKeyBytesMost = 1024;
export const signatureBytesMost = 1024;
/** NIST 800-57: less is not fit for use. */
export const rsaBitsLeast = 2048;
/** More is slow to verify, for whoever asks. */
export const rsaBitsMost = 4096;
