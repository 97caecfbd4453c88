/** Takes a form of a work or a chapter as it stands, and gives it back with what was found. */
export const deskCheckUrl = '/desk/check';
/** Takes a form of a work, and gives it back with the tags that its text suggests. */
export const deskSuggestUrl = '/desk/suggest';
