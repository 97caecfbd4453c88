// The one script of every page: gives each [data-enhance] its behaviour, loaded when needed.
// Pages are complete without it, so a behaviour that fails leaves its element as it was.
import { behaviours } from 'inkstead:behaviours';

/** Enhances what is inside `root`, as after a page or a piece of one has come in. */
export function enhanceWithin(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-enhance]')) {
    for (const name of (element.dataset['enhance'] ?? '').split(' ')) void give(element, name);
  }
}

async function give(element: HTMLElement, name: string): Promise<void> {
  try {
    const behaviour = await behaviours[name]?.();
    behaviour?.enhance(element);
  } catch (problem) {
    console.warn(`${name}:`, problem);
  }
}

enhanceWithin(document);
