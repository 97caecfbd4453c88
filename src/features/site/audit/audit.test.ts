// The audit's page as those read it who may, and what goes with time.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { placeTestWork } from '../../../../test/kit/works.ts';
import { dayMs } from '../../../kit/time/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { type AuditEntry, giveRole, writeAudit } from '../../accounts/index.ts';
import { forgetAudit } from './handlers.ts';
import { auditDaysUsual, auditPerPage } from './limits.ts';

async function note(app: TestApp, by: UserId | null, entry: Partial<AuditEntry>): Promise<void> {
  const row: AuditEntry = {
    id: app.parts.ids.next(),
    at: app.clock.now(),
    actorId: by,
    act: 'hide comment',
    subjectKind: 'comment',
    subjectId: 7,
    ...entry,
  };
  await app.parts.database.write((transaction) => writeAudit(transaction, row));
}

const told = async (app: TestApp, query = '') =>
  (await (await app.as('dee')).get(`/moderation/audit${query}`)).text;

eachDatabase((database) => {
  it('is filtered by who, act, what and time', async (test) => {
    const app = await makeApp(test, { database });
    const { userId } = await app.member('dee');
    await note(app, userId, { reason: 'Rude.' });
    app.clock.advance(dayMs);
    await note(app, null, { act: 'make invitation', subjectKind: 'site', subjectId: 0 });
    app.clock.advance(dayMs);
    await note(app, userId, { act: 'show comment', reason: 'Mended.', subjectId: 8 });
    const found: [string, RegExp, RegExp][] = [
      ['', /Mended.*a command.*Rude/, /nothing of that kind/],
      ['?who=DEE', /Mended.*Rude/, /a command/],
      ['?who=-', /a command/, /Rude|Mended/],
      ['?who=nobody_here', /nothing of that kind/, /Rude/],
      ['?act=hide+comment', /Rude/, /Mended/],
      ['?kind=comment&subject=8', /Mended/, /Rude/],
      ['?from=2026-03-02&to=2026-03-02', /a command/, /Rude|Mended/],
      ['?from=2026-03-03', /Mended/, /Rude/],
      ['?from=2026-99-99&after=x&subject=%00', /Mended.*Rude/, /nothing of that kind/],
    ];
    for (const [query, shows, hides] of found) {
      const rows = (await told(app, query)).split('newest first')[1] ?? '';
      assert.match(rows, shows, query);
      assert.doesNotMatch(rows, hides, query);
    }
  });

  it('goes on by pages without losing rows of one moment', async (test) => {
    const app = await makeApp(test, { database });
    const { userId } = await app.member('dee');
    for (let at = 0; at < auditPerPage + 5; at++) {
      await note(app, userId, { reason: `reason-${String(at).padStart(3, '0')}` });
    }
    const dee = await app.as('dee');
    const first = await dee.get('/moderation/audit?who=dee');
    const second = await dee.get(first.link('Older rows'));
    const reasons = [first, second].flatMap(({ text }) => text.match(/reason-\d+/g) ?? []);
    assert.equal(new Set(reasons).size, auditPerPage + 5);
    assert.equal(reasons.length, auditPerPage + 5);
  });

  it('shows nobody what is about themself or their work', async (test) => {
    const app = await makeApp(test, { database });
    const dee = await app.member('dee');
    const { userId } = await app.member('cho');
    const subjectId = await placeTestWork(app, { by: 'dee' });
    await note(app, userId, { subjectKind: 'work', subjectId, reason: 'Watch her.' });
    const about = { subjectKind: 'user', subjectId: dee.userId };
    await note(app, userId, { ...about, reason: 'A quarrel.' });
    assert.doesNotMatch(await told(app), /Watch her|quarrel/);
    await giveRole(app.parts, { userId, role: 'admin', actorId: null });
    const admin = await (await app.as('cho')).get('/moderation/audit');
    assert.match(admin.text, /quarrel.*Watch her/);
  });

  it('goes after its time, but for why a person or a work stands as it does', async (test) => {
    const app = await makeApp(test, { database });
    const work = { subjectKind: 'work', subjectId: 99 };
    await note(app, null, { ...work, act: 'hide work', reason: 'oldest' });
    app.clock.advance(1000);
    await note(app, null, { ...work, act: 'show work', reason: 'second' });
    await note(app, null, { reason: 'of a comment' });
    app.clock.advance(auditDaysUsual * dayMs);
    await note(app, null, { reason: 'fresh' });
    await forgetAudit(app.parts);
    assert.equal((await told(app)).match(/second|of a comment/g)?.length, 2);
    app.clock.advance(1);
    await forgetAudit(app.parts);
    const left = await told(app);
    assert.match(left, /fresh.*second/);
    assert.doesNotMatch(left, /oldest|of a comment/);
  });
});
