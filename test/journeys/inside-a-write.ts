// Waits until somebody else's posting of a work has written all its rows and has not committed, on
// either database: the worst moment to be killed.
import { setImmediate as turn } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import type { DatabaseKind } from '../kit/database.ts';

type Inside = (place: string, begin: () => void, act: () => Promise<void>) => Promise<void>;

/** `begin` sets off the posting; `act` is called while it is inside its transaction. */
export const insideAWrite: Readonly<Record<DatabaseKind, Inside>> = {
  // The last row of a posting is its change: there SQLite is given something to count.
  async sqlite(place, begin, act) {
    const database = new BetterSqlite(place, { timeout: 10_000 });
    const probe = new BetterSqlite(place, { timeout: 0 });
    database.exec(`create trigger slow after insert on changes begin
      select (with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000000)
        select count(*) from n); end`);
    try {
      begin();
      while (!isBusy(probe)) await turn();
      await act();
    } finally {
      database.exec('drop trigger slow');
      probe.close();
      database.close();
    }
  },
  // A posting takes the lock of the change log at its end: it is held here.
  async postgres(place, begin, act) {
    const [holder, watcher] = [new pg.Client(place), new pg.Client(place)];
    await holder.connect();
    await watcher.connect();
    try {
      await holder.query('begin');
      await holder.query('update change_lock set taken = taken + 1');
      begin();
      while ((await waiting(watcher)) === 0) await turn();
      await act();
    } finally {
      await holder.query('rollback');
      await holder.end();
      await watcher.end();
    }
  },
};

function isBusy(probe: BetterSqlite.Database): boolean {
  try {
    probe.exec('begin immediate');
    probe.exec('rollback');
    return false;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return true;
    throw error;
  }
}

async function waiting(watcher: pg.Client): Promise<number> {
  const { rows } = await watcher.query(
    `select count(*)::int as number from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return (rows[0] as { number: number }).number;
}
