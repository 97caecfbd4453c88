/** Where a member takes out everything that is theirs. */
export const takeoutUrl = '/takeout';
