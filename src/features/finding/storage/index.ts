// Full text in the database: one file for each of the two, chosen here.
import type { Database } from '../../../kit/sql/index.ts';
import { fts5Tables } from './fts5.ts';
import type { TextTables } from './text-tables.ts';
import { tsvectorTables } from './tsvector.ts';

/** The form that this database has. */
export function textTables({ dialect }: Pick<Database, 'dialect'>): TextTables {
  return dialect === 'sqlite' ? fts5Tables : tsvectorTables;
}
