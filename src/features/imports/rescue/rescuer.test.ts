// The thread that rescues texts answers what rescuing them here would.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unanswered } from '../../../kit/threads/asked-thread.ts';
import { rescue } from '../../../text/index.ts';
import { rescuesWaitingMost } from './limits.ts';
import { createRescuer } from './rescuer.ts';

const story = 'Title: Cold Tea “You said eight,” said Tobias. “I said about eight.” She sat down.';

test('a text is rescued on another thread, and too many at once are refused', async (t) => {
  const rescuer = createRescuer();
  t.after(() => rescuer.close());
  // All are asked before any can be answered: answers come by messages.
  const asked = Array.from({ length: rescuesWaitingMost + 2 }, () =>
    rescuer.rescue(story, 'everywhere').catch((error: unknown) => error),
  );
  const answers = await Promise.all(asked);
  const refused = answers.filter((answer) => answer instanceof Unanswered);
  assert.equal(refused.length, 1);
  assert.deepEqual(answers[0], rescue(story, { look: 'everywhere' }));
});
