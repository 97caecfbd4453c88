import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { hourMs, minuteMs, secondMs } from '../time/index.ts';
import { askForJob, type JobKind, runDueJobs } from './index.ts';

eachDatabase((database) => {
  it('a job runs once, when its time has come', async (test) => {
    const { parts, clock } = await makeApp(test, { database });
    const ran: number[] = [];
    const kind: JobKind = { name: 'ring', run: async (bell) => void ran.push(bell) };
    const ask = (bell: number, at: number) =>
      parts.database.write((transaction) => askForJob(transaction, kind, bell, at));
    await ask(7, clock.now() + hourMs);
    await ask(7, clock.now() + minuteMs);
    await runDueJobs(parts, [kind]);
    assert.deepEqual(ran, []);
    clock.advance(minuteMs);
    await Promise.all([runDueJobs(parts, [kind]), runDueJobs(parts, [kind])]);
    await runDueJobs(parts, [kind]);
    assert.deepEqual(ran, [7]);
  });

  it('a job that fails is tried again, ever later', async (test) => {
    const { parts, clock } = await makeApp(test, { database });
    let tries = 0;
    const run = async () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
    };
    const kind: JobKind = { name: 'ring', run };
    await parts.database.write((transaction) => askForJob(transaction, kind, 7, clock.now()));
    for (let minute = 0; minute < 10; minute += 1) {
      await runDueJobs(parts, [kind]);
      clock.advance(minuteMs);
    }
    assert.equal(tries, 3);
  });

  it('a job whose process died is taken over when its lease is over', async (test) => {
    const { parts, clock } = await makeApp(test, { database });
    const ran: string[] = [];
    const dies: JobKind = { name: 'ring', run: () => new Promise<never>(() => {}) };
    const rings: JobKind = { name: 'ring', run: async () => void ran.push('rang') };
    await parts.database.write((transaction) => askForJob(transaction, dies, 7, clock.now()));
    void runDueJobs(parts, [dies]);
    while (
      (await parts.database.read.selectFrom('jobs').selectAll().where('attempts', '=', 1).execute())
        .length === 0
    );
    clock.advance(secondMs);
    await runDueJobs(parts, [rings]);
    assert.deepEqual(ran, []);
    clock.advance(5 * minuteMs);
    await runDueJobs(parts, [rings]);
    assert.deepEqual(ran, ['rang']);
  });

  it('a job asked for anew while it runs is run again', async (test) => {
    const { parts, clock } = await makeApp(test, { database });
    let runs = 0;
    const kind: JobKind = {
      name: 'ring',
      async run(bell) {
        runs += 1;
        if (runs > 1) return;
        const again = clock.now() + minuteMs;
        await parts.database.write((transaction) => askForJob(transaction, kind, bell, again));
      },
    };
    await parts.database.write((transaction) => askForJob(transaction, kind, 7, clock.now()));
    await runDueJobs(parts, [kind]);
    clock.advance(minuteMs);
    await runDueJobs(parts, [kind]);
    assert.equal(runs, 2);
  });
});
