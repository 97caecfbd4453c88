// Texts for synthetic works: a few harmless sentences. The same text may stand in many works: made
// and cleaned once each, they let 100,000 works load in minutes.
import { type CheckedChapter, checkChapter } from '../../works/index.ts';

/** From 0 up to 1. */
type Draw = () => number;

const people = ['The baker', 'A neighbour', 'The ferryman', 'My aunt', 'The clerk', 'Nobody'];
const deeds = ['carried', 'mended', 'painted', 'borrowed', 'counted', 'wrapped', 'remembered'];
const objects = ['the lantern', 'a blue kettle', 'the old map', 'three letters', 'the ladder'];
const places = ['by the harbour', 'in the orchard', 'on the stairs', 'under the bridge', 'at home'];
const times = ['before breakfast', 'in the rain', 'all winter', 'without a word', 'once more'];

/** Eight to ten words. */
function sentence(draw: Draw): string {
  const words = [people, deeds, objects, places, times];
  return `${words.map((list) => list[Math.floor(draw() * list.length)]).join(' ')}.`;
}

/** Sentences as one paragraph of plain text. */
export function paragraph(count: number, draw: Draw): string {
  return Array.from({ length: count }, () => sentence(draw)).join(' ');
}

// How many different texts there are of each length.
const textsOfLength = 12;
const sentencesInParagraph = 4;
const wordsInSentence = 8.7;

/** Chapters about as long as asked for; their words are those they hold. */
export function createChapterTexts(draw: Draw): (words: number) => CheckedChapter {
  const known = new Map<number, CheckedChapter[]>();
  return (words) => {
    const sentences = Math.max(1, Math.round(words / wordsInSentence));
    const texts = known.get(sentences) ?? [];
    known.set(sentences, texts);
    const at = Math.floor(draw() * textsOfLength);
    texts[at] ??= makeChapter(sentences, draw);
    return texts[at];
  };
}

function makeChapter(sentences: number, draw: Draw): CheckedChapter {
  const paragraphs: string[] = [];
  for (let left = sentences; left > 0; left -= sentencesInParagraph) {
    paragraphs.push(paragraph(Math.min(left, sentencesInParagraph), draw));
  }
  const nothing = { title: '', summary: '', notes: '', endNotes: '' };
  const source = paragraphs.join('\n\n');
  const { chapter, errors } = checkChapter({ ...nothing, format: 'text', source });
  if (chapter === null) throw new Error(JSON.stringify(errors));
  return chapter;
}
