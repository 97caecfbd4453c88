// Setting the archive up, step by step.
import { Refused, seeOther } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import {
  listTagsOfType,
  type Tag,
  type VocabularyType,
  vocabularyTypes,
} from '../../tags/index.ts';
import { readLanguages } from '../../works/index.ts';
import { text } from '../messages.ts';
import { setUpPage } from '../pages/setup-pages.ts';
import { readSettingsOfSite, saveSiteSettings } from '../site-settings.ts';
import { hostDeskUrl, setUpStepUrl } from '../urls.ts';
import {
  isSetUpStep,
  type SetUpStep,
  saveStep,
  sentSettings,
  setUpSteps,
  stepAfter,
} from './steps.ts';

export function beginSetUp(): Response {
  return seeOther(setUpStepUrl(setUpSteps[0]));
}

export async function showSetUpStep(ask: MemberAsk, parts: Parts): Promise<Response> {
  const step = stepOf(ask);
  const settings = await readSettingsOfSite(parts.database.read);
  const page = setUpPage(ask.frame(), await whatItShows(parts, step, { settings, errors: [] }));
  return answerPage(ask, page);
}

export async function submitSetUpStep(ask: MemberAsk, parts: Parts): Promise<Response> {
  const step = stepOf(ask);
  const form = await ask.form();
  const before = await readSettingsOfSite(parts.database.read);
  const sent = sentSettings(step, form, before);
  const isSkipped = form.text('do') === 'skip';
  const errors = isSkipped ? [] : await saveStep(parts, ask.viewer, step, form, sent);
  if (errors.length > 0) {
    const settings = { ...before, ...sent };
    const login = form.text('login');
    const shown = await whatItShows(parts, step, { settings, errors, login });
    return answerPage(ask, setUpPage(ask.frame(), shown), 422);
  }
  const next = stepAfter(step);
  if (next === null) {
    await saveSiteSettings(parts, ask.viewer, { setUp: true });
    return answerDone(ask, hostDeskUrl, text.setUpDone());
  }
  if (isSkipped || step === 'vocabularies') return seeOther(setUpStepUrl(next));
  return answerDone(ask, setUpStepUrl(next), text.setUpStepSaved());
}

function stepOf(ask: MemberAsk): SetUpStep {
  const step = ask.params['step'] ?? '';
  if (!isSetUpStep(step)) throw new Refused(404);
  return step;
}

async function whatItShows<Given extends object>(parts: Parts, step: SetUpStep, given: Given) {
  const { read } = parts.database;
  const vocabularies = {} as Record<VocabularyType, readonly Tag[]>;
  for (const type of vocabularyTypes) vocabularies[type] = await listTagsOfType(read, type);
  const languages = await readLanguages(read);
  const { registration, url } = parts.settings;
  return { login: '', ...given, step, vocabularies, languages, installed: registration, url };
}
