type Numbered = { readonly id: number };

export const importUrl = '/works/import';
export const rescueUrl = '/works/rescue';
/** What was read and waits for a yes. */
export const waitingUrl = '/works/import/waiting';
export const waitingWorkUrl = (item: Numbered) => `/works/import/waiting/${item.id}`;
/** What makes a work wait that is brought in. */
export const holdRulesUrl = '/moderation/held';
export const authorsUrl = '/works/import/authors';
export const claimUrl = (claim: string) => `/claims/${claim}`;
