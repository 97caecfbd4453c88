// The invented fandoms of the demo archive: who is in them, who belongs with whom, and the other
// names that people use for all of it. None of these books, films, games and serials exists.

export type DemoFandom = {
  readonly name: string;
  /** Names of the starter vocabulary. */
  readonly media: readonly string[];
  /** A fandom above it: a work of this fandom is found under that one, too. */
  readonly metatag?: string;
  readonly synonyms: readonly string[];
  readonly characters: readonly string[];
  /** `A/B` romantic, `A & B` any other tie; the characters are those between the signs. */
  readonly relationships: readonly string[];
  readonly freeforms: readonly string[];
};

/** Fandoms that only hold others together. */
export const demoFandomMetatags: readonly { readonly name: string; readonly media: string[] }[] = [
  { name: 'Low Harbour - All Media Types', media: ['Books', 'Audio and Web Serials'] },
];

export const demoFandoms: readonly DemoFandom[] = [
  {
    name: 'The Lamplighters of Low Harbour (Book Series)',
    media: ['Books'],
    metatag: 'Low Harbour - All Media Types',
    synonyms: ['LoLH', 'Lamplighters of Low Harbour', 'Lamplighters of Low Harbor'],
    characters: [
      'Odile Marsh',
      'Tamsin Quill',
      'Bram Oakapple',
      'Perpetua Lode',
      'Brassbutton',
      'The Keeper (Low Harbour)',
      'The Mole Light',
      'The Sea',
    ],
    relationships: [
      'Odile Marsh/Tamsin Quill',
      'Bram Oakapple & Odile Marsh',
      'Bram Oakapple & The Keeper (Low Harbour)',
      'Brassbutton & The Keeper (Low Harbour)',
      'The Mole Light/The Sea',
    ],
    freeforms: ['Cartography', 'Folk Songs', 'Herring'],
  },
  {
    name: 'The Night Ferry (Low Harbour Radio Drama)',
    media: ['Audio and Web Serials'],
    metatag: 'Low Harbour - All Media Types',
    synonyms: ['The Night Ferry', 'Night Ferry (Low Harbour)'],
    characters: ['Corin Tallow', 'Emrys Wick', 'The Passenger in Grey', 'Bram Oakapple'],
    relationships: ['Corin Tallow/Emrys Wick', 'Bram Oakapple & Corin Tallow'],
    freeforms: ['Ferries'],
  },
  {
    name: 'Kestrel Ridge Calling (Radio)',
    media: ['Audio and Web Serials'],
    synonyms: ['KRC', 'Kestrel Ridge Calling', 'Kestral Ridge Calling'],
    characters: [
      'Imogen Vale',
      'Teodor Hask',
      'Daisy Orr',
      'Fitch Lund',
      'Gladys (Kestrel Ridge Calling)',
    ],
    relationships: [
      'Imogen Vale/Teodor Hask',
      'Daisy Orr & Fitch Lund',
      'Gladys (Kestrel Ridge Calling) & Imogen Vale',
    ],
    freeforms: ['Logs'],
  },
  {
    name: 'Mosslight (Video Game)',
    media: ['Games'],
    synonyms: ['Mosslight', 'Mosslight: A Small Kingdom'],
    characters: [
      'The Thimble Knight',
      'Postmaster Snail',
      'Queen Formica',
      'General Pismire',
      'Dew (Mosslight)',
      'The Keeper (Mosslight)',
      'Wren (Mosslight)',
      'Grandmother Woodlouse',
      'The Beetle With the Bags',
    ],
    relationships: [
      'Postmaster Snail & The Thimble Knight',
      'General Pismire & Queen Formica',
      'Grandmother Woodlouse/The Beetle With the Bags',
    ],
    freeforms: ['Post', 'Slow Travel', 'Video Game Mechanics'],
  },
  {
    name: 'Minus Seven (Web Serial)',
    media: ['Audio and Web Serials'],
    synonyms: ['Minus Seven', 'Minus 7', '-7'],
    characters: [
      'Jun Achterberg',
      'Marlow Finch',
      'Priya Solheim',
      'The Ticket Machine',
      'The Umbrella',
      'Desmond (Minus Seven)',
      'The Conductor (Minus Seven)',
    ],
    relationships: [
      'Jun Achterberg/Marlow Finch',
      'Jun Achterberg & Priya Solheim',
      'Jun Achterberg & The Ticket Machine',
    ],
    freeforms: ['Lost and Found', 'Portals'],
  },
  {
    name: 'The Marzipan Job (Film)',
    media: ['Films'],
    synonyms: ['The Marzipan Job', 'Marzipan Job', 'TMJ'],
    characters: [
      'Bea Fontaine',
      'Lucho Vandersteen',
      'Wren Castellan',
      'Auntie Prune',
      'Inspector Halloran Gills',
      'Baron von Zwieback',
      'Dennis the Guard',
    ],
    relationships: [
      'Bea Fontaine/Lucho Vandersteen/Wren Castellan',
      'Bea Fontaine/Wren Castellan',
      'Auntie Prune & Bea Fontaine',
      'Auntie Prune & Inspector Halloran Gills',
      'Auntie Prune & Lucho Vandersteen',
    ],
    freeforms: ['Heists', 'Cake'],
  },
];

/** Relationships of people from two fandoms: they belong to both through their characters. */
export const demoCrossoverRelationships: readonly string[] = ['Jun Achterberg & Odile Marsh'];

/** Characters of no fandom in particular. */
export const demoGeneralCharacters: readonly string[] = ['Original Characters'];

export const demoCharacterSynonyms: Readonly<Record<string, readonly string[]>> = {
  'Bea Fontaine': ['Beatrice Fontaine', 'Béatrice Fontaine'],
  'Inspector Halloran Gills': ['Inspector Gills'],
  'Original Characters': ['OCs', 'Original Character(s)'],
  'The Ticket Machine': ['Ticket Machine (Minus Seven)'],
};

export const demoRelationshipSynonyms: Readonly<Record<string, readonly string[]>> = {
  'Odile Marsh/Tamsin Quill': ['Tamsin Quill/Odile Marsh', 'Odile/Tamsin', 'Quillmarsh'],
  'Corin Tallow/Emrys Wick': ['Emrys Wick/Corin Tallow'],
  'Imogen Vale/Teodor Hask': ['Teodor Hask/Imogen Vale', 'Hask/Vale', 'Vale/Hask'],
  'Gladys (Kestrel Ridge Calling) & Imogen Vale': ['Gladys & Imogen Vale'],
  'Jun Achterberg/Marlow Finch': ['Marlow Finch/Jun Achterberg', 'Jun/Marlow'],
  'Bea Fontaine/Wren Castellan': ['Wren Castellan/Bea Fontaine'],
  'Bea Fontaine/Lucho Vandersteen/Wren Castellan': ['Bea/Lucho/Wren'],
};
