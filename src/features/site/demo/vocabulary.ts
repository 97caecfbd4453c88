// The tags of the demo archive as acts of wrangling: what is canonical, whose child it is, what
// stands above it, what is another name for it. Everything else on a demo work is unwrangled.
import {
  demoCharacterSynonyms,
  demoCrossoverRelationships,
  demoFandomMetatags,
  demoFandoms,
  demoGeneralCharacters,
  demoRelationshipSynonyms,
} from './fandoms.ts';
import {
  type Branch,
  demoFreeformSynonyms,
  demoFreeformTree,
  demoUnwrangled,
} from './freeforms.ts';

export type DemoTagType = 'fandom' | 'relationship' | 'character' | 'freeform';
export type DemoTag = { readonly type: DemoTagType; readonly name: string };
export type DemoParent = { readonly type: 'media' | 'fandom' | 'character'; readonly name: string };

export type DemoVocabulary = {
  /** No name twice within a type. Media are not here: the starter vocabulary has them. */
  readonly canonicals: readonly DemoTag[];
  /** Parent and child are canonical, or the parent is a medium. */
  readonly parents: readonly { readonly parent: DemoParent; readonly child: DemoTag }[];
  /** Both ends canonical and of one type; no circles. */
  readonly subtags: readonly {
    readonly type: DemoTagType;
    readonly metatag: string;
    readonly subtag: string;
  }[];
  /** `of` is canonical. */
  readonly synonyms: readonly (DemoTag & { readonly of: string })[];
  /** Tags on demo works that stay as their creators wrote them. */
  readonly unwrangled: readonly DemoTag[];
};

const below = demoFreeformTree.flatMap(edgesOf);

export const demoVocabulary: DemoVocabulary = {
  canonicals: [
    ...tags(
      'fandom',
      [...demoFandomMetatags, ...demoFandoms].map(({ name }) => name),
    ),
    ...tags('character', [
      ...demoFandoms.flatMap(({ characters }) => characters),
      ...demoGeneralCharacters,
    ]),
    ...tags('relationship', [
      ...demoFandoms.flatMap(({ relationships }) => relationships),
      ...demoCrossoverRelationships,
    ]),
    ...tags('freeform', [
      ...demoFreeformTree.flatMap(namesOf),
      ...demoFandoms.flatMap(({ freeforms }) => freeforms),
    ]),
  ],
  parents: [
    ...[...demoFandomMetatags, ...demoFandoms].flatMap(({ name, media }) =>
      media.map((medium) => childOf('media', medium, 'fandom', name)),
    ),
    ...demoFandoms.flatMap(({ name, characters, relationships, freeforms }) => [
      ...characters.map((child) => childOf('fandom', name, 'character', child)),
      ...relationships.map((child) => childOf('fandom', name, 'relationship', child)),
      ...freeforms.map((child) => childOf('fandom', name, 'freeform', child)),
    ]),
    ...[
      ...demoFandoms.flatMap(({ relationships }) => relationships),
      ...demoCrossoverRelationships,
    ].flatMap((name) =>
      charactersOf(name).map((character) => childOf('character', character, 'relationship', name)),
    ),
  ],
  subtags: [
    ...demoFandoms.flatMap(({ name, metatag }) =>
      metatag === undefined ? [] : [{ type: 'fandom' as const, metatag, subtag: name }],
    ),
    ...below.map(([metatag, subtag]) => ({ type: 'freeform' as const, metatag, subtag })),
  ],
  synonyms: [
    ...demoFandoms.flatMap(({ name, synonyms }) => synonymsOf('fandom', { [name]: synonyms })),
    ...synonymsOf('character', demoCharacterSynonyms),
    ...synonymsOf('relationship', demoRelationshipSynonyms),
    ...synonymsOf('freeform', demoFreeformSynonyms),
  ],
  unwrangled: [
    ...tags('relationship', demoUnwrangled.relationship),
    ...tags('character', demoUnwrangled.character),
    ...tags('freeform', demoUnwrangled.freeform),
  ],
};

/** Whom a relationship is between: `A/B` or `A & B`. */
export function charactersOf(relationship: string): string[] {
  return relationship.split(/\/| & /);
}

function tags(type: DemoTagType, names: readonly string[]): DemoTag[] {
  return [...new Set(names)].map((name) => ({ type, name }));
}

function childOf(type: DemoParent['type'], name: string, childType: DemoTagType, child: string) {
  return { parent: { type, name }, child: { type: childType, name: child } };
}

function synonymsOf(type: DemoTagType, others: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(others).flatMap(([of, names]) => names.map((name) => ({ type, name, of })));
}

function nameOf(branch: Branch): string {
  return typeof branch === 'string' ? branch : branch[0];
}

function partsOf(branch: Branch): readonly Branch[] {
  return typeof branch === 'string' ? [] : branch.slice(1);
}

function namesOf(branch: Branch): string[] {
  return [nameOf(branch), ...partsOf(branch).flatMap(namesOf)];
}

function edgesOf(branch: Branch): (readonly [string, string])[] {
  const parts = partsOf(branch);
  return [
    ...parts.map((part) => [nameOf(branch), nameOf(part)] as const),
    ...parts.flatMap(edgesOf),
  ];
}
