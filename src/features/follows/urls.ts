// Addresses of follows. Anyone may link to them.
/** A member's private feeds. */
export function privateFeedsUrl(login: string): string {
  return `/users/${login}/feeds`;
}

/** A private feed without its ending; whoever has the token reads it. */
export function privateFeedPath(token: string): string {
  return `/feeds/${token}`;
}

export function subscriptionsUrl(login: string): string {
  return `/users/${login}/subscriptions`;
}
