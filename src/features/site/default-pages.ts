// The archive's pages about itself until the host writes others: Markdown, in plain words. They
// are starting points that a host can stand behind, not legal advice.

const written = {
  about: `This is an archive for transformative works: stories, and in time art, audio and
translations, made by people who loved something and wanted more of it.

Anyone can read here without an account. With one you can post works, keep them as drafts for as
long as you like, and take everything you own away again, at any time.

Works are found through their tags. Creators choose them in their own words; volunteers called
wranglers tie together those that mean the same, so that a reader who looks for one finds all.
Every work bears a rating and says whether one of the archive's warnings applies; what you do not
want to meet you can leave out of every list.

The archive runs on Inkstead, which is free software.`,

  policy: `## What is welcome

Works of your own making that build on something you love. Every kind of story, told for any
reader, as long as it is labelled honestly: choose the rating and the warnings that a stranger
would need.

## What is not

- Sexual content involving minors, in any form. Such works are removed, whatever their label.
- Works that are not yours to post, and works that copy another person's text.
- Harassment: works, notes, names or profiles made to hurt a real person.
- Spam, and anything that the law where this archive is hosted forbids.

## What happens then

Moderators may hide a work or a person while they look into it. They write down the reason, the
creator can still see the work, and whatever was done can be undone. If you think that they are
wrong, write to the address on the contact page.

## Adult works

Works rated Mature or Explicit, and works that are not rated, are shown after you have said once
that you are willing to see them.`,

  terms: `## Your account

It is yours alone: keep its password to yourself, and have one account for each person. You are old
enough to have one by the law of where you live, and old enough for what you choose to read.

## What you post

It stays yours. By posting it you let this archive keep it, show it to those for whom you have
posted it, and give it to readers as files. You can take it down or leave the archive at any time;
what readers have taken home stays with them.

## What others post

It is theirs, and nobody here has read it before you. Ratings, warnings and tags come from those
who post. Report what goes against the [policy](/policy); moderators look at every report.

## The archive

It is kept by people who do what they can: it may be slow, away or read-only for a while, and they
do not answer for what others post. They may close an account that breaks the policy or these
terms, with a reason that its owner is told and can answer.

## When this changes

Earlier versions of these terms and of the policy stay here to be read. Who posts is asked for
consent again when the policy has become another.`,

  privacy: `## What is kept

- Your log-in name, your pseuds, your mail address, and a hash of your password from which the
  password cannot be found again.
- What you post, as you typed it and as it is shown, its earlier versions until you throw them away,
  and when you agreed to which policy.
- Comments, kudos, bookmarks, mutes, blocks, filters and what you follow, until you take them back.
  What you mark as private nobody else sees, the people who run the archive included, unless they
  look into its files.
- What you are reading and how far you have come, and the works you have opened if you have turned
  that history on. Only you see it, and you can clear it.
- One row for each place where you are logged in, and one for each device that you have logged in
  with, so that you can be told of a new one.
- For each browser that you want to be told on what is new, where it takes messages, until you
  remove it.
- How often a work was opened. For that nobody is noted: within a day, visits are told apart by a
  number that changes every day and is never written down.
- What moderators decided, with their reasons, for as long as the people who run the archive have
  set.

## What is not

There are no advertisements, no trackers and no requests to any other site. Nothing about you is
sold or given away.

Only if you have the archive tell a browser of yours what is new do messages to it go through the
push service of its maker, which can read none of them. It ends when you log out there.

## Cookies

One keeps you logged in, or ties the forms you send to you. Others remember that you are willing to
see adult works, how you like to read, which announcements you have hidden, and, for a guest, which
works have had kudos: each only once you have done so.

## On your device

Works that you keep on a device lie in its browser, with what you did there and has not been sent
yet, until you remove them or your log-in there ends. Nothing is kept so unless you ask for it.

## Taking it with you

Every work can be downloaded, and everything that is yours can be taken out as one file, under “Take
everything out” in your preferences. “Delete my account” there removes the account and all that
belongs to it; for 30 days you can change your mind. Back-ups that were made before keep what was in
them until they are thrown away.`,

  contact: `The people who run this archive have not yet written here how to reach them. They can do
so under “Host’s desk” in the menu of an administrator.`,
} as const;

export type PageName = keyof typeof written;

/** Each paragraph and each entry on one line, as a host edits them in a box of any width. */
export const defaultPages = Object.fromEntries(
  Object.entries(written).map(([name, page]) => [name, page.replace(/\n(?!\n|- |#) */g, lineEnd)]),
) as Readonly<Record<PageName, string>>;

/** A line that ends a paragraph is followed by an empty one. */
function lineEnd(_: string, at: number, page: string): string {
  return page[at - 1] === '\n' ? '\n' : ' ';
}
