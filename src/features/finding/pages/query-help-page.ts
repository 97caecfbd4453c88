// Everything that can be typed into the box of words, with examples.
import { type Html, html } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { queryHelpUrl } from '../urls.ts';

export function queryHelpPage(): Page {
  return {
    title: text.helpTitle(),
    mainClass: 'help region',
    styles: ['finding'],
    indexable: true,
    canonical: queryHelpUrl,
    body: html`<h2 class="heading">${text.helpTitle()}</h2>
<p>${text.helpLead()}</p>
${sections.map(renderSection)}
<h3 class="heading">${text.helpForgives()}</h3>
<p>${text.helpForgivesText()}</p>`,
  };
}

type Section = {
  readonly heading: () => string;
  readonly rows: readonly (readonly [example: string, meaning: () => string])[];
};

const sections: readonly Section[] = [
  {
    heading: text.helpWords,
    rows: [
      ['lighthouse storm', text.helpBothWords],
      ['"slow burn"', text.helpPhrase],
      ['light*', text.helpPrefix],
      ['rain OR snow', text.helpOr],
      ['-rain', text.helpNot],
      ['storm (rain OR snow)', text.helpGroup],
      ['title:tea  summary:storm  notes:thanks  text:"exact words"', text.helpPlaces],
    ],
  },
  {
    heading: text.helpNames,
    rows: [
      ['fandom:"The Marsh"  character:Oda  relationship:"Oda & Benn"', text.helpTags],
      ['freeform:Pining  category:gen  medium:books  tag:Rain', text.helpMoreTags],
      ['rating:teen,general', text.helpAnyOf],
      ['-warning:violence', text.helpWithout],
      ['fandom:Star*', text.helpBeginning],
      ['creator:ada  language:German', text.helpCreators],
    ],
  },
  {
    heading: text.helpNumbers,
    rows: [
      ['words:1000-5000', text.helpRange],
      ['kudos>100  hits<=10k', text.helpMore],
      ['words  kudos  hits  comments  bookmarks  chapters', text.helpColumns],
      ['updated:<7d  posted:>2 weeks', text.helpAges],
      ['updated:2024-05  posted:2023..2024', text.helpDays],
    ],
  },
  {
    heading: text.helpFlags,
    rows: [
      ['complete:yes  series:yes', text.helpComplete],
      ['crossover:no  otp:yes', text.helpCrossover],
      ['sort:kudos  sort:-words  sort:random(7)', text.helpSort],
    ],
  },
  {
    heading: text.helpOwn,
    rows: [
      ['state:reading  state:to-read,none', text.helpState],
      ['-state:read,dropped', text.helpStateOut],
      ['in:bookmarks  in:recs', text.helpIn],
      ['shelf:"Rainy days"', text.helpShelf],
    ],
  },
];

function renderSection({ heading, rows }: Section): Html {
  const items = rows.map(
    ([example, meaning]) => html`<div><dt>${examplesOf(example)}</dt><dd>${meaning()}</dd></div>
`,
  );
  return html`<h3 class="heading">${heading()}</h3>
<dl class="query-examples">${items}</dl>
`;
}

/** Two spaces part examples of one kind. */
function examplesOf(examples: string): Html[] {
  return examples.split('  ').map((example) => html`<code>${example}</code> `);
}
