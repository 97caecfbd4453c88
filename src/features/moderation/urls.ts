export const moderationUrl = '/moderation';
export const moderateWorkUrl = (work: { readonly id: number }) => `/moderation/works/${work.id}`;
export const moderatePersonUrl = (login: string) => `/moderation/people/${login}`;
/** Where what an account did in a time span is undone. */
export const undoPersonUrl = (login: string) => `${moderatePersonUrl(login)}/undo`;
export const reportUrl = '/report';
/** The form that reports something: a work, a chapter, a series, a person (`user`). */
export const reportAboutUrl = (kind: string, thing: { readonly id: number }) =>
  `${reportUrl}?about=${kind}:${thing.id}`;
/** What the member has reported. */
export const ownReportsUrl = '/reports';
/** What waits for a moderator before others see it. */
export const queueUrl = '/moderation/queue';
export const forgetSpamUrl = `${queueUrl}/forget`;
export const casesUrl = '/moderation/cases';
export const caseUrl = (one: { readonly id: number }) => `${casesUrl}/${one.id}`;
/** All decisions that the member was told of. */
export const ownRulingsUrl = '/decisions';
/** Comments that say nearly the same as the one a case is about. */
export const alikeUrl = (one: { readonly id: number }) => `${caseUrl(one)}/alike`;
/** A decision of moderators, for those whose thing it is about. */
export const rulingUrl = (ruling: { readonly id: number }) => `${ownRulingsUrl}/${ruling.id}`;
