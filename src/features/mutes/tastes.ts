// Mutes as finding applies them. All muted works are one taste: a list names them by their number.
import type { Reader } from '../../kit/sql/index.ts';
import type { Member } from '../../shared/viewer.ts';
import type { Taste } from '../finding/index.ts';
import { subjectName } from './messages.ts';
import type { Mute } from './mute.ts';
import { listMutes, listPseudsOf } from './store.ts';
import { mutesUrl } from './urls.ts';

/** What the member has muted. */
export async function tastesOfMutes(reader: Reader, member: Member): Promise<readonly Taste[]> {
  const mutes = await listMutes(reader, member.userId);
  const people = mutes.flatMap(({ subject }) => (subject.kind === 'person' ? subject.person : []));
  const pseuds = await listPseudsOf(reader, people);
  const tastes: Taste[] = [];
  const works = mutes.flatMap(({ subject }) => (subject.kind === 'work' ? subject.work : []));
  for (const mute of mutes) {
    const keepsOut = keptOutBy(mute, pseuds);
    if (keepsOut !== null) tastes.push(tasteOf(subjectName(mute), keepsOut));
  }
  if (works.length > 0) {
    tastes.push(tasteOf(subjectName(works.length), { kind: 'works', works }));
  }
  return tastes;
}

function tasteOf(label: string, keepsOut: Taste['keepsOut']): Taste {
  return { of: 'mute', label, href: mutesUrl, keepsOut };
}

function keptOutBy(
  { subject }: Mute,
  pseuds: Awaited<ReturnType<typeof listPseudsOf>>,
): Taste['keepsOut'] | null {
  switch (subject.kind) {
    case 'tag':
      return subject;
    case 'person':
      return { kind: 'creator', pseuds: pseuds.get(subject.person) ?? [] };
    case 'phrase':
      return { kind: 'phrase', words: subject.phrase };
    case 'language':
      return subject;
    case 'words':
      return {
        kind: 'words',
        range: {
          ...(subject.min === null ? {} : { min: subject.min }),
          ...(subject.max === null ? {} : { max: subject.max }),
        },
      };
    case 'work':
      return null;
  }
}
