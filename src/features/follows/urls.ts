// Addresses of follows. Anyone may link to them.
export function subscriptionsUrl(login: string): string {
  return `/users/${login}/subscriptions`;
}
