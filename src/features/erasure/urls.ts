/** Where a person asks that their account be deleted. */
export const eraseUrl = (login: string) => `/users/${login}/preferences/erase`;
