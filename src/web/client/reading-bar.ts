// Tucks the bar away while the text moves on, and brings it back on the first step back.
export function enhance(bar: HTMLElement): void {
  let before = scrollY;
  addEventListener(
    'scroll',
    () => {
      // Some pixels of slack: a resting thumb trembles.
      if (Math.abs(scrollY - before) < 12) return;
      const atEnd = innerHeight + scrollY > document.documentElement.scrollHeight - 200;
      bar.dataset['tucked'] = scrollY > before && scrollY > 200 && !atEnd ? 'yes' : 'no';
      before = scrollY;
    },
    { passive: true },
  );
}
