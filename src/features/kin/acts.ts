// What the kin may do once nobody has answered for so long: each act is written down.
import { Refused } from '../../kit/http/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { findAnybody } from '../accounts/index.ts';
import { handOverWorks, listPartingWorks, orphanWorks } from '../works/index.ts';
import { audit, readStage } from './actions.ts';
import { orphansAtOnce } from './limits.ts';
import { text } from './messages.ts';
import type { Kinship } from './store.ts';

/** The holder as one whose works these are; Refused 403 while the kin may not act. */
export async function requireOpen(parts: Parts, known: Kinship): Promise<Member> {
  const holder = await findAnybody(parts.database.read, known.user_id);
  if (holder === null || (await readStage(parts, known)) !== 'open') {
    throw new Refused(403, { detail: text.notOpen() });
  }
  return holder;
}

/** Every work and series is the kin's own from then on, to keep up. */
export async function adoptWorks(parts: Parts, kin: Member, known: Kinship): Promise<number> {
  await requireOpen(parts, known);
  const [pseud] = kin.pseuds;
  if (pseud === undefined) throw new Refused(404);
  const at = parts.clock.now();
  return parts.database.write(async (transaction) => {
    const to = { userId: kin.userId, pseudId: pseud.id };
    const works = await handOverWorks(transaction, known.user_id, to, at);
    const act = 'take over works as next of kin';
    await audit(transaction, parts, { known, actor: kin.userId, act });
    return works.length;
  });
}

/** Posted works that are the holder's alone stay as orphans, under the pseud they stand under. */
export async function orphanAll(parts: Parts, kin: Member, known: Kinship): Promise<number> {
  const holder = await requireOpen(parts, known);
  const works = await listPartingWorks(parts.database.read, known.user_id);
  const ids = works.filter((one) => one.posted && !one.deleted && !one.shared).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += orphansAtOnce) {
    await orphanWorks(parts, holder, ids.slice(from, from + orphansAtOnce), { keepName: true });
  }
  await noteAct(parts, kin.userId, known, 'orphan works as next of kin');
  return ids.length;
}

export async function noteAct(
  parts: Parts,
  actor: UserId,
  known: Kinship,
  act: string,
): Promise<void> {
  await parts.database.write((transaction) => audit(transaction, parts, { known, actor, act }));
}
