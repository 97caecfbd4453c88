// What the host has set in the archive itself, as migration 0001 leaves it.
import type { Milliseconds } from '../../kit/sql/index.ts';

export interface SiteSettingsTable {
  name: string;
  value: string;
  changed_at: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    site_settings: SiteSettingsTable;
  }
}
