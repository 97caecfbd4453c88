type Numbered = { readonly id: number };

/** Tools know these two; each is sent a form. */
export const markForLaterUrl = (work: Numbered) => `/works/${work.id}/mark_for_later`;
export const markAsReadUrl = (work: Numbered) => `/works/${work.id}/mark_as_read`;
/** Takes `state` (or `none`) and `chapter`. */
export const markUrl = (work: Numbered) => `/works/${work.id}/reading`;
export const readingsUrl = (login: string) => `/users/${login}/readings`;
/** Takes `do`: keep, stop, clear, restore or forget. */
export const historyUrl = (login: string) => readingsUrl(login);
/** Takes files of a takeout as `file`. */
export const broughtBackUrl = (login: string) => `${readingsUrl(login)}/takeout`;
/** Takes one work out of the history. */
export const visitUrl = (login: string, work: number) => `${readingsUrl(login)}/${work}`;
/** Takes `chapter` and the `Place` in it, and `quiet`, which moves a place that is kept. */
export const placeUrl = (work: Numbered) => `/works/${work.id}/place`;
/** Where an address leads to the place inside the chapter that is kept. */
export const myPlace = 'my-place';
