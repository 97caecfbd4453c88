/** Whom a person has named, and who has named them. */
export const ownKinUrl = (login: string) => `/users/${login}/preferences/kin`;
/** What the kin of that person may do. */
export const kinOfUrl = (login: string) => `/kin/${login}`;
export const kinTakeoutUrl = (login: string) => `/kin/${login}/takeout`;
export const kinDeskUrl = '/moderation/kin';
export const decideKinUrl = (login: string) => `/moderation/kin/${login}`;
