// The links of header and footer as data. A feature that brings a new place for everybody adds
// its line here.
import type { Message } from '../kit/messages/index.ts';
import { hasRole, type Member } from '../shared/viewer.ts';
import { text } from './messages.ts';

export type NavigationLink = { readonly href: string; readonly label: Message };
export type NavigationGroup =
  | NavigationLink
  | { readonly label: Message; readonly links: readonly NavigationLink[] };

export const primaryNavigation: readonly NavigationGroup[] = [
  { href: '/media', label: text.fandoms },
  {
    label: text.browse,
    links: [
      { href: '/works', label: text.works },
      { href: '/tags/search', label: text.tags },
      { href: '/bookmarks', label: text.recommendations },
      { href: '/languages', label: text.languages },
    ],
  },
  { href: '/works/search', label: text.search },
  { href: '/about', label: text.about },
];

/** What the device keeps, with the address that works without the archive. */
export const keptHere: NavigationLink = { href: '/kept', label: text.keptHere };

export const footerNavigation: readonly NavigationLink[] = [
  { href: '/about', label: text.about },
  { href: '/policy', label: text.policy },
  { href: '/terms', label: text.terms },
  { href: '/privacy', label: text.privacy },
  { href: '/contact', label: text.contact },
  keptHere,
];

/** These two lead back to the page they were on. */
export const logIn: NavigationLink = { href: '/users/login', label: text.logIn };
export const readingPreferences: NavigationLink = {
  href: '/reading',
  label: text.readingPreferences,
};

/** The signed-in person's menu. Log-out is a page with a button: GET changes nothing. */
export function accountNavigation(member: Member): readonly NavigationLink[] {
  const home = `/users/${member.login}`;
  return [
    { href: home, label: text.myPage },
    { href: '/works/new', label: text.newWork },
    { href: `${home}/works`, label: text.myWorks },
    { href: `${home}/drafts`, label: text.myDrafts },
    { href: `${home}/subscriptions`, label: text.subscriptions },
    { href: '/inbox', label: text.inbox },
    { href: `${home}/bookmarks`, label: text.myBookmarks },
    { href: `${home}/readings`, label: text.myReading },
    { href: '/filters', label: text.savedFilters },
    { href: '/mutes', label: text.mutes },
    { href: `${home}/preferences`, label: text.preferences },
    ...(hasRole(member, 'wrangler') ? [{ href: '/wrangling', label: text.wrangling }] : []),
    ...(hasRole(member, 'moderator') ? [{ href: '/moderation', label: text.moderation }] : []),
    ...(hasRole(member, 'admin') ? [{ href: '/admin', label: text.hostDesk }] : []),
    { href: '/users/logout', label: text.logOut },
  ];
}
