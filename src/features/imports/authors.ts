// Works of others: they stand under an account that nobody can log in to, with the author's old
// name, for members only, until the author claims them by a link or has them taken away.
import { Refused } from '../../kit/http/index.ts';
import { hashToken, randomToken } from '../../kit/ids/index.ts';
import type { PseudId, UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { caseKey, normaliseLine } from '../../text/index.ts';
import { createPerson, listPseuds, writeAudit } from '../accounts/index.ts';
import { deleteWorksOf, handOverWorks } from '../works/index.ts';
import { type BroughtIn, bringComing, notNew } from './actions.ts';
import type { ComingWork } from './coming.ts';
import { authorNameCharactersMax } from './limits.ts';
import { text } from './messages.ts';
import { FileRefused } from './refused-file.ts';
import {
  findAuthorByClaim,
  findAuthorByName,
  findFromAddress,
  insertAuthor,
  listTitles,
  moveImports,
  updateAuthor,
} from './store/authors.ts';

/** An author whose works wait to be claimed. */
export type Author = {
  readonly userId: UserId;
  readonly pseudId: PseudId;
  readonly name: string;
  /** The secret of the claim link, of an author who is new: it cannot be had again. */
  readonly claim: string | null;
};

export type BroughtForOthers = BroughtIn & { readonly authors: readonly Author[] };

/**
 * Brings a planned work in for those whom its file names: restricted, posted unless something
 * stands against that. Throws `FileRefused` where nobody is named or one of them wants none here.
 */
export async function bringInForOthers(
  parts: Parts,
  coming: ComingWork,
  given: {
    readonly by: Member;
    readonly fileName: string;
    readonly digest: string;
    /** Also where a member has brought it: the archivist was told. */
    readonly besideMembers?: boolean;
  },
): Promise<BroughtForOthers> {
  const { by } = given;
  const { creators, sourceAddress } = coming;
  if (creators.length === 0) throw new FileRefused(text.namesNobody());
  if (sourceAddress !== null) {
    const { read } = parts.database;
    const theirs = await findFromAddress(read, sourceAddress, 'authors');
    const ofMember =
      given.besideMembers === true ? null : await findFromAddress(read, sourceAddress, 'members');
    const there = theirs ?? ofMember;
    if (there !== null) return { id: there, ...notNew, authors: [] };
  }
  const host = sourceAddress === null ? '' : new URL(sourceAddress).hostname;
  const authors: Author[] = [];
  for (const name of new Set(creators)) authors.push(await findOrMake(parts, by, name, host));
  const [first] = authors as [Author];
  const owner: Member = {
    kind: 'member',
    userId: first.userId,
    login: '',
    pseuds: [{ id: first.pseudId, name: first.name }],
    roles: new Set(),
    adultConsent: false,
  };
  const stand = authors.map(({ userId, pseudId }) => ({ userId, pseudId }));
  const whole = { ...given, owner, creators: stand, publish: true, restricted: true };
  return { ...(await bringComing(parts, coming, whole)), authors };
}

async function findOrMake(parts: Parts, by: Member, name: string, host: string): Promise<Author> {
  const said = [...normaliseLine(name)].slice(0, authorNameCharactersMax).join('');
  const there = await findAuthorByName(parts.database.read, caseKey(said), host);
  if (there?.state === 'opted out') throw new FileRefused(text.optedOut({ name: said }));
  if (there !== null) {
    // What a claimed name has written is theirs as well: it is not brought in by others.
    if (there.state === 'claimed') throw new FileRefused(text.hasClaimed({ name: said }));
    const pseuds = await listPseuds(parts.database.read, there.user_id);
    const pseud = pseuds.at(-1);
    if (pseud === undefined) throw new Error('an author has no pseud');
    return { userId: there.user_id, pseudId: pseud.id, name: said, claim: null };
  }
  const claim = randomToken(parts.random, 256);
  for (const pseud of pseudsToTry(said)) {
    const made = await make(parts, { by, said, host, pseud, claim });
    if (made !== null) return made;
  }
  throw new FileRefused(text.nameImpossible({ name: said }));
}

/** The name itself; where it cannot be, or looks like a member's log-in, what is nearest to it. */
function pseudsToTry(name: string): string[] {
  const letters = name
    .replace(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  const short = [...letters].slice(0, 28).join('').trim();
  return [name, letters, `${short} unclaimed`.trim(), 'Unclaimed author'];
}

type Making = {
  readonly by: Member;
  readonly said: string;
  readonly host: string;
  readonly pseud: string;
  readonly claim: string;
};

async function make(parts: Parts, wanted: Making): Promise<Author | null> {
  const { by, said, host, pseud, claim } = wanted;
  const now = parts.clock.now();
  const login = `unclaimed_${parts.ids.next().toString(36)}`;
  const person = { login, email: null, passwordHash: null, pseuds: [pseud], ids: parts.ids, now };
  try {
    return await parts.database.write(async (transaction) => {
      const { userId, pseuds } = await createPerson(transaction, person);
      await insertAuthor(transaction, {
        user_id: userId,
        name: said,
        name_key: caseKey(said),
        host,
        claim_hash: hashToken(claim),
        made_at: now,
        made_by: by.userId,
        state: 'unclaimed',
        claimed_by: null,
        decided_at: null,
      });
      const pseudId = (pseuds.at(-1) as { id: PseudId }).id;
      return { userId, pseudId, name: said, claim };
    });
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** A new claim link's secret in place of the one before; null: the author is not there any more. */
export async function renewClaim(parts: Parts, user: UserId): Promise<string | null> {
  const claim = randomToken(parts.random, 256);
  const change = { claim_hash: hashToken(claim) };
  const done = await parts.database.write((transaction) => updateAuthor(transaction, user, change));
  return done ? claim : null;
}

export type ClaimedAuthor = { readonly name: string; readonly titles: readonly string[] };

/** What a claim link leads to; null: it is used up or never was. */
export async function readClaim(parts: Parts, claim: string): Promise<ClaimedAuthor | null> {
  const { read } = parts.database;
  const author = await findAuthorByClaim(read, hashToken(claim));
  if (author === null) return null;
  return { name: author.name, titles: await listTitles(read, author.user_id) };
}

/** Gives the works to the member who has the link. Throws Refused 404 when it is used up. */
export async function claimWorks(parts: Parts, member: Member, claim: string): Promise<number> {
  const at = parts.clock.now();
  const [pseud] = member.pseuds;
  if (pseud === undefined) throw new Refused(422);
  return parts.database.write(async (transaction) => {
    const author = await findAuthorByClaim(transaction, hashToken(claim));
    if (author === null) throw new Refused(404);
    const decided = { state: 'claimed', claimed_by: member.userId, decided_at: at } as const;
    await updateAuthor(transaction, author.user_id, { ...decided, claim_hash: null });
    const to = { userId: member.userId, pseudId: pseud.id };
    const works = await handOverWorks(transaction, author.user_id, to, at);
    await moveImports(transaction, author.user_id, member.userId);
    await writeAudit(transaction, {
      id: parts.ids.next(),
      at,
      actorId: member.userId,
      act: 'claim works',
      subjectKind: 'user',
      subjectId: author.user_id,
      detail: { works: works.length },
    });
    return works.length;
  });
}

/** Takes the works away for whoever has the link, and brings none of that name in again. */
export async function optOut(parts: Parts, claim: string): Promise<number> {
  const at = parts.clock.now();
  return parts.database.write(async (transaction) => {
    const author = await findAuthorByClaim(transaction, hashToken(claim));
    if (author === null) throw new Refused(404);
    const decided = { state: 'opted out', claim_hash: null, decided_at: at } as const;
    await updateAuthor(transaction, author.user_id, decided);
    const works = await deleteWorksOf(transaction, author.user_id, at);
    await writeAudit(transaction, {
      id: parts.ids.next(),
      at,
      actorId: null,
      act: 'opt out of works',
      subjectKind: 'user',
      subjectId: author.user_id,
      detail: { works: works.length },
    });
    return works.length;
  });
}
