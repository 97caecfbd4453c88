// Mail addresses: enough of a check that nothing but one address can reach a mail's header.
import { caseKey } from '../../text/index.ts';
import { emailMost } from './limits.ts';

/** Null when the text can be one mail address. Whether it exists, only a mail can tell. */
export function emailFault(email: string): 'form' | 'long' | null {
  if (email.length > emailMost) return 'long';
  return /^[^\s@<>()[\]\\,;:"\p{C}]+@[^\s@<>()[\]\\,;:"\p{C}]+$/u.test(email) ? null : 'form';
}

/** One spelling for comparing: mailboxes that differ in case are one in practice. */
export function emailKey(email: string): string {
  return caseKey(email);
}
