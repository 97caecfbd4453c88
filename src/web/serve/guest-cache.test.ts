import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { dayMs } from '../../kit/time/index.ts';

it('a list of the last days lets go of what is older, though nothing has changed', async (test) => {
  const app = await makeApp(test);
  const id = await placeTestWork(app);
  const list = async () =>
    (await app.guest().get('/works/search?work_search[revised_at]=%3C+2+days+ago')).body;
  assert.match(await list(), new RegExp(`work_${id}`));
  app.clock.advance(3 * dayMs);
  assert.doesNotMatch(await list(), new RegExp(`work_${id}`));
});
