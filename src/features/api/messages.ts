import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  tooManyCalls: 'Too many calls. Wait for as long as Retry-After says.',
  tokenNeeded: 'This call needs a token in the header Authorization: Bearer.',
  consentNeeded: 'Whoever posts has to agree to the site policy first, once, at {url}.',
  scopeMissing: 'The token lacks the scope {scope}.',
  notJson: 'The body is not valid JSON.',
  bodyWrong: 'The body is not what this address takes. Each error names its field.',
  listTooLong: 'A list has at most {most, number} entries.',
  fieldMissing: 'This field is needed.',
  chaptersRefused: 'Chapters have addresses of their own; a work’s patch cannot change them.',
  oneText: 'Send exactly one of html, text and markdown.',
  membersOnly: 'This work is only available to members.',
  workGone: 'This work has been deleted.',
  otherBody: 'This Idempotency-Key was used with another body.',
  keyTooLong: 'An Idempotency-Key has 1 to 200 visible characters.',
  changedMeanwhile: 'This has been changed since the revision that If-Match names.',
  unknownSkin: 'You have no skin of the name “{skin}”.',
  unknownPseud: 'You have no pseud “{as}”.',
  limitRange: 'limit is a whole number from 1 to 100.',
  badCursor: 'after is not a cursor that this archive gave out for this list.',
  nullNotAllowed: 'This field cannot be cleared.',
  noSuchChapter: 'The work has no such chapter.',
  nothingToDo: 'Name at least one tag to add or to remove.',
  noSuchAct: 'There is no such act upon this tag.',
  sayMine: 'Say that these are your own works.',
  noWorks: 'Send at least one file that holds a work, as “files”.',
  noSuchTag: 'There is no tag “{name}” that this could be.',
  standingAct: 'Act {act} stands on it.',
  pageTitle: 'The API',
  pageIntroduction:
    'Everything a reader’s or writer’s tool needs, as JSON. The machine-readable description is at',
  pageAuthentication:
    'Reading what guests may read needs no more than the address. For everything else make an ' +
    'app password under “App passwords” in your preferences, and send it with your log-in name ' +
    'as Authorization: Basic; or send a token that the host has made for you as Authorization: ' +
    'Bearer.',
  pageErrors: 'Errors are problem documents (RFC 9457) with a list of fields.',
  pageScope: 'needs the scope “{scope}”',
});
