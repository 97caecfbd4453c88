// What a back-up of the archive does not hold.

/**
 * Sessions, known devices, browsers that are told, one-time links, mail on its way and counted
 * tries are secrets or passing things: after a restore people log in again. What was done with
 * back-ups is of this machine. The outbox and the keys lie in the data folder, not in the database.
 */
export const leftOutOfBackups = {
  leftOutTables: [
    'sessions',
    'one_time_links',
    'known_devices',
    'used_challenges',
    'push_devices',
    'tries',
    'queued_mail',
    'index_life',
    'safekeeping_runs',
    'text_rows',
    'text_state',
    'text_public',
    'text_members',
  ],
  leftOutThings: [
    'the outbox',
    'DATA/keys (or INKSTEAD_KEY)',
    'the cache',
    'the search index',
    'inkstead.toml',
  ],
};
