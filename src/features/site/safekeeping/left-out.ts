// What a back-up of the archive does not hold, and whose it is.
import product from '../../../../package.json' with { type: 'json' };

/**
 * Sessions, one-time links and counted tries are secrets or passing things: after a restore people
 * log in again. The outbox and the keys lie in the data folder, not in the database.
 */
export const leftOutOfBackups = {
  leftOutTables: ['sessions', 'one_time_links', 'tries'],
  leftOutThings: ['the outbox', 'DATA/keys (or INKSTEAD_KEY)', 'the cache', 'inkstead.toml'],
};

/** The version of this program, as `package.json` names it. */
export function productVersion(): string {
  return product.version;
}
