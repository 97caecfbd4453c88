// What a member has marked, as finding asks for it: `state:read`, and the word in each list.
import type { Reader } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Member } from '../../shared/viewer.ts';
import type { OwnWorks } from '../finding/index.ts';
import { text } from './messages.ts';
import { readState } from './reading.ts';
import { listMarked, listStates } from './store.ts';

/** Works in one of the states. */
export const ownOfReadings: OwnWorks = {
  field: 'state',
  find: async (reader, member, word) => {
    const state = readState(word);
    return state && listMarked(reader, member, state);
  },
};

/** The member's own word for each of the works that they have marked. */
export async function marksOfReadings(
  reader: Reader,
  member: Member,
  works: readonly WorkId[],
): Promise<ReadonlyMap<WorkId, string>> {
  const states = await listStates(reader, member, works);
  return new Map([...states].map(([work, state]) => [work, text[`state-${state}`]()]));
}
