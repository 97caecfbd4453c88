export const personUrl = (login: string) => `/users/${login}`;
export const profileUrl = (login: string) => `/users/${login}/profile`;
export const personSeriesUrl = (login: string) => `/users/${login}/series`;
export const personWorksUrl = (login: string) => `/users/${login}/works`;
export const pseudWorksUrl = (login: string, pseud: string) =>
  `/users/${login}/pseuds/${encodeURIComponent(pseud)}/works`;
/** The feed of what was given to a person, without its ending. */
export const giftsFeedPath = (login: string) => `/users/${login}/gifts/feed`;
/** A person's feed, or that of one of their pseuds, without its ending. */
export const personFeedPath = (login: string, pseud?: string) =>
  pseud === undefined
    ? `/users/${login}/feed`
    : `/users/${login}/pseuds/${encodeURIComponent(pseud)}/feed`;
