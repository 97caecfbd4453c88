// What a form of the desk asks for: one exact act (a button beside a suggestion or a relative), or
// one act upon all tags that are ticked.
import type { FieldError, Form } from '../../kit/http/index.ts';
import { parseId, type TagId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { type Finding, mayWrangle } from '../finding/index.ts';
import {
  type Act,
  allowedParents,
  findTagsByIds,
  findTagsByName,
  loneActs,
  pairActs,
  splitTagNames,
  type Tag,
  type TagType,
  tagNameCharactersMax,
} from '../tags/index.ts';
import { tagsPerAct } from './limits.ts';
import { text } from './messages.ts';

/**
 * What can be asked of ticked tags. `canonise-in`: canonical, and below a fandom. `take-synonym`
 * and `take-subtag`: the tag that is named goes below the one that is ticked.
 */
export const actWords = [
  ...loneActs,
  'canonise-in',
  'synonym',
  'add-parent',
  'add-metatag',
  'rename',
  'take-synonym',
  'take-subtag',
] as const;
export type ActWord = (typeof actWords)[number] | (typeof pairActs)[number];

export type AskedActs = {
  /** Null: none that exists was asked for. */
  readonly word: ActWord | null;
  readonly tags: readonly Tag[];
  readonly target: Tag | null;
  /** As typed, so that a refused form comes back with it. */
  readonly typed: { readonly target: string; readonly name: string };
  readonly acts: readonly Act[];
  readonly problems: readonly FieldError[];
  /** A target that is not there, or not canonical, and could be made so. */
  readonly missing: { readonly type: TagType; readonly name: string } | null;
};

export type Asking = {
  readonly parts: Parts;
  readonly finding: Finding;
  readonly viewer: Member;
};

/** Whether the word needs another tag to be named. */
export function needsTarget(word: ActWord): boolean {
  return [...pairActs, 'canonise-in', 'take-synonym', 'take-subtag'].includes(word as never);
}

/** Reads the form; whatever is wrong with it is in `problems`, and then `acts` is empty. */
export async function readAsked(form: Form, asking: Asking): Promise<AskedActs> {
  const quick = readQuick(form.text('quick'));
  const ids =
    quick === null ? form.all('tag').flatMap((id) => parseId<TagId>(id) ?? []) : quick.tags;
  const word = quick === null ? wordOf(form.text('act')) : quick.word;
  // A field that the act does not need may hold what another would.
  const typed = {
    target: word === null || needsTarget(word) ? form.text('target') : '',
    name: word === null || word === 'rename' ? form.text('name') : '',
  };
  const tags = await knownTags(asking, [...new Set(ids)].slice(0, tagsPerAct + 1));
  const problems: FieldError[] = [];
  if (word === null) problems.push({ field: 'act', detail: text.chooseAct() });
  if (tags.length === 0) problems.push({ field: 'tag', detail: text.chooseTags() });
  if (tags.length > tagsPerAct) {
    problems.push({ field: 'tag', detail: text.tooManyTags({ most: tagsPerAct }) });
  }
  if (word === 'rename' && typed.name.trim() === '') {
    problems.push({ field: 'name', detail: text.nameMissing() });
  }
  const found = { word, tags, target: null, typed, acts: [], problems, missing: null };
  if (word === null || problems.length > 0) return found;
  if (!needsTarget(word)) return { ...found, acts: actsOf(word, tags, null, typed.name) };
  const wanted = await findTarget(asking, word, tags, quick?.target ?? null, typed.target);
  if ('problem' in wanted) {
    const field = 'target';
    const { missing } = wanted;
    return { ...found, missing, problems: [{ field, detail: wanted.problem }] };
  }
  const { target } = wanted;
  const acts = actsOf(word, tags, target, '');
  return { ...found, target, typed: { ...typed, target: target.name }, acts };
}

function wordOf(typed: string): ActWord | null {
  return ([...actWords, ...pairActs] as const).find((word) => word === typed) ?? null;
}

/** `KIND:TAG` or `KIND:TAG:TARGET`: the value of a button. */
function readQuick(value: string) {
  const [word, tag, target] = value.split(':');
  const id = parseId<TagId>(tag);
  if (value === '' || id === null) return null;
  return { word: wordOf(word ?? ''), tags: [id], target: parseId<TagId>(target) };
}

async function knownTags(asking: Asking, ids: readonly TagId[]): Promise<Tag[]> {
  const { parts, finding, viewer } = asking;
  const tags = await findTagsByIds(parts.database.read, ids);
  const known: Tag[] = [];
  for (const id of ids) {
    const tag = tags.get(id);
    if (tag !== undefined && (await mayWrangle(parts.database.read, finding, viewer, tag)))
      known.push(tag);
  }
  return known;
}

function targetTypes(word: ActWord, type: TagType): readonly TagType[] {
  if (word === 'canonise-in') return type === 'fandom' ? ['media'] : ['fandom'];
  return word.endsWith('-parent') ? (allowedParents[type] ?? []) : [type];
}

/** No tag has a longer name. */
function shortened(name: string): string {
  return [...name].slice(0, tagNameCharactersMax).join('');
}

type FoundTarget =
  | { readonly target: Tag }
  | { readonly problem: string; readonly missing: AskedActs['missing'] };

async function findTarget(
  asking: Asking,
  word: ActWord,
  tags: readonly Tag[],
  id: TagId | null,
  typed: string,
): Promise<FoundTarget> {
  if (id !== null) {
    const [target] = await knownTags(asking, [id]);
    return target ? { target } : { problem: text.unknownTarget({ name: '' }), missing: null };
  }
  const [name] = splitTagNames(typed);
  if (name === undefined) return { problem: text.targetMissing(), missing: null };
  const [first] = tags.map(({ type }) => targetTypes(word, type));
  const types = (first ?? []).filter((type) =>
    tags.every((tag) => targetTypes(word, tag.type).includes(type)),
  );
  if (types.length === 0) return { problem: text.typesDiffer(), missing: null };
  const named = await findTagsByName(asking.parts.database.read, name, types);
  const canonical = named.find(({ status }) => status === 'canonical');
  if (canonical !== undefined) return { target: canonical };
  const [other] = await knownTags(
    asking,
    named.map((tag) => tag.id),
  );
  if (other === undefined) {
    const type = types.find((one) => one !== 'media') ?? null;
    const missing = type === null ? null : { type, name };
    return { problem: text.unknownTarget({ name: shortened(name) }), missing };
  }
  // These two take the tag that is named as it is.
  if (word === 'take-synonym' || word.startsWith('remove')) return { target: other };
  if (other.synonymOf !== null) {
    const of = (await findTagsByIds(asking.parts.database.read, [other.synonymOf])).get(
      other.synonymOf,
    );
    const problem = text.targetIsSynonym({ name: other.name, of: of?.name ?? '' });
    return { problem, missing: null };
  }
  const missing = { type: other.type, name: other.name };
  return { problem: text.targetNotCanonical({ name: other.name }), missing };
}

function actsOf(word: ActWord, tags: readonly Tag[], target: Tag | null, name: string): Act[] {
  const other = target?.id as TagId;
  return tags.flatMap((tag): Act[] => {
    switch (word) {
      case 'rename':
        return [{ kind: 'rename', tag: tag.id, name }];
      case 'canonise-in':
        return [
          ...(tag.status === 'canonical' ? [] : [{ kind: 'canonise' as const, tag: tag.id }]),
          { kind: 'add-parent', tag: tag.id, target: other },
        ];
      case 'take-synonym':
        return [{ kind: 'synonym', tag: other, target: tag.id }];
      case 'take-subtag':
        return [{ kind: 'add-metatag', tag: other, target: tag.id }];
      case 'synonym':
      case 'add-parent':
      case 'remove-parent':
      case 'add-metatag':
      case 'remove-metatag':
        return [{ kind: word, tag: tag.id, target: other }];
      default:
        return [{ kind: word, tag: tag.id }];
    }
  });
}

/** What stood in the fields of a preview: with anything else in them it is looked at anew. */
export function lookedAt({ target, name }: AskedActs['typed']): string {
  return JSON.stringify([target, name]);
}

/**
 * Whether what is asked for is looked at before it is done: several tags at once, and whatever
 * moves what stands with a canonical. What concerns one tag that nobody has wrangled is one click,
 * and one more to undo.
 */
export function wantsPreview({ acts, tags }: AskedActs): boolean {
  if (new Set(acts.map((act) => act.tag)).size > 1) return true;
  const isCanonical = tags.some(({ status }) => status === 'canonical');
  return isCanonical && acts.some(({ kind }) => ['synonym', 'decanonise', 'rename'].includes(kind));
}
