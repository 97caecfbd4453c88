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
});
