// A patch is laid over what is there at that moment. Whoever does not say by If-Match which state
// they mean has the present one meant, and a change that comes between must not be undone by it.
import { Refused } from '../../kit/http/index.ts';
import type { Ask } from '../../web/ask.ts';

// Each time somebody else's change has gone through; more of them at once is no accident.
const attemptsMax = 5;

/**
 * Runs `change`, which reads the state anew and is refused with 412 when that is not the present
 * one any more. The caller hears of it only if they have named a state themselves.
 */
export async function onPresentState<Result>(
  ask: Ask,
  change: () => Promise<Result>,
): Promise<Result> {
  const isNamed = ask.request.headers.get('if-match') !== null;
  for (let left = isNamed ? 0 : attemptsMax - 1; ; left--) {
    try {
      return await change();
    } catch (error) {
      if (left === 0 || !(error instanceof Refused) || error.status !== 412) throw error;
    }
  }
}
