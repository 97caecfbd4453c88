// The vocabularies: warnings, categories, ratings and media, each a list that the host edits.
import { type FieldError, Refused } from '../../kit/http/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { writeAudit } from '../accounts/index.ts';
import {
  canBeRetired,
  changeVocabulary,
  listTagsOfType,
  type VocabularyType,
  vocabularyTypes,
} from '../tags/index.ts';
import { text } from './messages.ts';
import { type VocabularyRow, vocabularyPage } from './pages/vocabulary-page.ts';
import { vocabularyUrl } from './urls.ts';

const nothingNew = { name: '', word: '' };

export async function showVocabulary(ask: MemberAsk, parts: Parts): Promise<Response> {
  const type = typeAsked(ask);
  const rows = await readRows(parts, type);
  return answerPage(ask, vocabularyPage(ask.frame(), { type, rows, added: nothingNew }));
}

export async function submitVocabulary(ask: MemberAsk, parts: Parts): Promise<Response> {
  const type = typeAsked(ask);
  const form = await ask.form();
  const known = await readRows(parts, type);
  // Of what came since the page was shown the form says nothing.
  const sent = known
    .filter(({ id }) => form.has(`name[${id}]`))
    .map((row) => ({
      ...row,
      name: form.text(`name[${row.id}]`),
      word: form.text(`word[${row.id}]`).trim(),
      place: form.text(`place[${row.id}]`).trim(),
      offered: !row.canBeRetired || form.ticked(`offered[${row.id}]`),
    }));
  const added = { name: form.text('new_name'), word: form.text('new_word').trim() };
  const entries = sent.map(({ id, name, word, place, offered }) => {
    return { id, name, shortWord: word, place: Number(place), offered };
  });
  const isNew = added.name.trim() !== '' || added.word !== '';
  const wish = {
    type,
    entries,
    added: isNew ? { name: added.name, shortWord: added.word } : null,
  };
  const errors = await change(ask, parts, wish);
  if (errors.length > 0) {
    return answerPage(ask, vocabularyPage(ask.frame(), { type, rows: sent, added, errors }), 422);
  }
  return answerDone(ask, vocabularyUrl(type), text.vocabularySaved());
}

/** Each change is written into the audit. */
async function change(
  ask: MemberAsk,
  { database, ids, clock }: Parts,
  wish: Parameters<typeof changeVocabulary>[1],
): Promise<readonly FieldError[]> {
  const at = clock.now();
  const by = ask.viewer.userId;
  return database.write(async (transaction) => {
    const { errors, changes } = await changeVocabulary(transaction, wish, { ids, at, by });
    for (const { tag, ...detail } of changes) {
      await writeAudit(transaction, {
        id: ids.next(),
        at,
        actorId: by,
        act: 'change vocabulary',
        subjectKind: 'tag',
        subjectId: tag,
        detail: { type: wish.type, ...detail },
      });
    }
    return errors;
  });
}

async function readRows(parts: Parts, type: VocabularyType): Promise<VocabularyRow[]> {
  const tags = await listTagsOfType(parts.database.read, type);
  return tags.map((tag, at) => ({
    id: tag.id,
    name: tag.name,
    word: tag.shortWord ?? '',
    place: String(at + 1),
    offered: tag.status === 'canonical',
    canBeRetired: canBeRetired(tag),
  }));
}

function typeAsked(ask: MemberAsk): VocabularyType {
  const type = vocabularyTypes.find((one) => one === ask.params['type']);
  if (type === undefined) throw new Refused(404);
  return type;
}
