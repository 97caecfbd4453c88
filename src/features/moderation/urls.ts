export const moderationUrl = '/moderation';
export const moderateWorkUrl = (work: { readonly id: number }) => `/moderation/works/${work.id}`;
export const moderatePersonUrl = (login: string) => `/moderation/people/${login}`;
