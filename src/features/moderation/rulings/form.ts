// The form that decides, as it was sent.
import type { Form } from '../../../kit/http/index.ts';
import type { ActTyped } from './pages/ruling-fields.ts';

export function typedAct(form: Form): ActTyped {
  const [reason, policy, words] = [form.text('reason'), form.text('policy'), form.text('words')];
  return { reason, policy, words, days: form.text('days'), errors: [] };
}
