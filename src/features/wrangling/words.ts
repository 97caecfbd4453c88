// Acts, types and standings in words.
import type { Message } from '../../kit/messages/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';
import type { KeptAct, OpenTagType, Tag, TagStatus } from '../tags/index.ts';
import type { ActWord } from './asked-acts.ts';
import { text } from './messages.ts';

export const actWord: Readonly<Record<ActWord, Message>> = {
  canonise: text.actCanonise,
  'canonise-in': text.actCanoniseIn,
  decanonise: text.actDecanonise,
  synonym: text.actSynonym,
  free: text.actFree,
  unwrangleable: text.actUnwrangleable,
  wrangleable: text.actWrangleable,
  rename: text.actRename,
  'add-parent': text.actAddParent,
  'remove-parent': text.actRemoveParent,
  'add-metatag': text.actAddMetatag,
  'remove-metatag': text.actRemoveMetatag,
  'take-synonym': text.actTakeSynonym,
  'take-subtag': text.actTakeSubtag,
};

export const statusWord: Readonly<Record<TagStatus, Message>> = {
  canonical: text.statusCanonical,
  synonym: text.statusSynonym,
  unwrangled: text.statusUnwrangled,
  unwrangleable: text.statusUnwrangleable,
};

/** Several tags of a type. */
export const typesWord: Readonly<Record<OpenTagType, Message>> = {
  fandom: text.typesFandom,
  relationship: text.typesRelationship,
  character: text.typesCharacter,
  freeform: text.typesFreeform,
};

/** The names that sentences about acts need. */
export type Names = {
  readonly tags: ReadonlyMap<TagId, Tag>;
  readonly logins: ReadonlyMap<UserId, string>;
};

const said: Readonly<Record<Exclude<KeptAct['kind'], 'undo'>, Message>> = {
  canonise: text.saidCanonise,
  decanonise: text.saidDecanonise,
  free: text.saidFree,
  unwrangleable: text.saidUnwrangleable,
  wrangleable: text.saidWrangleable,
  synonym: text.saidSynonym,
  rename: text.saidRename,
  'add-parent': text.saidAddParent,
  'remove-parent': text.saidRemoveParent,
  'add-metatag': text.saidAddMetatag,
  'remove-metatag': text.saidRemoveMetatag,
};

/** `cho made “Fluffy” a synonym of “Fluff”`. */
export function sentenceOf(act: KeptAct, names: Names): string {
  const by = act.by === null ? text.operator() : (names.logins.get(act.by) ?? text.somebody());
  const { about, steps } = act.detail;
  const renamed = steps.find((step) => step.fact === 'name');
  const values = {
    name: nameOf(names, act.tag),
    target: act.target === null ? '' : nameOf(names, act.target),
    from: renamed?.from ?? '',
    to: renamed?.to ?? '',
  };
  if (act.kind !== 'undo') return said[act.kind]({ ...values, by });
  // What was undone ran the other way.
  const undone = act.detail.again ? values : { ...values, from: values.to, to: values.from };
  const what = said[about.kind]({ ...undone, by: '' }).trim();
  return act.detail.again ? text.saidAgain({ by, what }) : text.saidUndo({ by, what });
}

export function nameOf({ tags }: Names, id: TagId): string {
  return tags.get(id)?.name ?? String(id);
}
