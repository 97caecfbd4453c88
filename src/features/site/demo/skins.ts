// Skins of the demo: each is its creator's own, and given to the work of one file.

export type DemoSkin = {
  /** Whose file in `works` it is for. */
  readonly file: string;
  readonly title: string;
  readonly source: string;
};

export const demoSkins: readonly DemoSkin[] = [
  {
    file: '14-patch-notes-for-a-small-kingdom.md',
    title: 'Release notes',
    source: `/* Each heading opens a panel; what follows is in small type, as on a wall of news. */
#workskin .userstuff {
  padding: 1em 1.25em;
  background: #f3f6ee;
  color: #1d2a1c;
  border: 1px solid #6d8a5e;
  border-radius: 0.5em;
  font-family: monospace;
  font-size: 0.9em;
}
.userstuff h4 {
  margin: 1.5em 0 0.5em;
  padding: 0.25em 0.5em;
  background: #2f4a2a;
  color: #f3f6ee;
  letter-spacing: 0.08em;
  text-transform: uppercase;
}
.userstuff h4::before {
  content: "\\25B8  ";
}
.userstuff li { margin-bottom: 0.5em; }
.userstuff a { color: #20435c; }
`,
  },
];
