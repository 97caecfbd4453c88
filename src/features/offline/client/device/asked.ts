// What a button on a page asks to be kept.
import { DeviceFull, fetchPlan, keepPlan } from './keeping.ts';

/** Keeps it and says how it goes, in the archive's words. Throws where it cannot be fetched. */
export async function keepAsked(asked: string, say: (words: string) => void): Promise<void> {
  // What a browser does not promise it may still keep for years.
  await navigator.storage?.persist?.().catch(() => false);
  const plan = await fetchPlan(asked);
  const { keeping, done, full } = plan.sentences;
  const all = String(plan.works.length);
  try {
    await keepPlan(asked, plan, Date.now(), (number) => {
      say(keeping.replace('{done}', String(number + 1)).replace('{all}', all));
    });
    say(done);
  } catch (problem) {
    if (!(problem instanceof DeviceFull)) throw problem;
    say(full);
  }
}
