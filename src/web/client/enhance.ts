// The one script of every page: gives each [data-enhance] its behaviour, loaded when needed.
// Pages are complete without it, so a behaviour that fails leaves its element as it was.
import { behaviours } from 'inkstead:behaviours';

const given = [...document.querySelectorAll<HTMLElement>('[data-enhance]')].flatMap((element) =>
  (element.dataset['enhance'] ?? '').split(' ').map((name) => give(element, name)),
);
// Tests in a browser wait for it.
void Promise.all(given).then(() => document.documentElement.setAttribute('data-enhanced', ''));

async function give(element: HTMLElement, name: string): Promise<void> {
  try {
    const behaviour = await behaviours[name]?.();
    behaviour?.enhance(element);
  } catch (problem) {
    console.warn(`${name}:`, problem);
  }
}
