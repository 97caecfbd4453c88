// The steps of setting the archive up: what each asks and keeps. Every one can be skipped, and all
// can be gone through again at any time.
import { registrations } from '../../../kit/config/index.ts';
import type { FieldError, Form } from '../../../kit/http/index.ts';
import { parseId, type TagId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { type Member, type Role, roles } from '../../../shared/viewer.ts';
import { findMember, giveRole, writeAudit } from '../../accounts/index.ts';
import { chooseAdultRatings } from '../../tags/index.ts';
import type { PageName } from '../default-pages.ts';
import { defaultPages } from '../default-pages.ts';
import { text } from '../messages.ts';
import { pageNames, type SiteSettings, saveSiteSettings } from '../site-settings.ts';

/** In the order in which they are asked. */
export const setUpSteps = [
  'archive',
  'language',
  'vocabularies',
  'registration',
  'adult',
  'pages',
  'others',
] as const;
export type SetUpStep = (typeof setUpSteps)[number];

export function isSetUpStep(name: string): name is SetUpStep {
  return setUpSteps.some((step) => step === name);
}

/** Null after the last. */
export function stepAfter(step: SetUpStep): SetUpStep | null {
  return setUpSteps[setUpSteps.indexOf(step) + 1] ?? null;
}

/** Settings as they were sent, for the form to show again. */
export function sentSettings(
  step: SetUpStep,
  form: Form,
  before: SiteSettings,
): Partial<SiteSettings> {
  switch (step) {
    case 'archive':
      return { name: form.text('name'), description: form.text('description') };
    case 'language':
      return { language: form.text('language') };
    case 'registration': {
      const wanted = form.text('registration');
      return { registration: registrations.find((one) => one === wanted) ?? before.registration };
    }
    case 'pages':
      return { pages: sentPages(form) };
    default:
      return {};
  }
}

/** Keeps what a step asks, or answers what is wrong with it. */
export async function saveStep(
  parts: Parts,
  by: Member,
  step: SetUpStep,
  form: Form,
  sent: Partial<SiteSettings>,
): Promise<readonly FieldError[]> {
  if (step === 'adult') return saveAdultRatings(parts, by, form.all('ratings[]'));
  if (step === 'others') return giveSentRole(parts, by, form);
  // Looked at and kept as they are: each is changed on a page of its own.
  if (step === 'vocabularies') return [];
  return saveSiteSettings(parts, by, sent);
}

// A page that still is what Inkstead brings stays so, and follows it.
function sentPages(form: Form): Record<PageName, string> {
  const pages = {} as Record<PageName, string>;
  for (const page of pageNames) {
    const typed = form.text(`page[${page}]`).replaceAll('\r\n', '\n');
    pages[page] = typed.trim() === defaultPages[page].trim() ? '' : typed;
  }
  return pages;
}

async function saveAdultRatings(
  parts: Parts,
  by: Member,
  ticked: readonly string[],
): Promise<readonly FieldError[]> {
  const wanted = new Set(ticked.flatMap((id) => parseId<TagId>(id) ?? []));
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    for (const id of await chooseAdultRatings(transaction, wanted, at)) {
      await writeAudit(transaction, {
        id: parts.ids.next(),
        at,
        actorId: by.userId,
        act: 'change rating',
        subjectKind: 'tag',
        subjectId: id,
        detail: { adult: wanted.has(id) },
      });
    }
  });
  return [];
}

async function giveSentRole(parts: Parts, by: Member, form: Form): Promise<readonly FieldError[]> {
  const login = form.text('login').trim();
  if (login === '') return [];
  const role = roles.find((one) => one === form.text('role'));
  if (role === undefined) return [{ field: 'role', detail: text.setUpRoleUnknown() }];
  const member = await findMember(parts.database.read, login);
  if (member === null) return [{ field: 'login', detail: text.setUpNobody({ login }) }];
  const change = { userId: member.userId, role: role satisfies Role, actorId: by.userId };
  await giveRole(parts, change);
  return [];
}
