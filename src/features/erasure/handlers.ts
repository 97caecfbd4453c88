// The page on which a person asks that their account be deleted: the choices, then what they would
// do, then the password.
import type { Form } from '../../kit/http/index.ts';
import { parseId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import type { FormProblems } from '../../web/controls.ts';
import { ownerOnly } from '../accounts/index.ts';
import { listPartingWorks } from '../works/index.ts';
import { askForErasure, type ErasureWish, planErasure } from './actions.ts';
import { comeBackMs } from './limits.ts';
import { choicesPage, closedPage, previewPage } from './pages/erasure-pages.ts';

export async function showErasure(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const works = await listPartingWorks(parts.database.read, ask.viewer.userId);
  const { login } = ask.viewer;
  return answerPage(ask, choicesPage({ login, formToken: ask.session.formToken(), works }));
}

export async function submitErasure(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const wish = readWish(form);
  if (form.text('do') !== 'erase') return answerPreview(ask, parts, wish, [], 200);
  const password = form.text('user[current_password]');
  const outcome = await askForErasure(parts, ask.viewer, { ...wish, password });
  if (!outcome.ok) {
    const { problems, waitSeconds } = outcome;
    const answer = await answerPreview(
      ask,
      parts,
      wish,
      problems,
      waitSeconds === undefined ? 422 : 429,
    );
    if (waitSeconds !== undefined) answer.headers.set('retry-after', String(waitSeconds));
    return answer;
  }
  const day = parts.clock.now() + comeBackMs;
  const { login } = ask.viewer;
  ask.session.replace(null);
  return answerPage(ask, closedPage({ login, day }));
}

async function answerPreview(
  ask: MemberAsk,
  parts: Parts,
  wish: ErasureWish,
  problems: FormProblems,
  status: number,
): Promise<Response> {
  const plan = await planErasure(parts, ask.viewer, wish);
  const { login } = ask.viewer;
  const formToken = ask.session.formToken();
  const day = parts.clock.now() + comeBackMs;
  return answerPage(ask, previewPage({ login, formToken, wish, plan, day, problems }), status);
}

function readWish(form: Form): ErasureWish {
  const ids = form.all('except[]').map(parseId);
  return {
    works: form.text('works') === 'delete' ? 'delete' : 'stay',
    except: new Set(ids.filter((id) => id !== null) as WorkId[]),
    keepName: form.text('name') === 'keep',
    comments: form.text('comments') === 'delete' ? 'delete' : 'keep',
  };
}
