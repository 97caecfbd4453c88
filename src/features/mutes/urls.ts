type Numbered = { readonly id: number };

export const mutesUrl = '/mutes';
/** Where a reader chooses what about the work, the tag or the person they want to mute. */
export const muteAboutWorkUrl = (work: Numbered) => `/mutes/new?work=${work.id}`;
export const muteTagUrl = (tag: Numbered) => `/mutes/new?tag=${tag.id}`;
export const mutePersonUrl = (login: string) => `/mutes/new?person=${login}`;
export const unmuteUrl = (mute: Numbered) => `/mutes/${mute.id}/delete`;
