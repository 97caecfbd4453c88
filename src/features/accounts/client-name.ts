// A browser's name for itself, made readable for the list of sessions. Nothing is decided by it.

// The first that fits: most browsers name others besides themselves.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bKindle\b|\bKobo\b/, 'e-reader'],
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** `Firefox, Linux`; what we do not know is shown as it is. */
export function clientName(client: string): string {
  return knownClientName(client) ?? client;
}

/** The same in our own words alone; null for what we do not know. */
export function knownClientName(client: string): string | null {
  const browser = nameIn(browsers, client);
  const system = nameIn(systems, client);
  if (browser === undefined) return null;
  return system === undefined ? browser : `${browser}, ${system}`;
}

function nameIn(known: typeof browsers, client: string): string | undefined {
  return known.find(([sign]) => sign.test(client))?.[1];
}
