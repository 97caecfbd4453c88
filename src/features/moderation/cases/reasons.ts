// Why somebody reports something: the first that fits, the gravest first.
import type { Message } from '../../../kit/messages/index.ts';
import { text } from './messages.ts';

export type Reason = {
  /** Kept in the database. */
  readonly name: string;
  readonly label: Message;
  /** Nobody can judge it without being told more. */
  readonly needsWords: boolean;
  /** Comes before the others in the list of cases. */
  readonly urgent: boolean;
};

export const reasons: readonly Reason[] = [
  reason('minors', text.reasonMinors, { urgent: true }),
  reason('private', text.reasonPrivate, { urgent: true }),
  reason('harassment', text.reasonHarassment, { urgent: true }),
  reason('copied', text.reasonCopied, { needsWords: true }),
  reason('labels', text.reasonLabels),
  reason('spam', text.reasonSpam),
  reason('unlawful', text.reasonUnlawful, { needsWords: true }),
  reason('other', text.reasonOther, { needsWords: true }),
];

function reason(name: string, label: Message, wishes: Partial<Reason> = {}): Reason {
  return { name, label, needsWords: false, urgent: false, ...wishes };
}

/** Its words, also of a reason that is no more given. */
export function reasonLabel(name: string): string {
  return reasons.find((one) => one.name === name)?.label() ?? name;
}

export const urgentReasons = reasons.filter(({ urgent }) => urgent).map(({ name }) => name);
