// The people of a synthetic archive: nobody can log in as them, and a few write much.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { type Random, randomFrom } from '../../../shared/synthetic-draws.ts';
import type { Member } from '../../../shared/viewer.ts';
import { createPerson, isLoginUsed } from '../../accounts/index.ts';
import { creatorLogin } from './grow-names.ts';

const worksOfCreator = 8;
const shareOfSharedWorks = 0.03;

/** Which growth of this archive comes next, from 1: its first creator is not there yet. */
export async function nextGrowth({ database }: Parts): Promise<number> {
  let growth = 1;
  while (await isLoginUsed(database.read, creatorLogin(growth, 0))) growth += 1;
  return growth;
}

/** The creators of one growth, by number. */
export class GrownCreators {
  readonly #parts: Parts;
  readonly #growth: number;
  readonly #most: number;
  readonly #random: Random;
  readonly #made = new Map<number, Member>();
  #drawn = 0;

  constructor(parts: Parts, growth: number, works: number) {
    this.#parts = parts;
    this.#growth = growth;
    this.#most = Math.ceil(works / worksOfCreator);
    this.#random = randomFrom(growth * 1000 + 1);
  }

  get count(): number {
    return this.#made.size;
  }

  /** Numbers of the one creator of the next work, or of two. */
  draw(): readonly number[] {
    this.#drawn += 1;
    // The first one marks the growth.
    if (this.#drawn === 1) return [0];
    const one = () => Math.floor(this.#random() ** 2 * this.#most);
    return this.#random() < shareOfSharedWorks ? [...new Set([one(), one()])] : [one()];
  }

  /** A creator, made if this is their first work. */
  async member(transaction: Transaction, number: number): Promise<Member> {
    const known = this.#made.get(number);
    if (known !== undefined) return known;
    const member = await createPerson(transaction, {
      login: creatorLogin(this.#growth, number),
      email: null,
      passwordHash: null,
      ids: this.#parts.ids,
      now: this.#parts.clock.now(),
    });
    this.#made.set(number, member);
    return member;
  }
}
