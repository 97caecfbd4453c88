// What the forms of mutes send: something chosen from a work, a tag or a person, or typed anew.
import type { FieldError, Form } from '../../kit/http/index.ts';
import { parseId, type TagId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { findPerson } from '../accounts/index.ts';
import type { Finding } from '../finding/index.ts';
import {
  findTagsByIds,
  findTagsByName,
  splitTagNames,
  type Tag,
  type TagType,
  tagTypes,
} from '../tags/index.ts';
import { findWork, readLanguages } from '../works/index.ts';
import { phraseCharactersMax, wordsMax } from './limits.ts';
import { text } from './messages.ts';
import type { MuteSubject } from './mute.ts';

/** What is asked from: who asks, and where names are looked up. */
export type Asking = {
  readonly parts: Parts;
  readonly finding: Finding;
  readonly viewer: Member;
};

export type ReadSubjects =
  | { readonly subjects: readonly MuteSubject[] }
  | { readonly problems: readonly FieldError[] };

/** A choice is sent as `kind:value`; where several tags of a name are meant, `tag_type` says. */
export async function readSubjects(form: Form, asking: Asking): Promise<ReadSubjects> {
  const chosen = form.text('about');
  const kind = chosen === '' ? form.text('kind') : chosen.slice(0, chosen.indexOf(':'));
  const value = chosen.slice(chosen.indexOf(':') + 1);
  switch (kind) {
    case 'tag':
      return chosen === '' ? typedTags(form, asking) : chosenTag(value, form, asking);
    case 'person':
      return person(chosen === '' ? form.text('person').trim() : value, asking);
    case 'work':
      return work(value, asking);
    case 'phrase':
      return phrase(form.text('phrase'));
    case 'language':
      return language(chosen === '' ? form.text('language') : value, asking);
    case 'words':
      return words(form);
    default:
      return problem('about', text.nothingChosen());
  }
}

function problem(field: string, detail: string): ReadSubjects {
  return { problems: [{ field, detail }] };
}

/** Several names, in several fandoms: each with each. */
async function typedTags(form: Form, asking: Asking): Promise<ReadSubjects> {
  const types = tagTypes.filter((type) => [type, ''].includes(form.text('tag_type')));
  const subjects: MuteSubject[] = [];
  const fandoms: (TagId | null)[] = [];
  for (const name of splitTagNames(form.text('fandom_name'))) {
    const [fandom] = await named(name, ['fandom'], asking);
    if (fandom === undefined) return problem('fandom_name', text.unknownFandom({ name }));
    fandoms.push(fandom.id);
  }
  if (fandoms.length === 0) fandoms.push(null);
  for (const name of splitTagNames(form.text('tag_name'))) {
    const tags = await named(name, types, asking);
    const [tag] = tags;
    if (tag === undefined) return problem('tag_name', text.unknownTag({ name }));
    if (tags.length > 1) return problem('tag_type', text.severalTags({ name }));
    for (const within of fandoms) subjects.push({ kind: 'tag', tag: tag.id, within });
  }
  return subjects.length === 0 ? problem('tag_name', text.tagEmpty()) : { subjects };
}

async function named(name: string, types: readonly TagType[], asking: Asking): Promise<Tag[]> {
  return known(await findTagsByName(asking.parts.database.read, name, types), asking);
}

async function chosenTag(value: string, form: Form, asking: Asking): Promise<ReadSubjects> {
  const ids = [value, form.text('within')].flatMap((id) => parseId<TagId>(id) ?? []);
  const found = await findTagsByIds(asking.parts.database.read, ids);
  const [tag, within] = await known(
    ids.flatMap((id) => found.get(id) ?? []),
    asking,
  );
  if (tag === undefined || String(tag.id) !== value) {
    return problem('about', text.nothingChosen());
  }
  const bounded = within?.type === 'fandom' && within.id !== tag.id;
  return { subjects: [{ kind: 'tag', tag: tag.id, within: bounded ? within.id : null }] };
}

/** A name that the reader may not meet is as if it were not there. */
async function known(tags: readonly Tag[], { finding, viewer }: Asking): Promise<Tag[]> {
  const seen: Tag[] = [];
  for (const tag of tags) if (await finding.knows(viewer, tag)) seen.push(tag);
  return seen;
}

async function person(login: string, { parts, viewer }: Asking): Promise<ReadSubjects> {
  const found = await findPerson(parts.database.read, viewer, login);
  if (found === null) return problem('person', text.unknownPerson({ name: login }));
  if (found.id === viewer.userId) return problem('person', text.ownself());
  return { subjects: [{ kind: 'person', person: found.id }] };
}

async function work(value: string, { parts, viewer }: Asking): Promise<ReadSubjects> {
  const id = parseId<WorkId>(value);
  const found = id === null ? null : (await findWork(parts.database.read, viewer, id)).work;
  if (found === null) return problem('about', text.nothingChosen());
  return { subjects: [{ kind: 'work', work: found.id }] };
}

function phrase(typed: string): ReadSubjects {
  const words = typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(words)) return problem('phrase', text.phraseEmpty());
  if ([...words].length > phraseCharactersMax) {
    return problem('phrase', text.phraseLong({ most: phraseCharactersMax }));
  }
  return { subjects: [{ kind: 'phrase', phrase: words }] };
}

async function language(typed: string, { parts }: Asking): Promise<ReadSubjects> {
  const found = (await readLanguages(parts.database.read)).find(typed);
  if (found === null) return problem('language', text.unknownLanguage());
  return { subjects: [{ kind: 'language', language: found.tag }] };
}

function words(form: Form): ReadSubjects {
  const typed = form.text('words').replaceAll(/[\s,.]/g, '');
  const number = /^[0-9]{1,9}$/.test(typed) ? Number(typed) : 0;
  if (number < 1 || number > wordsMax) {
    return problem('words', text.wordsWrong({ most: wordsMax }));
  }
  const isLonger = form.text('words_rule') === 'longer';
  const [min, max] = isLonger ? [number + 1, null] : [null, number - 1];
  return { subjects: [{ kind: 'words', min, max }] };
}
