// Mutes of the member who asks: the list, what to mute, muting, unmuting.
import { Refused } from '../../kit/http/index.ts';
import { parseId, type TagId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import type { FormProblems } from '../../web/controls.ts';
import { findPerson, returnPath } from '../accounts/index.ts';
import type { Finding } from '../finding/index.ts';
import { findTagsByIds } from '../tags/index.ts';
import { findWork, readLanguages } from '../works/index.ts';
import { mute, unmute } from './actions.ts';
import { readSubjects } from './forms.ts';
import { text } from './messages.ts';
import type { MuteId } from './mute.ts';
import { type Choice, chooseMutePage } from './pages/choose-mute-page.ts';
import { mutesPage } from './pages/mutes-page.ts';
import { listMutes } from './store.ts';
import { mutesUrl } from './urls.ts';

export function showMutes(finding: Finding) {
  return (ask: MemberAsk, parts: Parts): Promise<Response> => answerMutes(finding, ask, parts);
}

async function answerMutes(
  finding: Finding,
  ask: MemberAsk,
  parts: Parts,
  refused: { typed: (name: string) => string; problems: FormProblems } = nothingTyped,
): Promise<Response> {
  const mutes = await listMutes(parts.database.read, ask.viewer.userId);
  const works = mutes.flatMap(({ subject }) => (subject.kind === 'work' ? subject.work : []));
  const blurbs = await finding.blurbs(ask.viewer, works);
  const titles = new Map(blurbs.map((blurb) => [blurb.id, blurb.title]));
  const languages = await readLanguages(parts.database.read);
  const page = mutesPage({ mutes, titles, languages, token: ask.frame().formToken, ...refused });
  return answerPage(ask, page, refused.problems.length === 0 ? 200 : 422);
}

const nothingTyped = { typed: () => '', problems: [] };

/** What can be muted about a work, or the tag or person asked for. */
export function showChoice(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const choice = orNotFound(await choiceOf(finding, ask, parts));
    const back = returnPath(ask.query.get('back') ?? '') ?? '';
    return answerPage(ask, chooseMutePage({ choice, back, token: ask.frame().formToken }));
  };
}

async function choiceOf(finding: Finding, ask: MemberAsk, parts: Parts): Promise<Choice | null> {
  const { read } = parts.database;
  const work = parseId<WorkId>(ask.query.get('work') ?? undefined);
  if (work !== null) {
    const found = (await findWork(read, ask.viewer, work)).work;
    return found && { kind: 'work', work: found, viewer: ask.viewer };
  }
  const tagId = parseId<TagId>(ask.query.get('tag') ?? undefined);
  if (tagId !== null) {
    const tag = (await findTagsByIds(read, [tagId])).get(tagId);
    return tag && (await finding.knows(ask.viewer, tag)) ? { kind: 'tag', tag } : null;
  }
  const person = await findPerson(read, ask.viewer, ask.query.get('person') ?? '');
  return person && { kind: 'person', login: person.login };
}

export function submitMute(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const form = await ask.form();
    const typed = (name: string) => form.text(name);
    const read = await readSubjects(form, { parts, finding, viewer: ask.viewer });
    const problems = 'problems' in read ? read.problems : [];
    if ('subjects' in read && (await mute(parts, ask.viewer, read.subjects))) {
      return answerDone(ask, returnPath(typed('back')) ?? mutesUrl, text.muted());
    }
    const shown = problems.length > 0 ? problems : [{ field: '', detail: text.tooMany() }];
    return answerMutes(finding, ask, parts, { typed, problems: shown });
  };
}

export async function submitUnmute(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = parseId<MuteId>(ask.params['id']);
  if (id === null || !(await unmute(parts, ask.viewer, id))) throw new Refused(404);
  return answerDone(ask, mutesUrl, text.unmuted());
}
