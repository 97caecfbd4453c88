// Log-in names that nobody may take: parts of addresses, words that speak for the archive, and
// words that stand for "nobody" in what programs read.
export const reservedLogins: readonly string[] = [
  // Addresses below /users, and what may come to stand there.
  ...'login logout new register registration edit open close confirm password email'.split(' '),
  ...'session sessions search preferences profile settings invite invitations index'.split(' '),
  ...'works series bookmarks collections gifts subscriptions readings pseuds drafts'.split(' '),
  ...'media fandoms languages tags downloads feed rss atom opds sitemap robots'.split(' '),
  // Who speaks for the archive.
  ...'admin admins administrator administrators moderator moderators wrangler'.split(' '),
  ...'wranglers archivist archivists staff team host owner operator official'.split(' '),
  ...'root system support help contact abuse security postmaster webmaster'.split(' '),
  ...'hostmaster noreply no_reply policy privacy about archive inkstead'.split(' '),
  // Nobody in particular.
  ...'anonymous anon guest guests visitor orphan orphans orphaned orphan_account'.split(' '),
  ...'anonymous_creator deleted_account'.split(' '),
  ...'unclaimed deleted nobody everyone everybody someone unknown'.split(' '),
  ...'null undefined true false none void api www mail'.split(' '),
];
