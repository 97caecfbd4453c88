// A refused form begins at its list of problems, for those who see and those who hear it.
export function enhance(summary: HTMLElement): void {
  // Whoever types already, before this came, goes on.
  if (document.activeElement === document.body) summary.focus();
}
