// A refused form begins at its list of problems, for those who see and those who hear it.
export function enhance(summary: HTMLElement): void {
  summary.focus();
}
