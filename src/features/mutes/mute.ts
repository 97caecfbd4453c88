// What can be muted. A mute is the reader's own act, and nobody else's business.
import type { TagId, UserId, WorkId } from '../../shared/ids.ts';
import { caseKey } from '../../text/index.ts';

declare const brand: unique symbol;
export type MuteId = number & { readonly [brand]: 'mute' };

export type MuteSubject =
  /** With its synonyms and subtags; `within`: only in works of this fandom. */
  | { readonly kind: 'tag'; readonly tag: TagId; readonly within: TagId | null }
  /** What the person signs, under any pseud. */
  | { readonly kind: 'person'; readonly person: UserId }
  | { readonly kind: 'work'; readonly work: WorkId }
  /** The very words in title, summary or tags. */
  | { readonly kind: 'phrase'; readonly phrase: string }
  /** A BCP 47 tag. */
  | { readonly kind: 'language'; readonly language: string }
  /** Works of so many words, both ends included; one end at least. */
  | { readonly kind: 'words'; readonly min: number | null; readonly max: number | null };

/** A mute as it is kept. Names are those of today. */
export type Mute = {
  readonly id: MuteId;
  readonly subject: MuteSubject;
  /** The tag's or the person's name; empty for what names itself. */
  readonly name: string;
  /** The name of the fandom that the mute is bounded by; empty without one. */
  readonly withinName: string;
};

/** One text for each thing that can be muted. */
export function subjectKey(subject: MuteSubject): string {
  switch (subject.kind) {
    case 'tag':
      return `tag ${subject.tag} ${subject.within ?? ''}`.trimEnd();
    case 'person':
      return `person ${subject.person}`;
    case 'work':
      return `work ${subject.work}`;
    case 'phrase':
      return `phrase ${caseKey(subject.phrase)}`;
    case 'language':
      return `language ${subject.language}`;
    case 'words':
      return `words ${subject.min ?? ''}-${subject.max ?? ''}`;
  }
}
