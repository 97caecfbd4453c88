// Tags for tests: made, wrangled and tied by the actions that wranglers use.
import {
  type Act,
  findTagsByIds,
  findTagsByName,
  makeTag,
  performActs,
  type TagType,
} from '../../src/features/tags/index.ts';
import type { TagId } from '../../src/shared/ids.ts';
import type { TestApp } from './app.ts';

/** `fandom:Tidewater Chronicles` */
export type NamedTag = `${TagType}:${string}`;

/** The tag's number; it is made, unwrangled, if there is none yet. */
export function tagId(app: TestApp, named: NamedTag): Promise<TagId> {
  const [type, name] = parted(named);
  return app.parts.database.write(async (transaction) => {
    const [known] = await findTagsByName(transaction, name, [type]);
    if (known !== undefined) return known.id;
    const making = { ids: app.parts.ids, at: app.clock.now(), by: null };
    return (await makeTag(transaction, type, name, 'unwrangled', making)).id;
  });
}

export async function canonical(app: TestApp, ...named: NamedTag[]): Promise<void> {
  for (const each of named) {
    const tag = await tagId(app, each);
    const known = (await findTagsByIds(app.parts.database.read, [tag])).get(tag);
    if (known?.status !== 'canonical') await wrangle(app, { kind: 'canonise', tag });
  }
}

/** Both are made; `of` becomes canonical. */
export async function synonym(app: TestApp, named: NamedTag, of: NamedTag): Promise<void> {
  await canonical(app, of);
  await wrangle(app, {
    kind: 'synonym',
    tag: await tagId(app, named),
    target: await tagId(app, of),
  });
}

/** Both are made canonical; the first stands above the second. */
export async function parent(app: TestApp, above: NamedTag, below: NamedTag): Promise<void> {
  await tie(app, 'add-parent', above, below);
}

/** Both are made canonical; the first stands above the second. */
export async function metatag(app: TestApp, above: NamedTag, below: NamedTag): Promise<void> {
  await tie(app, 'add-metatag', above, below);
}

async function tie(
  app: TestApp,
  kind: 'add-parent' | 'add-metatag',
  above: NamedTag,
  below: NamedTag,
): Promise<void> {
  const isVocabulary = (named: NamedTag) => parted(named)[0] === 'media';
  await canonical(app, ...[above, below].filter((named) => !isVocabulary(named)));
  await wrangle(app, { kind, tag: await tagId(app, below), target: await tagId(app, above) });
}

/** Does an act as the operator; answers with its number. */
export async function wrangle(app: TestApp, act: Act): Promise<number> {
  const doing = { ids: app.parts.ids, at: app.clock.now(), by: null, movers: [] };
  const [done] = await app.parts.database.write((transaction) =>
    performActs(transaction, [act], doing),
  );
  return done?.act.id ?? 0;
}

function parted(named: NamedTag): [TagType, string] {
  const colon = named.indexOf(':');
  return [named.slice(0, colon) as TagType, named.slice(colon + 1)];
}
