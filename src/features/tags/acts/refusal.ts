// How an act says no.
import { Refused } from '../../../kit/http/index.ts';
import type { KeptAct } from './act.ts';

/** An act that cannot be done, with a sentence that says why. Nothing of its transaction stays. */
export class ActRefused extends Refused {
  /** Later acts that stand on the one that was to be undone, the newest first. */
  readonly standing: readonly KeptAct[];

  constructor(status: 404 | 409 | 422, detail: string, standing: readonly KeptAct[] = []) {
    super(status, { detail });
    this.standing = standing;
  }
}
