// The creators of the demo archive. They have no password, so nobody can log in as them.

export type DemoPerson = {
  /** 3-40 of A-Z a-z 0-9 _. */
  readonly login: string;
  /** The first is the one they post under unless a work says otherwise. */
  readonly pseuds: readonly string[];
  /** What their profile says; plain text. */
  readonly about: string;
};

export const demoPeople: readonly DemoPerson[] = [
  {
    login: 'tidewrack',
    pseuds: ['tidewrack', 'Tide Wrack After Dark'],
    about:
      'Low Harbour and what washes up there. I write slowly, in the mornings, with the window ' +
      'open. The other name is for anything that happens after the lamps are lit.',
  },
  {
    login: 'Quillfeather',
    pseuds: ['Quillfeather', 'the other quill'],
    about:
      'Maps, letters, people who will not say the thing. If you are lost in one of my stories, ' +
      'so was I; take the first door on the left.',
  },
  {
    login: 'moth_and_lantern',
    pseuds: ['moth_and_lantern'],
    about: 'Quiet stories. Tea drunk while writing this profile: three cups.',
  },
  {
    login: 'inkfinger_42',
    pseuds: ['inkfinger_42'],
    about:
      'Cliffhangers and committee meetings. Yes, I know how it ends. No, the barometer has asked ' +
      'me not to say.',
  },
  {
    login: 'margin_goblin',
    pseuds: ['margin_goblin'],
    about:
      'I live in the margins and correct the text from there. Fond of catalogues, handbooks, ' +
      'cheese.',
  },
  {
    login: 'barnacle_post',
    pseuds: ['barnacle_post'],
    about: 'Attached to things. Logs, lists, and talk without a single “he said”.',
  },
  {
    login: 'soup_of_theseus',
    pseuds: ['soup_of_theseus'],
    about:
      'Every ingredient has been replaced and it is still the same soup. I will try any form ' +
      'once. Chess, badly.',
  },
  {
    login: 'two_geese',
    pseuds: ['two_geese'],
    about: 'We are two people and share the keyboard. One of us honks. Snails, mostly.',
  },
  {
    login: 'hana_no_michi',
    pseuds: ['hana_no_michi', '花の道'],
    about: 'Small poems about small things. 日本語では「花の道」と名のっています。',
  },
  {
    login: 'shira_kotevet',
    pseuds: ['shira_kotevet', 'שירה כותבת'],
    about: 'סיפורים קטנים לפני השינה. Bedtime stories, in Hebrew and sometimes not.',
  },
  {
    login: 'Nebelkraehe',
    pseuds: ['Nebelkraehe'],
    about: 'Schreibt im Zug, auf der Rückseite von Fahrplänen. Kräht auch auf Englisch.',
  },
  {
    login: 'third_shift_baker',
    pseuds: ['third_shift_baker'],
    about:
      'I bake at night and write while it rises. Every recipe in my stories has been tried; ' +
      'please do not try them.',
  },
  {
    login: 'petite_fournee',
    pseuds: ['petite_fournee'],
    about: 'Des lettres, des gâteaux, des lettres glissées sous des gâteaux.',
  },
];
