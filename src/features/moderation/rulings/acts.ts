// What moderators decide about a person or a thing, and what takes it back.

export const subjectKinds = ['work', 'user', 'series', 'comment', 'bookmark'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const acts = [
  'hide',
  'show',
  'keep-out',
  'let-in',
  'restrict',
  'unrestrict',
  'remove',
  'restore',
  'hide-profile',
  'show-profile',
  'warn',
  'unwarn',
  'suspend',
  'ban',
  'lift',
  'undo',
  'redo',
] as const;
export type Act = (typeof acts)[number];

type Family = {
  /** Take something from somebody: they are told a reason, and may appeal. */
  readonly takes: readonly Act[];
  readonly gives: readonly Act[];
};

const families: readonly Family[] = [
  { takes: ['hide', 'keep-out'], gives: ['show', 'let-in'] },
  { takes: ['restrict'], gives: ['unrestrict'] },
  { takes: ['remove'], gives: ['restore'] },
  { takes: ['hide-profile'], gives: ['show-profile'] },
  { takes: ['warn'], gives: ['unwarn'] },
  { takes: ['suspend', 'ban'], gives: ['lift'] },
  { takes: ['undo'], gives: ['redo'] },
];

/** Whether it takes something; else it gives that back. */
export function isTaking(act: Act): boolean {
  return families.some(({ takes }) => takes.includes(act));
}

/** The acts that decide the same question: the last of them stands. */
export function kinOf(act: Act): readonly Act[] {
  const found = families.find(({ takes, gives }) => [...takes, ...gives].includes(act));
  return found === undefined ? [act] : [...found.takes, ...found.gives];
}

export function isSubjectKind(kind: string): kind is SubjectKind {
  return (subjectKinds as readonly string[]).includes(kind);
}
