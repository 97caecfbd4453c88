// Suggestions of tags from the text: takes a form of a work or a chapter, and gives it back with
// them above it, or with those added that the writer ticked.
import { Unanswered } from '../../kit/threads/asked-thread.ts';
import type { TagId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { MemberAsk } from '../../web/ask.ts';
import type { Finding } from '../finding/index.ts';
import { findTagsByNames, splitTagNames, warningIds } from '../tags/index.ts';
import {
  type Languages,
  readLanguages,
  type SentForm,
  type SentTags,
  sentForm,
} from '../works/index.ts';
import type { Desk } from './desk.ts';
import { text } from './messages.ts';
import { checkNote } from './pages/findings.ts';
import { suggestionsPanel, suggestNote } from './pages/suggestions.ts';
import { type Suggestions, suggestFromText } from './suggestions.ts';

export function submitSuggest(desk: Desk, finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const form = await sentForm(ask, parts);
    const ticked = form.sent.all('suggested');
    const languages = await readLanguages(parts.database.read);
    if (form.sent.text('do') === 'add') {
      const note = ticked.length === 0 ? text.nothingTicked() : text.added({ n: ticked.length });
      const tags = withTicked(form.tags, ticked, languages);
      return form.again(suggestNote(note), { tags });
    }
    const texts = await form.texts();
    if (texts.every(({ source }) => source.trim() === '')) {
      return form.again(suggestNote(text.checkEmpty()));
    }
    try {
      const read = await desk.readNames(texts);
      const fandoms = await fandomsOf(parts, form);
      const found = await suggestFromText(finding, ask.viewer, read, fandoms);
      return form.again(suggestionsPanel(form.id, withoutKnown(found, form), languages));
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      parts.log.warn({ reason: error.message }, 'a text was not read for suggestions');
      return form.again(checkNote(text.checkBusy()), { status: 503 });
    }
  };
}

async function fandomsOf({ database }: Parts, { tags, fandomsOfWork }: SentForm): Promise<TagId[]> {
  const names = splitTagNames(tags.fandoms);
  const typed = names.length === 0 ? [] : await findTagsByNames(database.read, 'fandom', names);
  return [...typed.map(({ id, synonymOf }) => synonymOf ?? id), ...fandomsOfWork];
}

/** Only what the form does not say already. */
function withoutKnown(found: Suggestions, { tags, asksLanguage }: SentForm): Suggestions {
  const lacks = (typed: string) => {
    const names = new Set(splitTagNames(typed).map((name) => name.toLowerCase()));
    return ({ name }: { readonly name: string }) => !names.has(name.toLowerCase());
  };
  const warned = new Set(tags.warnings);
  const same = tags.language.split('-')[0] === found.language?.split('-')[0];
  return {
    ...found,
    fandoms: found.fandoms.filter(lacks(tags.fandoms)),
    characters: found.characters.filter(lacks(tags.characters)),
    relationships: found.relationships.filter(lacks(tags.relationships)),
    warnings: found.warnings.filter(({ warning }) => !warned.has(String(warningIds[warning]))),
    language: same || !asksLanguage ? null : found.language,
  };
}

/** `character:Ada Quill`, `warning:17`, `language:de`, as the boxes send them. */
function withTicked(tags: SentTags, ticked: readonly string[], languages: Languages): SentTags {
  const of = (kind: string) =>
    ticked.flatMap((each) => (each.startsWith(`${kind}:`) ? [each.slice(kind.length + 1)] : []));
  const joined = (typed: string, kind: string) =>
    [...new Set([...splitTagNames(typed), ...of(kind).flatMap(splitTagNames)])].join(', ');
  const warnings = of('warning').filter((id) => Object.values<number>(warningIds).includes(+id));
  const language = languages.find(of('language')[0] ?? '')?.tag ?? tags.language;
  return {
    language,
    fandoms: joined(tags.fandoms, 'fandom'),
    characters: joined(tags.characters, 'character'),
    relationships: joined(tags.relationships, 'relationship'),
    warnings: [...new Set([...tags.warnings, ...warnings])],
  };
}
