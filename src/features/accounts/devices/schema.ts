// The table of devices, as migration 0035 leaves it.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';

export interface KnownDevicesTable {
  user_id: UserId;
  /** `hashToken` of the cookie's value. */
  device_hash: string;
  known_at: Milliseconds;
  seen_at: Milliseconds;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    known_devices: KnownDevicesTable;
  }
}
