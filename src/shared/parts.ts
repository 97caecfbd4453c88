// What the app is made of. `app.ts` gathers these once; actions and handlers get them as an
// argument, so that no feature reaches for the clock, chance, the disk or the network by itself.
import type { StartThread } from '../engine/workers/index.ts';
import type { Settings } from '../kit/config/index.ts';
import type { Files, LargeFiles } from '../kit/files/index.ts';
import type { Ids, Random } from '../kit/ids/index.ts';
import type { RedrawImage } from '../kit/images/index.ts';
import type { Log } from '../kit/log/index.ts';
import type { Mail } from '../kit/mail/index.ts';
import type { Push } from '../kit/push/index.ts';
import type { Database } from '../kit/sql/index.ts';
import type { Clock } from '../kit/time/index.ts';

export type Parts = {
  readonly database: Database;
  readonly files: Files;
  /** Where the search index is saved: this process's machine's own. */
  readonly indexFiles: LargeFiles;
  /** Threads that answer questions which take long: how many at most, and how one starts. */
  readonly engineThreads: {
    readonly most: number;
    readonly start: StartThread;
    /** Documents from which a question is a long one; measured if absent. */
    readonly heavyFrom?: number;
  };
  readonly redrawImage: RedrawImage;
  readonly mail: Mail;
  /** Messages to browsers. */
  readonly push: Push;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly log: Log;
  readonly settings: Settings;
  /** 256 bits made on the first start and kept in the database: signs form tokens and cursors. */
  readonly secret: Uint8Array;
  /** 256 bits that lie beside the database: locks away what a stolen database must not tell. */
  readonly sealKey: Uint8Array;
};
