import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  counted:
    '{rows, plural, one {# row} other {# rows}} of ' +
    '{tables, plural, one {# table} other {# tables}} and ' +
    '{files, plural, one {# file} other {# files}}',
  written: 'Backed up {counted} to {path} ({size}).',
  notIncluded: 'Not in it: {things}.',
  sound: '{path} is sound: {counted}, taken at {moment} by Inkstead {product}.',
  restored: 'Restored {counted} into {target}, as they were at {moment}.',
  migrated: 'Brought up to date with {count, plural, one {# migration} other {# migrations}}.',
  withoutFiles: 'The back-up holds no files of the file store: copy that folder too.',
  intoMissing: 'Say where to: --into a new folder, or --into postgres://...',
  otherAddress: '--into takes a folder or a postgres:// address.',

  deskTitle: 'Back-ups',
  deskLead:
    'A back-up is one file with the whole archive as it was at one moment. It is written while ' +
    'the archive serves.',
  deskFetch:
    'The files lie in {folder}. They hold mail addresses and what passwords are known by, so ' +
    'they are fetched on the machine itself and never sent to a browser. Keep a copy on another ' +
    'machine, and one of DATA/keys elsewhere.',
  deskDisk: '{size} are free on that disk.',
  deskDiskUnknown: 'The system does not say how much is free.',
  deskDiskLow: 'The disk is nearly full: a further back-up may have no room.',
  deskWrite: 'Write a back-up now',
  deskFiles: 'What there is',
  deskNone: 'There is no back-up yet.',
  deskRuns: 'What was done',
  deskNoRuns: 'Nothing yet.',
  deskAgain: 'Look again',
  deskRules: 'When one is written, and how long they stay',
  deskBack: 'Back to the host’s desk',
  deskAsked: '{file} is taken in hand within seconds.',
  deskBusy: 'Another one waits or runs: try again when it has ended.',
  deskNoFile: 'There is no such back-up.',
  deskUnknown: 'There is no such act.',
  deskSettingsSaved: 'The settings are saved.',
  columnFile: 'File',
  columnTime: 'Time (UTC)',
  columnSize: 'Size',
  columnKept: 'Stays',
  columnVerified: 'Verified',
  columnWhat: 'What',
  columnResult: 'Result',
  moment: '{moment}',
  keptOwn: 'always: it was put there',
  keptNewest: 'as the newest',
  keptSound: 'as the newest that is verified',
  keptDay: 'for its day',
  keptWeek: 'for its week',
  keptMigration: 'as the way back from an upgrade',
  keptNot: 'goes at the next pruning',
  verdictSound: 'sound, {moment}',
  verdictBad: 'not sound: {problem}',
  verifyButton: 'Verify',
  verifyLabel: 'Verify {file}',
  runWrite: 'write',
  runVerify: 'verify',
  runWaits: 'waits',
  runRuns: 'runs: {rows} rows, {files} files so far',
  runDone: 'done: {rows} rows, {files} files, {size}, in {seconds} s',
  runFailed: 'failed: {problem}',
  ruleDaily: 'Write one each day after three o’clock at night (UTC)',
  ruleDays: 'Keep the newest of each of the last',
  ruleDaysHint:
    'Of those that the server wrote. What somebody put there stays; so do the newest, the newest ' +
    'that is verified, and those before the last three upgrades.',
  ruleWeeks: 'And of each of the last',
  ruleOutbox: 'Keep mail that is not sent, in the outbox, for',
  ruleOutboxHint: 'What is in it can log somebody in.',
  rulesSave: 'Save',
  days: '{days, number} days that have one',
  weeks: '{weeks, plural, =0 {no weeks} other {# weeks that have one}}',
  daysOrForGood: '{days, plural, =0 {good} other {# days}}',
});

/** Bytes as people read them. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
