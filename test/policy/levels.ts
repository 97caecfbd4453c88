// The map of src/: which part a file belongs to, and on which level the part stands. A part imports
// from lower levels only.

export type Part = {
  /** `kit`, `features/works`, or `composition` for what puts the archive together. */
  readonly name: string;
  readonly level: number;
  /** The path below the part's folder. */
  readonly inside: string;
};

const ground = { kit: 0, text: 0, engine: 0, shared: 1, web: 2 } as const;

const features = [
  [3, 'accounts', 'tags', 'notices', 'policies', 'skins'],
  [4, 'works'],
  [5, 'finding'],
  [6, 'filters', 'mutes', 'comments', 'kudos', 'bookmarks', 'readings', 'collections'],
  [7, 'reading', 'exports', 'imports', 'challenges', 'desk', 'follows'],
  [
    8,
    'people',
    'moderation',
    'wrangling',
    'statistics',
    'takeout',
    'erasure',
    'api',
    'opds',
    'offline',
  ],
  [9, 'host', 'site', 'kin'],
] as const;

/** Files directly in src/, and the commands: they put the parts together and may use them all. */
const composition = 10;

const levels = new Map<string, number>(Object.entries(ground));
for (const [level, ...names] of features) {
  for (const name of names) levels.set(`features/${name}`, level);
}

/** The part of a file of src/; level NaN: this map does not name it. Null: not in src/. */
export function partOf(path: string): Part | null {
  if (!path.startsWith('src/')) return null;
  const [first = '', second = '', ...rest] = path.slice('src/'.length).split('/');
  if (second === '' || first === 'commands') {
    return { name: 'composition', level: composition, inside: path.slice('src/'.length) };
  }
  const isFeature = first === 'features' && rest.length > 0;
  const name = isFeature ? `${first}/${second}` : first;
  const inside = (isFeature ? rest : [second, ...rest]).join('/');
  return { name, level: levels.get(name) ?? Number.NaN, inside };
}

/** Addresses are data that anyone above the ground may link to. */
export function isAddresses(path: string): boolean {
  return path === 'src/urls.ts' || /^src\/features\/[^/]+\/urls\.ts$/.test(path);
}

/** Script for the browser. */
export function isClient(path: string): boolean {
  return /^src\/(?:web|features\/[^/]+)\/client\//.test(path);
}
