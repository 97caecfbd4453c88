// Every bound of a work, at the bound and one over it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newWork, soundChapter, soundWork } from '../../../test/kit/works.ts';
import {
  type ChapterInput,
  checkChapter,
  checkWork,
  languagesOf,
  starterLanguages,
  type WorkInput,
} from './index.ts';
import { expectedChaptersMax } from './limits.ts';

const languages = languagesOf(starterLanguages);

function fieldsRefused(work: Partial<WorkInput>): string[] {
  return checkWork({ ...soundWork, ...work }, languages).errors.map((error) => error.field);
}

function chapterFieldsRefused(chapter: Partial<ChapterInput>): string[] {
  return checkChapter({ ...soundChapter, ...chapter }).errors.map((error) => error.field);
}

/** Text of exactly so many characters once it is a paragraph of sanitised HTML. */
function paragraphOf(characters: number): string {
  return `<p>${'a'.repeat(characters - '<p></p>'.length)}</p>`;
}

describe('a work', () => {
  it('has a title of 1 to 255 characters, counted as code points', () => {
    assert.deepEqual(fieldsRefused({ title: '' }), ['title']);
    assert.deepEqual(fieldsRefused({ title: '\u200b \u2060' }), ['title']);
    assert.deepEqual(fieldsRefused({ title: '🕯'.repeat(255) }), []);
    assert.deepEqual(fieldsRefused({ title: '🕯'.repeat(256) }), ['title']);
    // Composed, these are 255; as typed they are twice as many.
    assert.deepEqual(fieldsRefused({ title: 'e\u0301'.repeat(255) }), []);
  });

  it('has a summary of at most 1,250 characters of sanitised HTML', () => {
    assert.deepEqual(fieldsRefused({ summary: paragraphOf(1250) }), []);
    assert.deepEqual(fieldsRefused({ summary: paragraphOf(1251) }), ['summary']);
    const dropped = `<script>${'x'.repeat(5000)}</script><p>Short.</p>`;
    assert.deepEqual(fieldsRefused({ summary: dropped }), []);
  });

  it('has notes of at most 5,000 characters, before and after', () => {
    for (const field of ['notes', 'endNotes'] as const) {
      assert.deepEqual(fieldsRefused({ [field]: paragraphOf(5000) }), []);
      assert.deepEqual(fieldsRefused({ [field]: paragraphOf(5001) }), [field]);
    }
  });

  it('has at most 75 tags of the open types together', () => {
    const freeforms = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `Tag ${at}` }));
    const withTags = (count: number) => ({
      tags: { ...soundWork.tags, freeform: freeforms(count) },
    });
    assert.deepEqual(fieldsRefused(withTags(74)), []);
    assert.deepEqual(fieldsRefused(withTags(75)), ['freeforms']);
  });

  it('has one rating, a warning and a fandom', () => {
    const { tags } = soundWork;
    assert.deepEqual(fieldsRefused({ tags: { ...tags, rating: [] } }), ['rating']);
    const two = [{ id: 10 }, { id: 11 }];
    assert.deepEqual(fieldsRefused({ tags: { ...tags, rating: two } }), ['rating']);
    assert.deepEqual(fieldsRefused({ tags: { ...tags, warning: [] } }), ['warnings']);
    assert.deepEqual(fieldsRefused({ tags: { ...tags, fandom: [] } }), ['fandoms']);
  });

  it('expects a whole number of chapters, or does not know', () => {
    for (const fine of [null, 1, expectedChaptersMax]) {
      assert.deepEqual(fieldsRefused({ expectedChapters: fine }), []);
    }
    for (const wrong of [0, -1, 1.5, expectedChaptersMax + 1]) {
      assert.deepEqual(fieldsRefused({ expectedChapters: wrong }), ['expectedChapters']);
    }
  });

  it('is in a language that the archive knows', () => {
    assert.deepEqual(fieldsRefused({ language: 'de' }), []);
    assert.deepEqual(fieldsRefused({ language: 'de-AT' }), []);
    assert.deepEqual(fieldsRefused({ language: 'tlh' }), ['language']);
  });
});

describe('a chapter', () => {
  it('has a text of at most 510,000 characters of sanitised HTML', () => {
    assert.deepEqual(chapterFieldsRefused({ source: paragraphOf(510_000) }), []);
    assert.deepEqual(chapterFieldsRefused({ source: paragraphOf(510_001) }), ['text']);
  });

  it('has a text that can be seen', () => {
    assert.deepEqual(chapterFieldsRefused({ source: '  \n\n ' }), ['text']);
    assert.deepEqual(chapterFieldsRefused({ source: '<p></p><script>x</script>' }), ['text']);
  });

  it('may be without a title, and has one of at most 255 characters', () => {
    assert.deepEqual(chapterFieldsRefused({ title: '' }), []);
    assert.deepEqual(chapterFieldsRefused({ title: 'x'.repeat(255) }), []);
    assert.deepEqual(chapterFieldsRefused({ title: 'x'.repeat(256) }), ['title']);
  });

  it('with formatting tags reopened ten thousand times is refused by name', () => {
    const source = `${'<b><i><u>'.repeat(3000)}${'<p>x'.repeat(10_000)}`;
    assert.deepEqual(chapterFieldsRefused({ source }), ['text']);
  });
});

describe('the input of a test', () => {
  it('breaks no rule by itself', () => {
    const { work, chapters } = newWork();
    assert.deepEqual(checkWork(work, languages).errors, []);
    for (const chapter of chapters) assert.deepEqual(checkChapter(chapter).errors, []);
  });
});
