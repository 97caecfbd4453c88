// What a call may send that wrangles.
import { z } from 'zod';
import { tagReference } from './work-body.ts';

export const synonymBody = z.object({ of: tagReference.nullable() }).meta({
  id: 'SynonymBody',
  description: 'A canonical of the same type; null frees the synonym.',
});

const some = z.union([tagReference, z.array(tagReference)]).optional();

export const tiesBody = z
  .object({ add: some, remove: some })
  .meta({ id: 'TiesBody', description: 'The tags above: one, or a list.' });

export const canonicalBody = z.object({ canonical: z.boolean() }).meta({ id: 'CanonicalBody' });

export const undoBody = z
  .object({ act: z.int() })
  .meta({ id: 'UndoBody', description: 'The number of an act, as the call that did it gave it.' });
