// The line above a kept chapter: that something waits to be sent; and the place that was kept here
// since the page was fetched.
import { contact } from './device/contact.ts';
import { change, fact, listAll, type Place } from './device/database.ts';

export async function enhance(strip: HTMLElement): Promise<void> {
  const { work = '', chapter = '', fetched = '0', waiting = '' } = strip.dataset;
  const status = strip.querySelector('[role="status"]');
  const show = async () => {
    const waits = (await listAll('deeds')).some(({ slot }) => slot.endsWith(` ${work}`));
    if (status !== null) status.textContent = waits ? waiting : '';
  };
  await show();
  await change('works', Number(work), (kept) => ({ ...kept, open: location.pathname }));
  const place = await fact<Place>(`place ${work}`);
  const isHere = place !== undefined && String(place.chapter) === chapter;
  if (isHere && place.paragraph !== undefined && place.at > Number(fetched)) restore(place);
  const talk = () => contact(Date.now()).then(show, () => {});
  addEventListener('online', talk);
}

/** As the page itself would hold it, had it been fetched since (features/readings). */
function restore(place: Place): void {
  const part = document.querySelector<HTMLElement>('[data-enhance="place"]');
  if (part === null) return;
  const { chapter, paragraph, mark, within, share } = place;
  Object.assign(part.dataset, { chapterKept: chapter, paragraph, mark, within, share });
  // A page that is gone to from a list of chapters shows what was asked for.
  if (location.hash === '' || location.hash === '#my-place') location.replace('#my-place');
}
