// What a skin may set: how words and the boxes around them look. Not in it: what moves or blinks,
// what hides where the keyboard is, what leaves the text's own box, and `direction` and
// `unicode-bidi`, which e-books may not have in a sheet (the text says them itself).

const sides = ['top', 'right', 'bottom', 'left'];
const logicalSides = ['block', 'inline', 'block-start', 'block-end', 'inline-start', 'inline-end'];
const eachSide = (name: string) => [
  name,
  ...[...sides, ...logicalSides].map((side) => `${name}-${side}`),
];
const borders = [...sides, ...logicalSides].flatMap((side) =>
  ['', '-color', '-style', '-width'].map((part) => `border-${side}${part}`),
);
const listed = (names: string) => names.trim().split(/\s+/);

/** How letters and lines look: of the text as a whole too. */
const ofWords = listed(`
  color font font-family font-feature-settings font-kerning font-size font-stretch font-style
  font-variant font-variant-alternates font-variant-caps font-variant-east-asian
  font-variant-ligatures font-variant-numeric font-weight hyphens letter-spacing line-break
  line-height list-style list-style-position list-style-type orphans overflow-wrap quotes
  ruby-align ruby-position tab-size text-align text-align-last text-combine-upright
  text-decoration text-decoration-color text-decoration-line text-decoration-style
  text-decoration-thickness text-emphasis text-emphasis-color text-emphasis-position
  text-emphasis-style text-indent text-justify text-orientation text-shadow text-transform
  text-underline-offset text-underline-position text-wrap white-space widows word-break
  word-spacing`);

/** The ground it stands on. */
const ofGround = [
  ...listed(`background background-clip background-color background-image background-origin
  background-position background-repeat background-size border border-color border-style
  border-width border-radius box-shadow counter-increment counter-reset counter-set`),
  ...eachSide('padding'),
];

const ofBoxes = [
  ...listed(`align-content align-items align-self aspect-ratio block-size border-collapse
  border-spacing border-end-end-radius border-end-start-radius border-start-end-radius
  border-start-start-radius border-top-left-radius border-top-right-radius
  border-bottom-left-radius border-bottom-right-radius bottom box-decoration-break box-sizing
  break-after break-before break-inside caption-side clear clip-path column-count column-fill
  column-gap column-rule column-rule-color column-rule-style column-rule-width column-span
  column-width columns content display empty-cells filter flex flex-basis flex-direction flex-flow
  flex-grow flex-shrink flex-wrap float gap grid grid-area grid-auto-columns grid-auto-flow
  grid-auto-rows grid-column grid-column-end grid-column-start grid-row grid-row-end
  grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows
  height inline-size inset inset-block inset-block-end inset-block-start inset-inline
  inset-inline-end inset-inline-start justify-content justify-items justify-self left
  max-block-size max-height max-inline-size max-width min-block-size min-height min-inline-size
  min-width mix-blend-mode object-fit object-position opacity order overflow overflow-x
  overflow-y page-break-after page-break-before page-break-inside place-content place-items
  place-self position right rotate row-gap scale shape-outside table-layout text-overflow top
  transform transform-origin translate vertical-align visibility width writing-mode z-index`),
  ...eachSide('margin'),
  ...borders,
];

/** Properties of the text as a whole: nothing that moves it from its place on the page. */
export const wholeTextProperties: ReadonlySet<string> = new Set([...ofWords, ...ofGround]);
/** Properties of everything in it. */
export const properties: ReadonlySet<string> = new Set([...wholeTextProperties, ...ofBoxes]);

/** Those in which words in quotes mean something. */
export const stringProperties: ReadonlySet<string> = new Set(
  listed(`content font font-family font-feature-settings font-variant-alternates
  grid-template grid-template-areas grid list-style list-style-type quotes text-emphasis
  text-emphasis-style`),
);

/** What may be computed or drawn; none of these asks anybody for anything. */
export const functions: ReadonlySet<string> = new Set(
  listed(`blur brightness calc circle clamp color-mix conic-gradient contrast counter counters
  drop-shadow ellipse fit-content grayscale hsl hsla hue-rotate hwb inset invert lab lch
  linear-gradient matrix max min minmax oklab oklch opacity perspective polygon radial-gradient
  repeat repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient rgb rgba
  rotate rotatex rotatey rotatez saturate scale scalex scaley sepia skew skewx skewy translate
  translatex translatey`),
);

/** In these `+`, `-`, `*` and brackets reckon. */
export const reckoning: ReadonlySet<string> = new Set(['calc', 'clamp', 'max', 'min']);

/** Of lengths, parts, angles and shares. */
export const units: ReadonlySet<string> = new Set(
  listed(`% px em rem ex ch cap ic lh rlh vw vh vmin vmax svw svh lvw lvh dvw dvh pt pc cm mm in q
  fr deg grad rad turn`),
);

/** Not `fixed` or `sticky`, which go along with the window over what is not the writer's. */
export const positions: ReadonlySet<string> = new Set(['static', 'relative', 'absolute']);
