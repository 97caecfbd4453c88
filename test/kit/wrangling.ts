// Tags for tests: made, wrangled and tied by the actions that wranglers use.
import {
  addMetatag,
  addParent,
  findTagsByName,
  makeCanonical,
  makeSynonym,
  makeTag,
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
    const id = await tagId(app, each);
    await app.parts.database.write((transaction) =>
      makeCanonical(transaction, id, app.clock.now()),
    );
  }
}

/** Both are made; `of` becomes canonical. */
export async function synonym(app: TestApp, named: NamedTag, of: NamedTag): Promise<void> {
  await canonical(app, of);
  const [id, target] = [await tagId(app, named), await tagId(app, of)];
  await app.parts.database.write((transaction) =>
    makeSynonym(transaction, id, target, app.clock.now()),
  );
}

/** Both are made canonical; the first stands above the second. */
export async function parent(app: TestApp, above: NamedTag, below: NamedTag): Promise<void> {
  await canonical(app, above, below);
  const [top, child] = [await tagId(app, above), await tagId(app, below)];
  await app.parts.database.write((transaction) =>
    addParent(transaction, top, child, app.clock.now()),
  );
}

/** Both are made canonical; the first stands above the second. */
export async function metatag(app: TestApp, above: NamedTag, below: NamedTag): Promise<void> {
  await canonical(app, above, below);
  const [wide, narrow] = [await tagId(app, above), await tagId(app, below)];
  await app.parts.database.write((transaction) =>
    addMetatag(transaction, wide, narrow, app.clock.now()),
  );
}

function parted(named: NamedTag): [TagType, string] {
  const colon = named.indexOf(':');
  return [named.slice(0, colon) as TagType, named.slice(colon + 1)];
}
