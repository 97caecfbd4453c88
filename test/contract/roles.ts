// One page for each role that the contract's selectors speak of, as a guest and as a member.
import type { TestContext } from 'node:test';
import { addSeries, type Work } from '../../src/features/works/index.ts';
import { makeApp, type TestApp } from '../kit/app.ts';
import { postWork } from '../kit/post-work.ts';
import type { Visit } from '../kit/visitor.ts';

export type RolePage = { readonly name: string; readonly visit: Visit };

/** The pages of each role; `any`, `guest` and `user` stand for all of those. */
export async function pagesOfRoles(test: TestContext): Promise<ReadonlyMap<string, RolePage[]>> {
  const app = await makeApp(test);
  const roles = await addressesOfRoles(app);
  const pages = new Map<string, RolePage[]>([
    ['any', []],
    ['guest', []],
    ['user', []],
  ]);
  for (const [role, { addresses, guestsOnly = false }] of Object.entries(roles)) {
    const shown: RolePage[] = [];
    for (const address of addresses) {
      const guest = { name: `${address} (guest)`, visit: await app.guest().get(address) };
      shown.push(guest);
      pages.get('guest')?.push(guest);
      const visit = await (await app.as('ben')).get(address);
      const member = { name: `${address} (member)`, visit };
      if (!guestsOnly) shown.push(member);
      pages.get('user')?.push(member);
      pages.get('any')?.push(guest, member);
    }
    pages.set(role, shown);
  }
  return pages;
}

type Role = { readonly addresses: readonly string[]; readonly guestsOnly?: boolean };

async function addressesOfRoles(app: TestApp): Promise<Record<string, Role>> {
  const long = await postLongWork(app);
  const short = await postWork(app, 'ada', { title: 'Tea', notes: 'Hello.' });
  const gated = await postWork(app, 'ada', { title: 'Gated', rating: 'Explicit' });
  const restricted = await postWork(app, 'ada', { title: 'Members', restricted: true });
  const unrevealed = await postWork(app, 'ada', { title: 'Wrapped', unrevealed: true });
  const series = await postSeries(app, [short, long]);
  for (let at = 0; at < 20; at++) await postWork(app, 'ada', { title: `More ${at}` });
  const [, second, third] = long.chapters;
  return {
    work: { addresses: [`/works/${long.id}`] },
    full: { addresses: [`/works/${long.id}?view_full_work=true`] },
    chapter: { addresses: [`/works/${long.id}/chapters/${second?.id}`, `/chapters/${second?.id}`] },
    last: { addresses: [`/works/${long.id}/chapters/${third?.id}`] },
    oneshot: { addresses: [`/works/${short.id}`] },
    'oneshot-chapter': { addresses: [`/works/${short.id}/chapters/${short.chapters[0]?.id}`] },
    navigate: { addresses: [`/works/${long.id}/navigate`, `/works/${short.id}/navigate`] },
    gate: { addresses: [`/works/${gated.id}`, `/chapters/${gated.chapters[0]?.id}`] },
    members: {
      addresses: [`/works/${restricted.id}`, `/works/${restricted.id}/navigate`],
      guestsOnly: true,
    },
    unrevealed: { addresses: [`/works/${unrevealed.id}`] },
    missing: { addresses: ['/works/1', '/nowhere'] },
    list: { addresses: ['/works', '/tags/Tidewater%20Chronicles/works'] },
    series: { addresses: [`/series/${series}`] },
  };
}

/** Everything that a work page can show. */
export async function postLongWork(app: TestApp): Promise<Work> {
  return postWork(app, 'ada', {
    title: 'The Lamplighter’s Almanac',
    summary: '<p>Of lamps.</p>',
    notes: '<p>Hello.</p>',
    endNotes: '<p>Good-bye.</p>',
    categories: ['Gen', 'F/M'],
    warnings: ['Graphic Depictions Of Violence', 'Major Character Death'],
    fandoms: ['Tidewater Chronicles', 'The Lamplighters'],
    relationships: ['Oda & Old Benn', 'Oda/The Keeper'],
    characters: ['Oda', 'Old Benn'],
    freeforms: Array.from({ length: 60 }, (_, at) => `Found Family (${at})`),
    chapters: [
      { title: 'Salt', summary: 'About salt.', notes: 'Salt notes.', endNotes: 'So much salt.' },
      { title: '', summary: 'About nothing.', notes: 'No notes.', endNotes: 'Nothing more.' },
      { title: 'Oil' },
    ],
  });
}

/** A series of ada's works, in this order. */
export async function postSeries(app: TestApp, works: readonly Work[]): Promise<number> {
  const { userId } = await app.member('ada');
  return app.parts.database.write((transaction) =>
    addSeries(transaction, app.parts.ids, {
      title: 'The Almanac Year',
      summary: '<p>Four seasons.</p>',
      notes: '<p>Thanks.</p>',
      by: userId,
      at: app.clock.now(),
      works: works.map(({ id }, at) => ({ id, position: at + 1 })),
    }),
  );
}
